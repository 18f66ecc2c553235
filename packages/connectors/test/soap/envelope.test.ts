import { readEnvelope, type SoapVersion, writeEnvelope, type XmlObject } from '@dist/connectors/soap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xmlTrees } from './xml-trees.ts';

const namespaces = { o: 'urn:sample:orders', p: 'urn:sample:parties' };
const versions: readonly SoapVersion[] = ['1.1', '1.2'];
const envelope = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

function answer(inside: string, version: SoapVersion = '1.1'): string {
  return `<e:Envelope xmlns:e="${envelope[version]}" xmlns:a="urn:sample:orders"><e:Body>${inside}</e:Body></e:Envelope>`;
}

function read(inside: string, lists: readonly string[] = []): unknown {
  const result = readEnvelope(answer(inside), { namespaces, lists });
  return result.kind === 'body' ? result.body : result.kind === 'unreadable' ? result.reason : result.fault;
}

describe('an envelope', () => {
  it.each(versions)('of SOAP %s is read as it was written, whatever stands in it', (version) => {
    fc.assert(
      fc.property(xmlTrees, ({ body, lists }) => {
        const result = readEnvelope(writeEnvelope({ version, namespaces, body }), { namespaces, lists });
        expect(result).toEqual({ kind: 'body', version, headers: {}, body });
      }),
      { numRuns: 500 },
    );
  });

  it('is UTF-8, declares what it uses, and escapes what means something', () => {
    const body = {
      'o:Order': { '@unit': 'a"b<', 'o:Note': 'x < y & z ]]> \r\n', 'o:None': null, 'o:Left': undefined },
    };
    expect(writeEnvelope({ version: '1.1', namespaces, headers: { Trace: '1' }, body })).toBe(
      '<?xml version="1.0" encoding="utf-8"?>' +
        '<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
        'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:o="urn:sample:orders">' +
        '<soap:Header><Trace>1</Trace></soap:Header><soap:Body><o:Order unit="a&#34;b&#60;">' +
        '<o:Note>x &#60; y &#38; z ]]&#62; &#13;&#10;</o:Note><o:None xsi:nil="true"/></o:Order></soap:Body></soap:Envelope>',
    );
  });

  it.each<[string, XmlObject, RegExp]>([
    ['a control character', { a: 'x\u0000' }, /Body\/a: the character U\+0000/],
    ['half a character', { a: '\ud800' }, /U\+D800/],
    ['a name with a space', { 'a b': '1' }, /"a b" cannot be the name/],
    ['a name that opens an element', { 'a><b': '1' }, /cannot be the name/],
    ['a name that a number begins', { '1a': '1' }, /cannot be the name/],
    ['a prefix that is not declared', { 'q:a': '1' }, /the prefix q is not declared/],
    ['a declaration of its own', { a: { '@xmlns:o': 'urn:x' } }, /the prefix xmlns is not declared/],
    ['text and children', { a: { '#text': '1', b: '2' } }, /text or children/],
    ['a list in a list', { a: [['1']] }, /a list cannot hold a list/],
    ['an attribute that is no text', { a: { '@b': { c: '1' } } }, /a text is expected/],
  ])('is not written with %s', (_, body, message) => {
    expect(() => writeEnvelope({ version: '1.1', namespaces, body })).toThrow(message);
  });

  it('is not written with a value that goes round in circles, nor with a number', () => {
    const circle: Record<string, XmlObject> = {};
    circle['a'] = circle;
    expect(() => writeEnvelope({ version: '1.1', namespaces, body: circle })).toThrow(/nested deeper than 64/);
    const numbers: XmlObject = JSON.parse('{"a":1}');
    expect(() => writeEnvelope({ version: '1.1', namespaces, body: numbers })).toThrow(
      /a text is expected, not a number/,
    );
  });

  it.each([
    ['a prefix that means something else here', { soap: 'urn:x' }],
    ['a prefix that is none', { '1': 'urn:x' }],
    ['two prefixes for one namespace', { a: 'urn:x', b: 'urn:x' }],
    ['a namespace that is empty', { a: '' }],
  ])('takes no %s', (_, wrong) => {
    expect(() => writeEnvelope({ version: '1.1', namespaces: wrong, body: {} })).toThrow(TypeError);
    expect(() => readEnvelope(answer(''), { namespaces: wrong })).toThrow(TypeError);
  });
});

describe('what is read', () => {
  it.each<[string, string, unknown]>([
    ['has the prefixes of the caller', '<a:Order/>', { 'o:Order': '' }],
    [
      'has them for a default namespace too',
      '<Order xmlns="urn:sample:orders"><Id/></Order>',
      { 'o:Order': { 'o:Id': '' } },
    ],
    [
      'has none for an attribute without a prefix',
      '<Order xmlns="urn:sample:orders" id="1"/>',
      { 'o:Order': { '@id': '1' } },
    ],
    ['is by name where there is no namespace', '<a:X><Id xmlns="">1</Id></a:X>', { 'o:X': { Id: '1' } }],
    ['shows a namespace that nobody named', '<q:X xmlns:q="urn:q">1</q:X>', { '{urn:q}X': '1' }],
    ['is a text as it stands', '<n>007</n><b>true</b><d>1e3</d>', { n: '007', b: 'true', d: '1e3' }],
    ['keeps the white space of a text', '<n> a\n b </n>', { n: ' a\n b ' }],
    ['does not keep what lies between elements', '<n>\n  <m/>\n</n>', { n: { m: '' } }],
    ['joins text, comment and CDATA', '<n>1<!-- <m/> -->2<![CDATA[<&amp;>]]>3</n>', { n: '12<&amp;>3' }],
    ['takes a document in CDATA for text', '<n><![CDATA[<!DOCTYPE x><y/>]]></n>', { n: '<!DOCTYPE x><y/>' }],
    ['resolves references', '<n b="&#x41;&#10;">&lt;&amp;&#65;&apos;</n>', { n: { '@b': 'A\n', '#text': "<&A'" } }],
    ['resolves a reference once', '<n>&amp;lt;</n>', { n: '&lt;' }],
    ['is null where it says so', '<n xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:nil="true"/>', { n: null }],
    ['evens out ends of lines', '<n>a\r\nb\rc</n>', { n: 'a\nb\nc' }],
  ])('%s', (_, inside, value) => {
    expect(read(inside)).toEqual(value);
  });

  it.each<[string, string, unknown]>([
    ['of none', '<r/>', { r: { l: [] } }],
    ['of one', '<r><l>1</l></r>', { r: { l: ['1'] } }],
    ['of several', '<r><l>1</l><l/></r>', { r: { l: ['1', ''] } }],
  ])('is a list %s where a list was named', (_, inside, value) => {
    expect(read(inside, ['r/l'])).toEqual(value);
  });

  it('is refused where something comes twice that no list names, since its type would hang on how often', () => {
    expect(read('<r><l>1</l><l>2</l></r>')).toBe('r/l comes 2 times: name the path as one of lists');
  });
});

describe('what is hostile or broken is refused, with a reason', () => {
  const deep = (levels: number) => answer('<a>'.repeat(levels) + '</a>'.repeat(levels));
  it.each<[string, string, RegExp]>([
    ['nothing', '', /does not end with an element/],
    ['no XML', 'Service unavailable', /does not end/],
    ['a page', '<html><body>x</body></html>', /no envelope/],
    ['two roots', `${answer('')}<x/>`, /exactly one root/],
    ['something behind the end', `${answer('')} x`, /does not end/],
    ['no body', `<e:Envelope xmlns:e="${envelope['1.1']}"/>`, /exactly one Body/],
    ['two bodies', answer('</e:Body><e:Body>'), /exactly one Body/],
    ['tags that cross', answer('<a><b></a></b>'), /not well-formed/],
    ['an element that does not end', answer('<a>'), /not well-formed/],
    ['an attribute twice', answer('<a b="1" b="2"/>'), /not well-formed/],
    ['an attribute twice by its namespace', answer('<n xmlns:b="urn:sample:orders" a:x="1" b:x="2"/>'), /comes twice/],
    ['a < in an attribute', answer('<a b="<"/>'), /< in an attribute/],
    ['a prefix that nobody declared', answer('<q:a/>'), /prefix q is not declared/],
    ['a name with two prefixes', answer('<a:a:b/>'), /cannot be a name/],
    ['a name that is a prototype', answer('<__proto__>1</__proto__>'), /cannot be read/],
    ['a name that is a constructor', answer('<constructor/>'), /cannot be read/],
    ['a control character', answer('<a>\u0001</a>'), /character that XML does not allow/],
    ['a reference to one', answer('<a>&#1;</a>'), /entity that XML does not have/],
    ['an entity', answer('<a>&eacute;</a>'), /entity that XML does not have/],
    ['text between elements', answer('<a>1<b/></a>'), /a has text between its elements/],
    ['a document type', `<!DOCTYPE x>${answer('')}`, /document type/],
    [
      'entities that grow',
      `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${answer('<n>&b;</n>')}`,
      /document type/,
    ],
    [
      'a file of ours',
      `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${answer('<n>&f;</n>')}`,
      /document type/,
    ],
    ['a document type in small letters', `<!doctype x>${answer('')}`, /document type/],
    ['a comment that does not end', answer('<!-- '), /does not end/],
    ['more elements than anybody needs', answer('<a/>'.repeat(200_000)), /more than 200000 elements/],
    ['more attributes', answer(`<a ${'b="1" '.repeat(200_000)}/>`), /more than 200000 elements and attributes/],
    ['elements without end', deep(70), /nest/i],
    ['very many of them', deep(100_000), /nest/i],
  ])('%s', (_, xml, reason) => {
    expect(readEnvelope(xml, { namespaces })).toEqual({ kind: 'unreadable', reason: expect.stringMatching(reason) });
  });

  it('is as deep as it may be, and not deeper', () => {
    expect(readEnvelope(deep(62), { namespaces }).kind).toBe('body');
    expect(readEnvelope(deep(63), { namespaces }).kind).toBe('unreadable');
    expect(readEnvelope(deep(3), { namespaces, maximumDepth: 4 }).kind).toBe('unreadable');
  });

  it('never throws, whatever comes', () => {
    const pieces = [
      '<',
      '>',
      '</a>',
      '<a>',
      '&',
      ';',
      '"',
      "'",
      '=',
      '<!',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      ' x',
      'xmlns:a=',
      '/>',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 }), (parts) => {
        for (const xml of [parts.join(''), answer(parts.join(''))]) {
          expect(['body', 'unreadable', 'fault']).toContain(readEnvelope(xml, { namespaces }).kind);
        }
      }),
      { numRuns: 500 },
    );
  });
});
