import { readEnvelope, writeEnvelope } from '@dist/connectors/soap';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { afterEach, describe, expect, it, vi } from 'vitest';

const namespaces = { o: 'urn:sample:orders' };
const long = 'JVBERi0x'.repeat(100_000);

afterEach(() => vi.restoreAllMocks());

describe('a long text', () => {
  it.each<[string, string, unknown]>([
    ['in an element', `<o:Label>${long}</o:Label>`, { 'o:Label': long }],
    ['in an attribute', `<o:Label o:pdf="${long}"/>`, { 'o:Label': { '@o:pdf': long } }],
    ['of lines between elements', `<o:A>${' \n'.repeat(400_000)}<o:B>1</o:B></o:A>`, { 'o:A': { 'o:B': '1' } }],
    ['in an instruction', `<o:A>1<?pdf ${long}?>2</o:A>`, { 'o:A': '12' }],
    ['behind a > in an attribute', `<o:A b="x>y">${long}</o:A>`, { 'o:A': { '@b': 'x>y', '#text': long } }],
    ['behind a comment with quotes', `<!-- "<a ' --><o:A>${long}</o:A>`, { 'o:A': long }],
  ])('%s is read, and no parser goes through it', (_, inside, body) => {
    const parse = vi.spyOn(XMLParser.prototype, 'parse');
    expect(readEnvelope(answer(inside), { namespaces })).toMatchObject({ kind: 'body', body });
    expect(String(parse.mock.calls[0]?.[0]).length).toBeLessThan(1000);
  });

  it.each([
    ['an entity that XML does not have', `<o:A>${long}&eacute;</o:A>`, /entity/],
    ['a < in a value', `<o:A b="${long}<"/>`, /< in an attribute/],
    ['text between elements', `<o:A>${long}<o:B/></o:A>`, /has text between its elements/],
  ])('with %s is refused as a short one is', (_, inside, reason) => {
    const result = readEnvelope(answer(inside), { namespaces });
    expect(result).toEqual({ kind: 'unreadable', reason: expect.stringMatching(reason) });
  });

  it('is read as it was written, whatever stands in it', () => {
    const signs = fc.constantFrom(
      '&',
      '<',
      '>',
      '"',
      "'",
      ']]>',
      '<!--',
      '<?',
      '\n',
      '\r',
      '\t',
      ' ',
      'x'.repeat(200),
      'é',
    );
    const texts = fc.array(signs, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, texts, texts, (one, two, three) => {
        const body = { 'o:A': { '@b': one, '@c': two, '#text': `:${three}` }, 'o:B': two };
        const xml = writeEnvelope({ version: '1.1', namespaces, body });
        expect(readEnvelope(xml, { namespaces })).toMatchObject({ kind: 'body', body });
      }),
      { numRuns: 300 },
    );
  });
});

function answer(inside: string): string {
  const uris = 'xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:o="urn:sample:orders"';
  return `<e:Envelope ${uris}><e:Body>${inside}</e:Body></e:Envelope>`;
}
