import type { Order } from '@dist/canonical';
import { convert, equals, sum } from '@dist/canonical/arithmetic';
import { defaultPolicy, type Enriched, enrich, lineKeys, type MasterData, type Policy } from '@dist/orchestration';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrichWith, failuresOf, receivedAt } from './enrich-with.ts';
import { items, line, masterData, order, partner } from './sample.ts';

/** Tables that an order of AX-100 and AX-200 needs all of. */
const full: MasterData = {
  ...masterData,
  prices: [
    { agreement: 'list', sku: 'AX-100', currency: 'USD', price: { amount: '4' } },
    { agreement: 'list', sku: 'AX-200', currency: 'USD', price: { amount: '36', unit: 'XCS' } },
    {
      agreement: 'A-7',
      sku: 'AX-100',
      currency: 'USD',
      price: { amount: '3.25' },
      customerNumber: 'C-1',
      from: '2026-03-01',
      until: '2026-03-31',
    },
    {
      agreement: 'A-7',
      sku: 'AX-100',
      currency: 'USD',
      price: { amount: '3.5' },
      customerNumber: 'C-1',
      until: '2026-02-28',
    },
    {
      agreement: 'A-7',
      sku: 'AX-100',
      currency: 'USD',
      price: { amount: '3' },
      customerNumber: 'C-1',
      minimum: { value: '50', unit: 'XCS' },
    },
  ],
  substitutes: [
    { sku: 'AX-200', substitute: 'AX-100', reason: 'superseded', from: '2026-04-01' },
    { sku: 'AX-200', substitute: 'AX-300', reason: 'outOfStock' },
  ],
  stock: [{ sku: 'AX-200', available: { value: '1000', unit: 'C62' } }],
  creditAccounts: [{ customerNumber: 'C-1', limit: { amount: '900', currency: 'USD' }, openBalance: '100' }],
  holds: [{ hold: 'export', class: 'customerMaster', reason: 'embargo', country: 'XX' }],
  warehouses: [
    { warehouse: 'W1', rank: 2 },
    { warehouse: 'W2', rank: 1, shipToNumber: 'S-0013' },
  ],
  routingGuide: [
    { guide: 'light', rank: 1, carrier: { scac: 'AAAA' }, belowWeight: { value: '40', unit: 'LBR' } },
    { guide: 'heavy', rank: 1, carrier: { scac: 'CCCC' }, minimumWeight: { value: '40', unit: 'LBR' } },
  ],
  weights: items.map(({ sku }) => ({ sku, weight: { value: '0.5', unit: 'LBR' } })),
};

/** Rows about somebody else, or of another time. */
const unrelated: Partial<MasterData> = {
  items: [
    {
      sku: 'ZZ-1',
      ids: [{ scheme: 'gtin', value: '00099999000019' }],
      description: '',
      baseUnit: 'C62',
      conversions: [],
    },
  ],
  customers: [
    { customerNumber: 'C-9', ids: [{ scheme: 'duns', value: '999999999' }], shipTo: [{ shipToNumber: 'X', ids: [] }] },
  ],
  itemCrossReferences: [{ partner: 'other', scheme: 'buyer', value: 'B-AX-100', sku: 'ZZ-1' }],
  shipToCrossReferences: [
    { partner: 'other', scheme: 'buyer', value: '0012', customerNumber: 'C-9', shipToNumber: 'X' },
  ],
  customerCrossReferences: [{ partner: 'other', scheme: 'buyer', value: '0012', customerNumber: 'C-9' }],
  emailDomains: [{ partner, domain: 'nobody.example', customerNumber: 'C-9', shipToNumber: 'X' }],
  customerGroups: [{ customerNumber: 'C-9', group: 'grocers' }],
  prices: [
    { agreement: 'Z', sku: 'AX-100', currency: 'USD', price: { amount: '1' }, customerNumber: 'C-9' },
    { agreement: 'Z', sku: 'AX-100', currency: 'USD', price: { amount: '1' }, group: 'grocers' },
    {
      agreement: 'Z',
      sku: 'AX-100',
      currency: 'USD',
      price: { amount: '1' },
      customerNumber: 'C-1',
      until: '2025-12-31',
    },
    { agreement: 'Z', sku: 'ZZ-1', currency: 'CAD', price: { amount: '1' } },
  ],
  substitutes: [
    { sku: 'ZZ-1', substitute: 'AX-100', reason: 'superseded' },
    { sku: 'AX-100', substitute: 'ZZ-1', reason: 'superseded', partner: 'other' },
  ],
  stock: [{ sku: 'ZZ-1', available: { value: '0', unit: 'C62' } }],
  creditAccounts: [{ customerNumber: 'C-9', limit: { amount: '0', currency: 'CAD' }, openBalance: '5' }],
  holds: [
    { hold: 'credit', class: 'credit', reason: '', customerNumber: 'C-9' },
    { hold: 'hazmat', class: 'inventory', reason: '', sku: 'ZZ-1' },
  ],
  warehouses: [
    { warehouse: 'W9', rank: 0, customerNumber: 'C-9' },
    { warehouse: 'W9', rank: 0, sku: 'ZZ-1' },
  ],
  routingGuide: [{ guide: 'z', rank: 0, carrier: { scac: 'ZZZZ' }, freight: 'thirdParty' }],
  weights: [{ sku: 'ZZ-1', weight: { value: '9', unit: 'KGM' } }],
};

const bought = fc.record({
  bolts: fc.integer({ min: 1, max: 900 }),
  washers: fc.integer({ min: 1, max: 40 }),
  inCases: fc.boolean(),
  isPriced: fc.boolean(),
  stores: fc.boolean(),
});
type Bought = typeof bought extends fc.Arbitrary<infer Value> ? Value : never;

function orderOf({ bolts, washers, inCases, isPriced, stores }: Bought): Order {
  const half = (store: string) => ({
    location: { scheme: 'buyer' as const, value: store },
    quantity: { value: String(bolts), unit: 'C62' },
  });
  const price = isPriced ? { price: { amount: '3.25' } } : { price: undefined };
  return order([
    line('1', 'AX-100', String(stores ? bolts * 2 : bolts), 'C62', {
      ...price,
      ...(stores && { allocations: [half('0012'), half('0013')] }),
    }),
    line('2', 'AX-200', String(washers), inCases ? 'XCS' : 'C62', { price: undefined }),
  ]);
}

const run = (of: Order, tables: MasterData, policy: Policy = defaultPolicy): Enriched =>
  enrich({ partner, order: of, receivedAt }, tables, policy);

type Table = Extract<keyof typeof unrelated, string>;
const tableNames = Object.keys(unrelated) as Table[];
const mapped = (
  tables: MasterData,
  change: (name: Table, rows: readonly unknown[]) => readonly unknown[],
): MasterData =>
  ({
    ...tables,
    ...Object.fromEntries(tableNames.map((name) => [name, change(name, (tables[name] ?? []) as readonly unknown[])])),
  }) as MasterData;

describe('laws of enrichment', () => {
  it('a row about somebody else changes nothing', () => {
    fc.assert(
      fc.property(bought, fc.subarray(tableNames), (what, touched) => {
        const known = mapped(full, (_, rows) => rows);
        const more = mapped(full, (name, rows) =>
          touched.includes(name) ? [...((unrelated[name] ?? []) as readonly unknown[]), ...rows] : rows,
        );
        expect(run(orderOf(what), more)).toEqual(run(orderOf(what), known));
      }),
      { numRuns: 60 },
    );
  });

  it('the order of rows means nothing', () => {
    fc.assert(
      fc.property(bought, fc.infiniteStream(fc.nat()), (what, chance) => {
        const shuffled = mapped(full, (_, rows) =>
          [...rows]
            .map((row) => [chance.next().value ?? 0, row] as const)
            .sort(([a], [b]) => a - b)
            .map(([, row]) => row),
        );
        expect(run(orderOf(what), shuffled)).toEqual(
          run(
            orderOf(what),
            mapped(full, (_, rows) => rows),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('the parts of a line make the line, and its base unit goes there and back', () => {
    fc.assert(
      fc.property(bought, (what) => {
        const result = run(orderOf({ ...what, isPriced: false }), { ...full, creditAccounts: [] });
        if (result.type !== 'enriched') throw new Error(failuresOf(result).join());
        for (const { lineId, ordered, base, units } of result.lines) {
          const item = { baseUnit: base.unit, conversions: [...units] };
          expect(convert(base, ordered.unit, item)).toEqual(ordered);
          expect(convert(ordered, base.unit, item)).toEqual(base);
          const shares = result.parts.flatMap((part) => part.lines.filter((share) => share.lineId === lineId));
          const parts = sum(shares.map(({ quantity }) => convert(quantity, base.unit, item)?.value ?? '0'));
          expect(equals(parts, base.value)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('changes none of its arguments and says the same again', () => {
    const frozen = <Value>(value: Value): Value => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
      return value;
    };
    const of = frozen(orderOf({ bolts: 30, washers: 3, inCases: true, isPriced: true, stores: true }));
    const tables = frozen(structuredClone(full));
    expect(run(of, tables, frozen(structuredClone(defaultPolicy)))).toEqual(run(of, tables));
  });
});

describe('R16 a line id that is used twice', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['all different', ['00A', '7'], ['00A', '7']],
    ['the second gets its ordinal', ['00A', '7', '7'], ['00A', '7', '7#3']],
    ['so does the third', ['7', '7', '7'], ['7', '7#2', '7#3']],
    ['a buyer may use our very key', ['7', '7', '7#2'], ['7', '7#2#', '7#2']],
  ])('%s', (_, ids, expected) => expect(lineKeys(ids.map((lineId) => ({ lineId })))).toEqual(expected));

  it('keys are as many as lines, and different', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('1', '2', '1#2', '1#3', '2#2', '1#2#')), (ids) => {
        const keys = lineKeys(ids.map((lineId) => ({ lineId })));
        expect(new Set(keys).size).toBe(ids.length);
      }),
      { numRuns: 200 },
    );
  });

  const of = order([line('00A', 'AX-100', '2'), line('7', 'AX-200', '1'), line('7', 'AX-300', '1')]);
  it('is held, and the lines are judged one by one', () => {
    expect(failuresOf(enrichWith({ of }))).toEqual(['partnerFormat: line id 7 is used twice']);
    const strange = order([line('7', 'AX-100', '2'), line('7', 'AX-300', '1', 'XCS')]);
    expect(failuresOf(enrichWith({ of: strange }))).toEqual([
      'partnerFormat: line id 7 is used twice',
      'unitOfMeasure: line 7#2: item AX-300 has no pack size for XCS',
    ]);
  });

  it('where the policy says so it is keyed by ordinal: never two lines merged into one', () => {
    const policy = { enrichment: { ...defaultPolicy.enrichment, repeatedLineIds: 'byOrdinal' as const } };
    expect(enrichWith({ of, policy })).toMatchObject({
      lines: [
        { lineId: '00A', sku: 'AX-100' },
        { lineId: '7', sku: 'AX-200' },
        { lineId: '7#3', buyerLineId: '7', sku: 'AX-300' },
      ],
      parts: [{ lines: [{ lineId: '00A' }, { lineId: '7' }, { lineId: '7#3' }] }],
    });
  });
});
