import { isSscc, makeSscc, type Shipment, withSsccs } from '@dist/canonical';
import { type CartonLabel, cartonLabels, zplLabel, zplLabels } from '@dist/connectors/labels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gs1Modules } from '../../src/label/gs1-characters.ts';
import { checkValue, symbolOf } from './code-128-oracle.ts';

const item = (unitId: string, orderNumber: string, more: Partial<Shipment['items'][number]> = {}) => ({
  orderNumber,
  lineId: '1',
  unitId,
  ids: [],
  quantity: { value: '12', unit: 'C62' },
  ...more,
});

const shipment = (changes: Partial<Shipment> = {}): Shipment => ({
  kind: 'shipment',
  version: '1',
  purpose: 'original',
  shipmentId: 'S1',
  createdAt: '2026-11-02T09:00:00Z',
  shippedOn: '2026-11-02',
  carrier: { scac: 'ABCD', name: 'Carrier (sample)' },
  parties: {
    shipFrom: {
      ids: [],
      name: 'Seller (sample)',
      address: { lines: ['1 Dock Road'], city: 'Salem', region: 'OR', postalCode: '97301', country: 'US' },
    },
    shipTo: {
      ids: [],
      name: 'Northfield DC (sample)',
      address: { lines: ['12 Depot Street'], city: 'Reno', region: 'NV', postalCode: '89502-1234', country: 'US' },
    },
  },
  references: [
    { type: 'billOfLading', value: 'BOL-7' },
    { type: 'proNumber', value: '123456789' },
    { type: 'department', value: '042' },
  ],
  units: ['C1', 'C2', 'C3'].map((unitId, index) => ({
    unitId,
    type: 'carton' as const,
    sscc: makeSscc('0614141', '0', index + 1),
  })),
  items: [
    item('C1', '4500012345', { location: { scheme: 'buyer', value: '0012' } }),
    item('C2', '4500012345'),
    item('C3', '4500099999'),
  ],
  ...changes,
});

function labelsOf(of: Shipment, options?: Parameters<typeof cartonLabels>[1]): readonly CartonLabel[] {
  const result = cartonLabels(of, options);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.value;
}

const counts = (labels: readonly CartonLabel[]) => labels.map(({ unitId, number, of }) => `${unitId} ${number}/${of}`);

describe('R22 labels of a shipment', () => {
  it('say what the notice says: one for each carton, with the SSCC last among its bar codes', () => {
    const [label] = labelsOf(shipment());
    expect(label).toEqual({
      unitId: 'C1',
      unit: 'carton',
      sscc: '006141410000000012',
      shipFrom: ['Seller (sample)', '1 Dock Road', 'Salem, OR 97301', 'US'],
      shipTo: ['Northfield DC (sample)', '12 Depot Street', 'Reno, NV 89502-1234', 'US'],
      carrier: { scac: 'ABCD', name: 'Carrier (sample)', proNumber: '123456789', billOfLading: 'BOL-7' },
      purchaseOrder: '4500012345',
      department: '042',
      store: '0012',
      number: 1,
      of: 2,
      elements: [
        { ai: '420', data: '895021234' },
        { ai: '400', data: '4500012345' },
        { ai: '00', data: '006141410000000012' },
      ],
    });
  });

  it.each([
    ['those of an order', {}, ['C1 1/2', 'C2 2/2', 'C3 1/1']],
    ['those of the shipment', { count: 'shipment' }, ['C1 1/3', 'C2 2/3', 'C3 3/3']],
  ] as const)('count %s', (_, options, expected) => {
    expect(counts(labelsOf(shipment(), options))).toEqual(expected);
  });

  it('count pallets apart from cartons; a pallet has what lies in its cartons', () => {
    const { units } = shipment();
    const pallet = { unitId: 'P1', type: 'pallet' as const, sscc: makeSscc('0614141', '1', 7) };
    const of = shipment({ units: [pallet, ...units.map((unit) => ({ ...unit, parentId: 'P1' }))] });
    expect(counts(labelsOf(of, { units: 'all' }))).toEqual(['P1 1/1', 'C1 1/2', 'C2 2/2', 'C3 1/1']);
    const [label] = labelsOf(of, { units: 'pallet' });
    // Goods of two orders: no number would be right.
    expect(label?.purchaseOrder).toBeUndefined();
    expect(label?.elements.map(({ ai }) => ai)).toEqual(['420', '00']);
  });

  it('are none for a unit without a right SSCC, which is said', async () => {
    const bare = shipment({
      units: [
        { unitId: 'C1', type: 'carton' },
        { unitId: 'C2', type: 'carton', sscc: '006141410000000013' },
      ],
    });
    const result = cartonLabels(bare);
    expect(result.ok).toBe(false);
    expect(result.issues.map(({ path }) => path)).toEqual([
      ['units', 'C1', 'sscc'],
      ['units', 'C2', 'sscc'],
    ]);
    let serial = 0;
    const given = await withSsccs(
      shipment({ units: [{ unitId: 'C1', type: 'carton' }] }),
      { companyPrefix: '0614141', extensionDigit: '0' },
      { next: () => serial++ },
    );
    expect(labelsOf(given).every(({ sscc }) => isSscc(sscc))).toBe(true);
  });

  it('are none for two units with one SSCC: who scans it could not tell which has come', () => {
    const [first, second] = shipment().units;
    const twice = shipment({ units: [first, { ...second, sscc: first?.sscc }] as Shipment['units'] });
    const result = cartonLabels(twice);
    expect([result.ok, ...result.issues.map(({ path, code }) => [path, code])]).toEqual([
      false,
      [['units', 'C2', 'sscc'], 'label-sscc'],
    ]);
  });

  it('of a unit with goods of several orders say so, and of an empty one nothing', () => {
    const { units, items } = shipment();
    const [first] = items;
    const mixed = items.map((item, index) => ({ ...item, unitId: 'C1', orderNumber: `${index}` }));
    const words = labelsOf(shipment({ units: units.slice(0, 2), items: first ? mixed : [] })).map((label) =>
      fieldsOf(zplLabel(label, { dpi: 203 })).texts.filter((text) => text.startsWith('PO')),
    );
    expect(words).toEqual([['PO: several'], []]);
  });

  it.each([
    ['in the same country, in any', 'US', '89502', { ai: '420', data: '89502' }],
    ['abroad, with the country in digits', 'CA', 'K1A 0B6', { ai: '421', data: '124K1A0B6' }],
  ])('name the postal code %s', (_, country, postalCode, expected) => {
    const { parties } = shipment();
    const shipTo = { ids: [], address: { lines: [], country, postalCode } };
    expect(labelsOf(shipment({ parties: { ...parties, shipTo } }))[0]?.elements[0]).toEqual(expected);
  });

  it('have an order number as text where it cannot be a bar code', () => {
    const result = cartonLabels(shipment({ items: [item('C1', 'PO 7 №')] }));
    expect(result.issues.map(({ code, severity }) => [code, severity])).toEqual([['label-not-encodable', 'warning']]);
    expect(result.ok && result.value[0]?.purchaseOrder).toBe('PO 7 №');
  });
});

/** Field data of the bar codes and of the texts of a label. */
function fieldsOf(zpl: string) {
  const bars = [...zpl.matchAll(/\^FO(\d+),(\d+)\^BY(\d+)\^BCN,(\d+),N,N,N,N\^FD(.*?)\^FS/g)];
  const texts = [...zpl.matchAll(/\^A0N,\d+,\d+\^FH_\^FD(.*?)\^FS/g)].map(([, data = '']) => textOf(data));
  const symbols = bars.map(([, x = '', y = '', module = '', height = '', data = '']) => {
    return { x: Number(x), y: Number(y), module: Number(module), height: Number(height), ...symbolOf(data) };
  });
  return { symbols, texts };
}

/** What ^FH makes of hexadecimal, read as UTF-8. */
function textOf(data: string): string {
  const bytes = [...data.matchAll(/_([0-9A-F]{2})|([^_])/g)].map(([, hex, plain]) =>
    hex === undefined ? (plain ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  );
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
}

describe.each([203, 300] as const)('a label in ZPL at %d dpi', (dpi) => {
  const dots = (millimetres: number) => (millimetres / 25.4) * dpi;

  it('has the SSCC lowest, with FNC1 first, and reads back as what it was', () => {
    const [label] = labelsOf(shipment());
    if (label === undefined) throw new Error('no label');
    const { symbols, texts } = fieldsOf(zplLabel(label, { dpi }));
    expect(symbols.map(({ text }) => text)).toEqual([
      '<FNC1>420895021234',
      '<FNC1>4004500012345',
      `<FNC1>00${label.sscc}`,
    ]);
    const last = symbols.at(-1);
    expect(last?.y).toBe(Math.max(...symbols.map(({ y }) => y)));
    expect(texts).toEqual(
      expect.arrayContaining([`(00) ${label.sscc}`, 'PO: 4500012345', '1 of 2', 'DEPT: 042   STORE: 0012']),
    );
    // Subset C has two digits in a character: start, FNC1, AI and 18 digits by twos, check.
    expect(last?.values).toHaveLength(13);
  });

  it('has bars of 0.495 mm or more, quiet zones of ten modules, and the SSCC 31.75 mm high, all on 4 by 6 inches', () => {
    for (const label of labelsOf(shipment())) {
      for (const { x, y, module, height, modules, text } of fieldsOf(zplLabel(label, { dpi })).symbols) {
        expect((module / dpi) * 25.4).toBeGreaterThanOrEqual(0.495);
        expect(x).toBeGreaterThanOrEqual(10 * module);
        expect(x + (modules + 10) * module).toBeLessThanOrEqual(4 * dpi);
        expect(y + height).toBeLessThanOrEqual(6 * dpi);
        if (text.startsWith('<FNC1>00')) expect(height).toBeGreaterThanOrEqual(Math.floor(dots(31.75)));
      }
    }
  });

  it('has room for the postal code of another country', () => {
    const { parties } = shipment();
    const shipTo = { ids: [], address: { lines: [], country: 'CA', postalCode: 'K1A 0B6' } };
    const [label] = labelsOf(shipment({ parties: { ...parties, shipTo } }));
    if (label === undefined) throw new Error('no label');
    expect(fieldsOf(zplLabel(label, { dpi })).symbols[0]?.text).toBe('<FNC1>421124K1A0B6');
  });

  it('leaves a bar code out that is too wide, and not its text', () => {
    const number = 'PURCHASE/ORDER-2026-11-02/0001';
    const [label] = labelsOf(shipment({ items: [item('C1', number)] }));
    if (label === undefined) throw new Error('no label');
    const { symbols, texts } = fieldsOf(zplLabel(label, { dpi }));
    expect(symbols.map(({ text }) => text.slice(0, 8))).toEqual(['<FNC1>42', '<FNC1>00']);
    expect(texts).toContain(`(400) ${number}`);
  });
});

describe('what a label is given', () => {
  it('is never a command, and is printed as it is', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('^', '~', '_', '\\', 'XZ', 'FD', 'é', '愛', '\n', '\0', '"', 'a', '5E'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(nasty, nasty, (name, reference) => {
        const { parties, references, carrier } = shipment();
        const [label] = labelsOf(
          shipment({
            parties: {
              ...parties,
              shipTo: { ids: [], name, address: { lines: [reference] } },
              markFor: { ids: [], name },
            },
            references: [
              ...references.filter(({ type }) => type !== 'proNumber'),
              { type: 'proNumber', value: reference },
            ],
            carrier: { ...carrier, name },
            items: [item('C1', name)],
          }),
        );
        if (label === undefined) throw new Error('no label');
        const zpl = zplLabel(label, { dpi: 203 });
        // Every command is one that the label has for a harmless text, too, in that number.
        const plain = zplLabel(
          {
            ...label,
            shipTo: ['x', 'x'],
            purchaseOrder: 'x',
            markFor: ['x'],
            carrier: { ...label.carrier, name: 'x', proNumber: 'x' },
          },
          { dpi: 203 },
        );
        const commands = (text: string) => [...text.matchAll(/[\^~][A-Z0-9]{2}/g)].map(String);
        expect(commands(zpl)).toEqual(commands(plain));
        expect([...zpl].every((character) => character === '\n' || (character >= ' ' && character <= '~'))).toBe(true);
        expect(zpl.split('\n')).toHaveLength(plain.split('\n').length);
        expect(fieldsOf(zpl).texts).toContain(name);
      }),
    );
  });

  it('any data of GS1 characters reads back from its symbol, which is as wide as is counted', () => {
    const characters = [...'!"%&\'()*+,-./0123456789:;<=>?ABCXYZ_abcxyz'];
    const data = fc.string({
      unit: fc.constantFrom(...characters, '00', '1234567', '99'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(data, (value) => {
        const element = { ai: '400', data: value.slice(0, 30) } as const;
        const [label] = labelsOf(shipment());
        if (label === undefined) throw new Error('no label');
        const sscc = label.elements.at(-1);
        if (sscc === undefined) throw new Error('no SSCC');
        const { symbols } = fieldsOf(zplLabel({ ...label, elements: [element, sscc] }, { dpi: 203 }));
        const [symbol] = symbols.filter(({ text }) => text.startsWith('<FNC1>400'));
        if (symbol === undefined) expect(gs1Modules(element) * 4 + 80).toBeGreaterThan(4 * 203);
        else expect([symbol.text, symbol.modules]).toEqual([`<FNC1>400${element.data}`, gs1Modules(element)]);
      }),
    );
  });

  it.each([
    ['400', 'A1234567', 9],
    ['400', '4500012345', 8],
    ['420', '89502', 4],
    ['421', '124K1A0B6', 10],
  ] as const)('(%s)%s takes %d characters: digits go by twos where that is shorter', (ai, data, count) => {
    expect(gs1Modules({ ai, data })).toBe(11 * (count + 3) + 13);
  });

  it('the oracle knows the check character of a published symbol', () => {
    // PJJ123C in subset A: start 103, check 54.
    expect(checkValue([103, 48, 42, 42, 17, 18, 19, 35])).toBe(54);
    expect(symbolOf('>;>800006141410000000012').values.at(-1)).toBe(
      checkValue([105, 102, 0, 0, 61, 41, 41, 0, 0, 0, 0, 12]),
    );
  });

  it('labels follow each other in one stream, and a resolution that is none is refused', () => {
    const labels = labelsOf(shipment());
    expect(zplLabels(labels, { dpi: 203 }).match(/\^XA/g)).toHaveLength(3);
    expect(() => zplLabel(labels[0] as CartonLabel, { dpi: 200 as 203 })).toThrow(RangeError);
  });

  it.each<[string, Partial<CartonLabel>]>([
    ['a command in an order number', { elements: [{ ai: '400', data: 'A^XZ~JR' }] }],
    ['a line in a postal code', { elements: [{ ai: '420', data: '89502\n' }] }],
    ['an identifier that is not known', { elements: [{ ai: '10' as '400', data: '1' }] }],
    ['one that every object has', { elements: [{ ai: 'constructor' as '400', data: '1' }] }],
    ['an SSCC with a wrong check digit', { sscc: '006141410000000009' }],
    ['an SSCC that is too short', { sscc: '12' }],
    ['an SSCC with a command', { sscc: '1^FS^XZ^XA^FDX' }],
    [
      'another SSCC among its bar codes, with a wrong check digit',
      { elements: [{ ai: '00', data: '006141410000000009' }] },
    ],
  ])('a label that was made by others is not printed with %s', (_, more) => {
    const [label] = labelsOf(shipment());
    expect(() => zplLabel({ ...(label as CartonLabel), ...more }, { dpi: 203 })).toThrow(RangeError);
  });
});
