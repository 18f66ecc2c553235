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

it('numbers in paths count from 1, as in XPath', () => {
  const { parsePath, notation, shape } = xml();
  expect(notation(['order', 'item', 0, '@id'])).toBe('order/item[1]/@id');
  expect(parsePath('order/item[1]/@id', shape)).toMatchObject({
    steps: [{ key: 'order' }, { key: 'item', index: 0 }, {}],
  });
  expect(parsePath('order/item[0]', shape)).toHaveProperty('code', 'path-malformed');
});

describe('XML as plain data', () => {
  it('is read', () => expect(mustHave(readXml(text))).toEqual(document));
  it('is written, and read the same', () => expect(mustHave(readXml(writeXml(document)))).toEqual(document));
  it('elements go in the order of their schema', () =>
    expect(writeXml({ a: { z: 1, y: [true, 'x'], '@n': 2 } }, { sequences: { a: ['y', 'z'] } })).toMatch(
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
    ['elements in elements without end', '<a>'.repeat(100_000), 'xml-too-large'],
  ])('%s is refused', (_, given, code) => expect(codesOf(readXml(given))).toEqual([code]));
  it('ends of lines and white space are read as XML wants', () =>
    expect(mustHave(readXml('<a b="1\n2&#10;3">x\r\ny<![CDATA[\r]]></a>'))).toEqual({
      a: { '@b': '1 2\n3', '#text': 'x\ny\n' },
    }));
  it('a long text is refused', () => expect(codesOf(readXml(text, { maximumLength: 10 }))).toEqual(['xml-too-large']));
  it('an issue says where', () =>
    expect(readXml('<a>\n <b></c></a>').issues[0]?.message).toContain('line 2, column 5'));
  it('a name of every object is a name like others', () => {
    expect(mustHave(readXml('<a><__proto__><x>1</x></__proto__></a>'))).toEqual({
      a: JSON.parse('{"__proto__":{"x":"1"}}'),
    });
    expect(({} as { x?: string }).x).toBeUndefined();
  });
  it.each([
    ['no root', {}],
    ['two roots', { a: '', b: '' }],
    ['a name that is none', { 'a b': '' }],
    ['a control character', { a: '\u0001' }],
    ['nothing as root', { a: null }],
    ['an attribute with a name that is none', { a: { '@x"><script>': '1' } }],
    ['an attribute without a name', { a: { '@': '1' } }],
    ['an attribute that is an object', { a: { '@x': { y: '1' } } }],
  ])('%s is a mistake of the program when writing', (_, given) => expect(() => writeXml(given)).toThrow(RangeError));

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
        expect(mustHave(readXml(writeXml(given)))).toEqual(given);
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
        if (read.ok) expect(mustHave(readXml(writeXml(read.value)))).toEqual(read.value);
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
