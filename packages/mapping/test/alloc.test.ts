import type { Allocation, Order } from '@dist/canonical';
import { encode } from '@dist/x12';
import { purchaseOrder850 } from '@dist/x12/004010';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, mustHave } from './compiled.ts';
import { goldenPairs } from './golden-pairs.ts';
import { mapOf, order } from './small-order.ts';
import { standardMaps } from './standard-maps.ts';

const map = mapOf(
  [
    {
      id: 'lines',
      op: 'each',
      canonical: 'lines',
      native: 'PO1',
      rules: [
        { id: 'line', canonical: 'line', native: 'PO101' },
        {
          id: 'stores',
          op: 'alloc',
          canonical: 'allocations',
          native: 'SDQ',
          unit: { element: 1, as: 'table:unit' },
          scheme: { element: 2, as: 'table:location' },
          from: 3,
          pairs: 3,
        },
      ],
    },
  ],
  { tables: { unit: { EA: 'EA', CA: 'XCS' }, location: { '92': 'buyer', UL: 'gln' } } },
);

const allocation = (value: string, quantity: string, unit = 'EA', scheme = 'buyer') => ({
  location: { scheme, value },
  quantity: { value: quantity, unit },
});
const native = (segments: readonly Record<string, string>[]) =>
  order({ PO1Loop: [{ PO1: { line: '1' }, SDQ: segments }] });
const canonical = (allocations: readonly unknown[]) => ({ lines: [{ line: '1', allocations }] });

describe('alloc', () => {
  it.each([
    [
      'more pairs than a segment holds go into the next one',
      [
        { unit: 'EA', scheme: '92', l1: '0001', q1: '1', l2: '0002', q2: '2', l3: '0003', q3: '3' },
        { unit: 'EA', scheme: '92', l1: '0004', q1: '4' },
      ],
      [allocation('0001', '1'), allocation('0002', '2'), allocation('0003', '3'), allocation('0004', '4')],
    ],
    [
      'another unit starts a segment',
      [
        { unit: 'EA', scheme: '92', l1: '0001', q1: '1' },
        { unit: 'CA', scheme: '92', l1: '0001', q1: '2' },
      ],
      [allocation('0001', '1'), allocation('0001', '2', 'XCS')],
    ],
    [
      'another scheme starts a segment',
      [
        { unit: 'EA', scheme: '92', l1: '0001', q1: '1' },
        { unit: 'EA', scheme: 'UL', l1: '0614141000012', q1: '2' },
      ],
      [allocation('0001', '1'), allocation('0614141000012', '2', 'EA', 'gln')],
    ],
  ])('%s', (_, segments, allocations) => {
    expect(mustHave(map.read(native(segments)))).toEqual(canonical(allocations));
    expect(mustHave(map.write(canonical(allocations)))).toEqual(native(segments));
  });

  it('the partner’s spelling and what no rule reads come back', () => {
    const sent = native([{ unit: 'EA', scheme: '92', l1: '0001', q1: '01.50', l3: '0003', q3: '3' }]);
    const { value, complement } = map.read(sent);
    expect(value).toEqual(canonical([allocation('0001', '1.5'), allocation('0003', '3')]));
    expect(map.write(value, { complement }).value).toEqual(sent);
  });

  it.each([
    ['a location without quantity', { unit: 'EA', scheme: '92', l1: '0001' }, 'PO1[0]/SDQ[0].04'],
    ['a quantity that is no number', { unit: 'EA', scheme: '92', l1: '0001', q1: 'x' }, 'PO1[0]/SDQ[0].04'],
    ['an unknown unit', { unit: 'XX', scheme: '92', l1: '0001', q1: '1' }, 'PO1[0]/SDQ[0].01'],
    ['no scheme', { unit: 'EA', l1: '0001', q1: '1' }, 'PO1[0]/SDQ[0].02'],
  ])('%s is an issue, and the values are kept', (_, segment, at) => {
    const result = map.read(native([segment]));
    expect(result.issues).toMatchObject([{ code: 'value-unmappable', rule: 'stores', side: 'native' }]);
    expect(result.issues[0]?.message).toContain(`${at}: `);
    expect(result.loss.map(({ at: place }) => place)).toContain('PO1[0]/SDQ[0].03');
  });

  it('an allocation without location is an issue', () => {
    expect(codesOf(map.write(canonical([{ quantity: { value: '1', unit: 'EA' } }])))).toEqual(['value-unmappable']);
  });

  it('what is written reads back, however many there are', () => {
    const one = fc.record({
      location: fc.record({ scheme: fc.constantFrom('buyer', 'gln'), value: fc.stringMatching(/^[0-9]{1,5}$/) }),
      quantity: fc.record({ value: fc.integer({ min: 0, max: 999 }).map(String), unit: fc.constantFrom('EA', 'XCS') }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 40 }), (allocations) => {
        const written = mustHave(map.write(canonical(allocations)));
        expect(mustHave(map.read(written))).toEqual(canonical(allocations));
      }),
      { numRuns: 50 },
    );
  });
});

it('SDQ of the 850: 23 stores stand in three segments of at most ten, and come back', () => {
  const orders = standardMaps['850']().value;
  const { document } = goldenPairs['850'];
  const [line] = document.lines;
  if (line === undefined) throw new Error('no line');
  const stores = Array.from({ length: 23 }, (_, at) => allocation(String(at + 1).padStart(4, '0'), String(at + 1)));
  const order: Order = { ...document, lines: [{ ...line, allocations: stores as Allocation[] }] };
  const written = mustHave(orders.write(order));
  const segments = mustHave(encode(purchaseOrder850, written)).filter(({ id }) => id === 'SDQ');
  expect(segments.map(({ elements }) => elements.length)).toEqual([22, 22, 8]);
  expect(mustHave(orders.read(written)).lines[0]?.allocations).toEqual(stores);
});
