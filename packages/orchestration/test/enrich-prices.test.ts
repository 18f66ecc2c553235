import type { OrderLine } from '@dist/canonical';
import { type ContractPrice, defaultPolicy, type EnrichmentRules, type MasterData } from '@dist/orchestration';
import { describe, expect, it } from 'vitest';
import { enrichWith, failuresOf, priceOf, usedOf } from './enrich-with.ts';
import { items, line, order } from './sample.ts';

const agreed = (amount: string, more: Partial<ContractPrice> = {}): ContractPrice => ({
  agreement: 'list-2026',
  sku: 'AX-100',
  currency: 'USD',
  price: { amount },
  ...more,
});
const silent = (value = '24', unit = 'C62') => order([line('1', 'AX-100', value, unit, { price: undefined })]);
const stated = (price: OrderLine['price'], value = '24', unit = 'C62') =>
  order([line('1', 'AX-100', value, unit, { price })]);
const rules = (more: Partial<EnrichmentRules>) => ({ enrichment: { ...defaultPolicy.enrichment, ...more } });
const priceBy = (prices: readonly ContractPrice[], of = silent(), more: Partial<MasterData> = {}) =>
  priceOf(enrichWith({ of, tables: { prices, ...more } }));

describe('the nearest agreement wins', () => {
  const list = agreed('5');
  const group = agreed('4', { agreement: 'group', group: 'hardware' });
  const partner = agreed('3', { agreement: 'partner', partner: 'northfield' });
  const customer = agreed('2.5', { agreement: 'customer', customerNumber: 'C-1' });
  const shipTo = agreed('2', { agreement: 'store', customerNumber: 'C-1', shipToNumber: 'S-0012' });
  const customerGroups = [{ customerNumber: 'C-1', group: 'hardware' }];
  it.each<[string, readonly ContractPrice[], string]>([
    ['the ship-to before all', [list, group, partner, customer, shipTo], '2'],
    ['the customer before the partner', [list, group, partner, customer], '2.5'],
    ['the partner before the group', [list, group, partner], '3'],
    ['the group before the list', [list, group], '4'],
    ['the list when there is nothing else', [list], '5'],
    ['a ship-to of somebody else is not ours', [list, { ...shipTo, shipToNumber: 'S-0013' }], '5'],
    ['a customer that is not ours', [list, { ...customer, customerNumber: 'C-9' }], '5'],
    ['a partner that is not ours', [list, { ...partner, partner: 'other' }], '5'],
    ['a group that the customer is not in', [list, { ...group, group: 'grocers' }], '5'],
    ['an item that was not ordered', [list, { ...customer, sku: 'AX-200' }], '5'],
  ])('%s', (_, prices, expected) => {
    expect(priceBy(prices, silent(), { customerGroups })).toBe(expected);
    expect(priceBy([...prices].reverse(), silent(), { customerGroups })).toBe(expected);
  });

  it('and stores with different agreements cannot share a line', () => {
    const share = (store: string) => ({
      location: { scheme: 'buyer' as const, value: store },
      quantity: { value: '12', unit: 'C62' },
    });
    const of = order([
      line('1', 'AX-100', '24', 'C62', { price: undefined, allocations: [share('0012'), share('0013')] }),
    ]);
    expect(priceBy([customer], of)).toBe('2.5');
    expect(priceBy([customer, shipTo], of)).toEqual([
      'pricing: line 1: its stores have agreed 2 per C62 and 2.5 per C62, expected one price',
    ]);
  });
});

describe('by the day of receipt', () => {
  const february = agreed('3', { from: '2026-02-01', until: '2026-02-28' });
  const march = agreed('3.2', { from: '2026-03-01', until: '2026-03-31' });
  const at = (receivedAt: string, zone = 'UTC') =>
    priceOf(
      enrichWith({
        of: silent(),
        tables: { prices: [february, march] },
        policy: rules({ zone }),
        request: { receivedAt },
      }),
    );
  it.each<[string, string, string, unknown]>([
    ['the last day of the old one', '2026-02-28T23:59:59.999Z', 'UTC', '3'],
    ['the first day of the new one', '2026-03-01T00:00:00.000Z', 'UTC', '3.2'],
    ['the same instant, where it is still February', '2026-03-01T00:00:00.000Z', 'America/Chicago', '3'],
    [
      'after the last',
      '2026-04-01T00:00:00.000Z',
      'UTC',
      ['pricing: line 1: the buyer states no price, and none is agreed for item AX-100'],
    ],
  ])('%s', (_, receivedAt, zone, expected) => expect(at(receivedAt, zone)).toEqual(expected));

  it('of two that are in force, the one that began last', () => {
    expect(priceBy([agreed('3'), agreed('3.2', { from: '2026-01-01' }), agreed('3.1', { from: '2025-01-01' })])).toBe(
      '3.2',
    );
  });

  it('two that began on one day and differ are nobody’s to choose', () => {
    expect(priceBy([agreed('3', { agreement: 'a' }), agreed('3.1', { agreement: 'b' })])).toEqual([
      'pricing: line 1: agreement a says 3, agreement b says 3.1',
    ]);
    expect(priceBy([agreed('3', { agreement: 'a' }), agreed('3', { agreement: 'b' })])).toBe('3');
  });

  it('rows with dates say nothing to an order of which nobody knows when it came', () => {
    const result = enrichWith({ of: silent(), tables: { prices: [march] }, request: { receivedAt: undefined } });
    expect(failuresOf(result)).toContain(
      'configuration: when the order was received is not known, and there are rows with dates',
    );
  });

  it('what was used is told, with its version and day', () => {
    const prices = [{ ...march, agreement: 'A-7', version: '12' }];
    expect(usedOf(enrichWith({ of: silent(), tables: { prices } }), 'price')).toEqual(['A-7 AX-100 12 2026-03-02']);
    expect(usedOf(enrichWith({ of: silent(), tables: { prices: [agreed('3')] } }), 'price')).toEqual([
      'list-2026 AX-100 md-1',
    ]);
  });
});

describe('quantity breaks', () => {
  const breaks = [
    agreed('3'),
    agreed('2.8', { minimum: { value: '48', unit: 'C62' } }),
    agreed('2.5', { minimum: { value: '10', unit: 'XCS' } }),
  ];
  it.each<[string, string, string, unknown]>([
    ['below the first', '47', 'C62', '3'],
    ['at the first', '48', 'C62', '2.8'],
    ['just below ten cases', '119', 'C62', '2.8'],
    ['ten cases in pieces', '120', 'C62', '2.5'],
    ['ten cases', '10', 'XCS', '30'],
    ['four cases are forty-eight pieces', '4', 'XCS', '33.6'],
  ])('%s', (_, value, unit, expected) => {
    expect(priceBy(breaks, silent(value, unit))).toBe(expected);
  });

  it('a nearer agreement that is not reached leaves the word to the farther one', () => {
    const customer = agreed('2', { customerNumber: 'C-1', minimum: { value: '1000', unit: 'C62' } });
    expect(priceBy([agreed('3'), customer])).toBe('3');
  });

  it('a break in a unit that the item does not know is told', () => {
    expect(priceBy([agreed('2', { minimum: { value: '1', unit: 'XPX' } })])).toEqual([
      'unitOfMeasure: line 1: agreement list-2026 counts from XPX, which item AX-100 does not convert to C62',
    ]);
  });
});

describe('currency', () => {
  const priced = items.map((item) => ({ ...item, price: '3.25' }));
  it.each<[string, Partial<MasterData>, readonly string[]]>([
    [
      'another one is told, and neither the list nor the item stands in',
      {
        items: priced,
        prices: [agreed('3.25'), agreed('3.25', { agreement: 'A-7', customerNumber: 'C-1', currency: 'CAD' })],
      },
      ['pricing: line 1: agreement A-7 is in CAD, the order is in USD'],
    ],
    ['the one of the order is taken', { prices: [agreed('9', { currency: 'CAD' }), agreed('3.25')] }, []],
    [
      'the list is in another one',
      { items: priced, listCurrency: 'CAD' },
      ['pricing: line 1: the price of AX-100 is in CAD, the order is in USD'],
    ],
    ['the list is in the same one', { items: priced, listCurrency: 'USD' }, []],
  ])('%s', (_, tables, expected) => expect(failuresOf(enrichWith({ tables }))).toEqual(expected));
});

describe('a price that the buyer states', () => {
  it.each<[string, ContractPrice, OrderLine['price'], string, string, readonly string[]]>([
    ['equal', agreed('3.25'), { amount: '3.25' }, '24', 'C62', []],
    ['one percent off, exactly', agreed('3.25'), { amount: '3.2825' }, '24', 'C62', []],
    [
      'a hair more',
      agreed('3.25'),
      { amount: '3.282501' },
      '24',
      'C62',
      ["pricing: line 1: the buyer's price 3.282501 per C62, agreement list-2026 says 3.25"],
    ],
    [
      'five percent off, which this agreement allows',
      agreed('3.25', { tolerancePercent: '5' }),
      { amount: '3.4' },
      '24',
      'C62',
      [],
    ],
    [
      'nothing off is allowed',
      agreed('3.25', { tolerancePercent: '0' }),
      { amount: '3.26' },
      '24',
      'C62',
      ["pricing: line 1: the buyer's price 3.26 per C62, agreement list-2026 says 3.25"],
    ],
    ['by the case, agreed by the piece', agreed('3.25'), { amount: '39' }, '2', 'XCS', []],
    [
      'by the piece, agreed by the case',
      agreed('1', { price: { amount: '39', unit: 'XCS' } }),
      { amount: '3.25' },
      '24',
      'C62',
      [],
    ],
    ['agreed per hundred', agreed('1', { price: { amount: '325', per: '100' } }), { amount: '3.25' }, '24', 'C62', []],
    [
      'per hundred, agreed per thousand',
      agreed('1', { price: { amount: '3250', per: '1000' } }),
      { amount: '325', per: '100' },
      '200',
      'C62',
      [],
    ],
    [
      'a third of a case is no decimal, and equal all the same',
      agreed('1', { price: { amount: '10', unit: 'XCS' } }),
      { amount: '10', per: '12' },
      '24',
      'C62',
      [],
    ],
    [
      'both by weight',
      agreed('1', { price: { amount: '9', unit: 'LBR' } }),
      { amount: '9', unit: 'LBR' },
      '24',
      'C62',
      [],
    ],
    [
      'both by weight, and different',
      agreed('1', { price: { amount: '9', unit: 'LBR' } }),
      { amount: '8', unit: 'LBR' },
      '24',
      'C62',
      ["pricing: line 1: the buyer's price 8 per LBR, agreement list-2026 says 9 per LBR"],
    ],
    [
      'by weight, agreed by the piece',
      agreed('3.25'),
      { amount: '9', unit: 'LBR' },
      '24',
      'C62',
      [
        "unitOfMeasure: line 1: the buyer's price is per LBR, agreement list-2026 says 3.25 per C62, which item AX-100 does not convert",
      ],
    ],
    [
      'none agreed',
      agreed('3.25', { sku: 'AX-200' }),
      { amount: '3.25' },
      '24',
      'C62',
      ["pricing: line 1: the buyer's price is 3.25, and none is agreed for item AX-100"],
    ],
    [
      'for no units',
      agreed('3.25'),
      { amount: '3.25', per: '0' },
      '24',
      'C62',
      ["partnerFormat: line 1: the buyer's price is for 0 units, expected more than none"],
    ],
    [
      'agreed for no units',
      agreed('1', { price: { amount: '3', per: '0' } }),
      { amount: '3.25' },
      '24',
      'C62',
      ['pricing: line 1: agreement list-2026 is for 0 units'],
    ],
  ])('%s', (_, row, price, value, unit, expected) => {
    expect(failuresOf(enrichWith({ of: stated(price, value, unit), tables: { prices: [row] } }))).toEqual(expected);
  });

  it('stays the buyer’s, and is the ERP’s to judge where the policy says so', () => {
    const price = { tolerancePercent: '0', outside: 'pass' as const };
    const result = enrichWith({ tables: { prices: [agreed('9', { currency: 'CAD' })] }, policy: { price } });
    expect(priceOf(result)).toBe('3.25');
  });

  it('may pass by a person’s word only where the policy lets it', () => {
    const tables = { prices: [agreed('3')] };
    const seen = { code: 'price-differs', message: 'seen', lineId: '1' };
    const by = (lineId: string, policy = {}) =>
      priceOf(enrichWith({ tables, policy, request: { approvals: [{ ...seen, lineId }] } }));
    const failure = ["pricing: line 1: the buyer's price 3.25 per C62, agreement list-2026 says 3"];
    expect(by('1')).toEqual(failure);
    expect(by('1', rules({ releasable: ['price-differs'] }))).toBe('3.25');
    expect(by('2', rules({ releasable: ['price-differs'] }))).toEqual(failure);
  });
});

describe('a price that is missing', () => {
  it.each<[string, Partial<EnrichmentRules>, Partial<MasterData>, unknown]>([
    ['is the agreed one', { priceMissing: 'record' }, { prices: [agreed('3.2')] }, '3.2'],
    [
      'is the item’s own',
      { priceMissing: 'record' },
      { items: items.map((item) => ({ ...item, price: '3.1' })) },
      '3.1',
    ],
    ['is left to the ERP where no prices are kept here', { priceMissing: 'record' }, {}, undefined],
    [
      'is asked for where they are',
      { priceMissing: 'record' },
      { prices: [] },
      ['pricing: line 1: the buyer states no price, and none is agreed for item AX-100'],
    ],
    ['is held', { priceMissing: 'hold' }, { prices: [agreed('3.2')] }, ['pricing: line 1: the buyer states no price']],
    ['is passed on', { priceMissing: 'pass' }, { prices: [agreed('3.2')] }, undefined],
  ])('%s', (_, more, tables, expected) => {
    expect(priceOf(enrichWith({ of: silent(), tables, policy: rules(more) }))).toEqual(expected);
  });
});
