import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, type Format, json, type PartnerMap } from '../src/index.ts';
import { x12 } from '../src/x12.ts';
import { readXml, writeXml, xml } from '../src/xml.ts';
import { codesOf, mustHave } from './compiled.ts';
import { smallOrder } from './small-order.ts';

const text = `<?xml version="1.0"?><!-- an order -->
<o:order xmlns:o="urn:x" id='A&amp;1'>
  <number>4711</number><note><![CDATA[5 < 6]]></note><empty/>
  <items>
    <item sku="A"><qty unit="EA">2</qty></item>
    <item sku="B"><qty unit="CA">3</qty><name>Bolt &#x2205;&#56; &lt;</name></item>
  </items>
</o:order>`;
const document = {
  'o:order': {
    '@xmlns:o': 'urn:x',
    '@id': 'A&1',
    number: '4711',
    note: '5 < 6',
    empty: '',
    items: {
      item: [
        { '@sku': 'A', qty: { '@unit': 'EA', '#text': '2' } },
        { '@sku': 'B', qty: { '@unit': 'CA', '#text': '3' }, name: 'Bolt ∅8 <' },
      ],
    },
  },
};

/** The bytes of a text in UTF-16, the low byte first. */
function utf16(plain: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(plain, (character) => character.charCodeAt(0)).buffer);
}

it('numbers in paths count from 1, as in XPath', () => {
  const { parsePath, notation, shape } = xml();
  expect(notation.of(['order', 'item', 0, '@id'])).toBe('order/item[1]/@id');
  expect(parsePath('order/item[1]/@id', shape)).toMatchObject({
    steps: [{ key: 'order' }, { key: 'item', index: 0 }, {}],
  });
  expect(parsePath('order/item[0]', shape)).toHaveProperty('code', 'path-malformed');
});

describe('XML as plain data', () => {
  it('is read', () => expect(mustHave(readXml(text))).toEqual(document));
  it('is written, and read the same', () => expect(mustHave(readXml(mustHave(writeXml(document))))).toEqual(document));
  it('elements go in the order of their schema', () =>
    expect(mustHave(writeXml({ a: { z: 1, y: [true, 'x'], '@n': 2 } }, { sequences: { a: ['y', 'z'] } }))).toMatch(
      /<a n="2"><y>true<\/y><y>x<\/y><z>1<\/z><\/a>$/,
    ));

  it.each([
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY b "&c;&c;">]><a>&b;</a>', 'xml-type-refused'],
    ['an entity of its own', '<a>&b;</a>', 'xml-malformed'],
    ['a character that XML cannot say', '<a>&#0;</a>', 'xml-malformed'],
    ['an element without end', '<a><b></a>', 'xml-malformed'],
    ['a start without end', '<a', 'xml-malformed'],
    ['an attribute twice', '<a b="1" b="2"/>', 'xml-malformed'],
    ['two roots', '<a/><b/>', 'xml-malformed'],
    ['text outside', '<a/>x', 'xml-malformed'],
    ['nothing', '', 'xml-malformed'],
    ['a comment without end', '<a><!-- </a>', 'xml-malformed'],
    ['a control character in a text', '<a>\u0001</a>', 'xml-malformed'],
    ['a control character in an attribute', '<a b="\u001f"/>', 'xml-malformed'],
    ['a control character in a comment', '<a><!--\0--></a>', 'xml-malformed'],
    ['half a surrogate pair', '<a>\ud83d</a>', 'xml-malformed'],
    ['halves in the wrong order', '<a>\ude00\ud83d</a>', 'xml-malformed'],
    ['a character that is none', '<a>\ufffe</a>', 'xml-malformed'],
    ['the end of CDATA in a text', '<a>x]]>y</a>', 'xml-malformed'],
    ['a name with a sign of multiplication', '<a×b/>', 'xml-malformed'],
    ['elements in elements without end', '<a>'.repeat(100_000), 'xml-too-large'],
  ])('%s is refused', (_, given, code) => expect(codesOf(readXml(given))).toEqual([code]));
  it('ends of lines and white space are read as XML wants', () =>
    expect(mustHave(readXml('<a b="1\n2&#10;3">x\r\ny<![CDATA[\r]]></a>'))).toEqual({
      a: { '@b': '1 2\n3', '#text': 'x\ny\n' },
    }));
  it('a long text is refused', () => expect(codesOf(readXml(text, { maximumLength: 10 }))).toEqual(['xml-too-large']));
  it.each([
    ['an end that ends nothing', '<a>\n <b></c></a>', 'line 2, column 5 (offset 8)'],
    [
      'a character that XML does not have',
      '<a>\nx\u0002</a>',
      'line 2, column 2 (offset 5) on: XML does not have the character U+0002',
    ],
    [']]> in a text', '<a>x]]>', 'line 1, column 5 (offset 4)'],
  ])('an issue says where: %s', (_, given, place) => expect(readXml(given).issues[0]?.message).toContain(place));
  it.each([
    ['UTF-16 read as UTF-8', new TextDecoder().decode(utf16('<a/>'))],
    ['UTF-16 with its mark read as UTF-8', new TextDecoder().decode(utf16('\ufeff<a/>'))],
    ['UTF-16 with its mark read as Latin 1', new TextDecoder('latin1').decode(utf16('\ufeff<a/>'))],
    ['UTF-16 with the bytes turned round', new TextDecoder('utf-16be').decode(utf16('\ufeff<a/>'))],
  ])('%s is told as such', (_, given) => {
    expect(readXml(given).issues).toMatchObject([
      { code: 'xml-malformed', message: expect.stringContaining('UTF-16') },
    ]);
  });
  it.each([null, undefined, 5, {}, new Uint8Array(2)])('%j is no text', (given) =>
    expect(readXml(given as never).issues).toMatchObject([{ code: 'xml-malformed', expected: 'a text' }]),
  );
  it('letters of other scripts make names, and characters beyond 16 bits make texts', () => {
    const given = { größe: { 名前: '😀', 𐐷: '1' } };
    expect(mustHave(readXml(mustHave(writeXml(given))))).toEqual(given);
    expect(xml().parsePath('größe/名前/@𐐷', xml().shape)).toHaveProperty('steps.length', 3);
  });
  it('a name of every object is a name like others', () => {
    expect(mustHave(readXml('<a><__proto__><x>1</x></__proto__></a>'))).toEqual({
      a: JSON.parse('{"__proto__":{"x":"1"}}'),
    });
    expect(({} as { x?: string }).x).toBeUndefined();
  });
  it.each([
    ['no root', {}, []],
    ['two roots', { a: '', b: '' }, []],
    ['no document', null, []],
    ['a list', [{ a: '' }], []],
    ['nothing as root', { a: null }, []],
    ['a list of roots', { a: ['', ''] }, ['a']],
    ['a name that is none', { 'a b': '' }, ['a b']],
    ['a control character', { a: '\u0001' }, ['a']],
    ['half a surrogate pair', { a: { b: ['x', '\ud83d'] } }, ['a', 'b', 1]],
    ['a character that is none', { a: { '#text': '\uffff' } }, ['a', '#text']],
    ['an attribute with a control character', { a: { '@b': '\0' } }, ['a', '@b']],
    ['an attribute with a name that is none', { a: { '@x"><script>': '1' } }, ['a', '@x"><script>']],
    ['an attribute without a name', { a: { '@': '1' } }, ['a', '@']],
    ['an attribute that is an object', { a: { '@x': { y: '1' } } }, ['a', '@x']],
    ['a list in a list', { a: { b: [['x']] } }, ['a', 'b', 0]],
    ['a text that is an object', { a: { '#text': {} } }, ['a', '#text']],
    ['a symbol', { a: Symbol('x') }, ['a']],
  ])('%s is an issue, and not written', (_, given, path) =>
    expect(writeXml(given as never)).toMatchObject({ ok: false, issues: [{ code: 'xml-not-written', path }] }),
  );
  it('what is written is read: 64 elements deep, and no deeper', () => {
    const deep = (levels: number) => {
      let element: unknown = 'x';
      for (let level = 0; level < levels; level++) element = { a: element };
      return element as Record<string, unknown>;
    };
    expect(mustHave(readXml(mustHave(writeXml(deep(64)))))).toEqual(deep(64));
    expect(codesOf(writeXml(deep(65)))).toEqual(['xml-not-written']);
  });
  it('a ring of objects ends', () => {
    const ring: Record<string, unknown> = {};
    Object.assign(ring, { a: [ring, ring], b: ring });
    expect(writeXml({ ring }).issues.length).toBe(100);
  });

  it('any text and attribute comes back', () => {
    const odd = fc.constantFrom(
      '\t',
      '\n',
      '\r',
      ' ',
      '<',
      '>',
      '&',
      ']]>',
      '"',
      "'",
      '&#10;',
      'é',
      '\u0085',
      '\u2028',
      '𐐷',
    );
    const plain = fc
      .array(fc.oneof(odd, fc.constantFrom('a', '1'), fc.string({ unit: 'grapheme', maxLength: 1 })), { maxLength: 5 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        const given = { a: { '@b': one, c: other } };
        expect(mustHave(readXml(mustHave(writeXml(given))))).toEqual(given);
      }),
      { numRuns: 200 },
    );
  });
  it('no text makes it throw', () => {
    const part = fc.constantFrom(
      '<a>',
      '</a>',
      '<b c="',
      '"',
      '/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&',
      'amp;',
      'x',
      '<?',
      '?>',
      '<',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const read = readXml(parts.join(''));
        if (read.ok) expect(mustHave(readXml(mustHave(writeXml(read.value))))).toEqual(read.value);
      }),
      { numRuns: 200 },
    );
  });
});

/** One map in three notations: what each Format must do for it. */
const formats: Record<string, { format: Format; paths: string[]; native: unknown }> = {
  json: {
    format: json(),
    paths: ['head.number', 'dates[type=002].day', 'items', 'sku', 'quantity'],
    native: {
      head: { number: '4711' },
      dates: [
        { type: '001', day: 'x' },
        { type: '002', day: 'y' },
      ],
      items: [
        { sku: 'A', quantity: '2', extra: 'kept' },
        { sku: 'B', quantity: '3' },
      ],
    },
  },
  x12: {
    format: x12(smallOrder),
    paths: ['BEG03', 'DTM[01=002].02', 'PO1', 'PO107', 'PO102'],
    native: {
      BEG: { number: '4711' },
      DTM: [
        { qualifier: '001', date: 'x' },
        { qualifier: '002', date: 'y' },
      ],
      PO1Loop: [{ PO1: { v1: 'A', quantity: '2', price: 'kept' } }, { PO1: { v1: 'B', quantity: '3' } }],
    },
  },
  xml: {
    format: xml(),
    paths: ['order/number', "order/date[@type='002']/day", 'order/items/item', '@sku', 'qty/text()'],
    native: mustHave(
      readXml(`<order><number>4711</number><date type="001"><day>x</day></date><date type="002"><day>y</day></date>
        <items><item sku="A"><qty unit="kept">2</qty></item><item sku="B"><qty>3</qty></item></items></order>`),
    ),
  },
};

describe.each(Object.entries(formats))('the contract of a Format: %s', (name, { format, paths, native }) => {
  const [number = '', day = '', list = '', sku = '', quantity = ''] = paths;
  const map: PartnerMap = {
    id: name,
    version: '1',
    native: format.id ?? name,
    canonical: 'order',
    direction: 'read',
    rules: [
      { id: 'number', canonical: 'number', native: number },
      { id: 'day', canonical: 'day', native: day },
      {
        id: 'lines',
        op: 'each',
        canonical: 'lines',
        native: list,
        rules: [
          { id: 'sku', canonical: 'sku', native: sku },
          { id: 'quantity', canonical: 'quantity', native: quantity },
        ],
      },
    ],
  };
  const canonical = { number: '4711', day: 'y', lines: [{ sku: 'A', quantity: '2' }, { sku: 'B' }] };

  it('reads values, items of lists chosen by a condition, and keeps the rest', () => {
    const { value, loss } = mustHave(compile<unknown, unknown>(map, { native: format, canonical: json() })).read(
      native,
    );
    expect(value).toEqual({
      ...canonical,
      lines: [canonical.lines[0], { sku: 'B', ...(name === 'xml' ? {} : { quantity: '3' }) }],
    });
    expect(loss.map((lost) => lost.value)).toContain('kept');
  });

  it('places of values are paths again', () => {
    const run = mustHave(compile<unknown, unknown>(map, { native: format, canonical: json() })).read(native, {
      trace: true,
    });
    for (const { from = '' } of run.trace?.steps ?? [])
      expect(format.parsePath(from, format.shape)).toHaveProperty('steps');
  });

  it('says what is no path', () => {
    for (const wrong of ['', '[', 'a[', '__proto__', 'a/', '[__proto__=x]', 'a[__proto__=x]', 'a b']) {
      expect(format.parsePath(wrong, format.shape)).toHaveProperty('code');
    }
  });
});

it('an XML order is read and written with what stood beside', () => {
  const map: PartnerMap = {
    id: 'shop',
    version: '1',
    native: 'xml',
    canonical: 'order',
    rules: [
      { id: 'number', canonical: 'number', native: 'o:order/number' },
      {
        id: 'lines',
        op: 'each',
        canonical: 'lines',
        native: 'o:order/items/item',
        key: 'sku',
        rules: [
          { id: 'sku', canonical: 'sku', native: '@sku' },
          { id: 'quantity', canonical: 'quantity.value', native: 'qty/text()', as: 'decimal' },
          { id: 'unit', canonical: 'quantity.unit', native: 'qty/@unit' },
        ],
      },
    ],
  };
  const compiled = mustHave(compile<unknown, unknown>(map, { native: xml(), canonical: json() }));
  const { value, complement } = compiled.read(document);
  expect(value).toMatchObject({ number: '4711', lines: [{ quantity: { value: '2', unit: 'EA' } }, { sku: 'B' }] });
  expect(compiled.write(value, { complement }).value).toEqual(document);
});
