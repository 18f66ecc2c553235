import type { Item } from '@dist/canonical';
import { type ContractPrice, defaultPolicy, type MasterData, type Policy, type Substitute } from '@dist/orchestration';
import { describe, expect, it } from 'vitest';
import { enrichWith, failuresOf, priceOf, usedOf } from './enrich-with.ts';
import { items, line, order } from './sample.ts';

const bolt = (sku: string, more: Partial<Item> = {}): Item => ({
  sku,
  ids: [],
  description: sku,
  baseUnit: 'C62',
  conversions: [{ unit: 'XCS', baseUnits: '12' }],
  ...more,
});
const stocked = [...items, bolt('AX-101'), bolt('AX-102')];
const gone = stocked.map((item) => (item.sku === 'AX-100' ? { ...item, status: 'discontinued' as const } : item));
const by = (substitute: string, more: Partial<Substitute> = {}): Substitute => ({
  sku: 'AX-100',
  substitute,
  reason: 'superseded',
  ...more,
});
const allowed: Partial<Policy> = { substitution: 'allowed' };
const skuBy = (substitutes: readonly Substitute[], tables: Partial<MasterData> = {}, policy = allowed) => {
  const result = enrichWith({ tables: { items: stocked, substitutes, ...tables }, policy });
  return result.type === 'enriched' ? result.lines[0]?.sku : failuresOf(result);
};
const discontinued = 'inventory: line 1: item AX-100 is discontinued';

describe('R20 a substitute', () => {
  it('ships where it is allowed, and the answer says what stands for what', () => {
    const substitutes = [by('AX-101', { from: '2026-03-01', version: '4' })];
    const result = enrichWith({ tables: { items: stocked, substitutes }, policy: allowed });
    expect(result).toMatchObject({
      type: 'enriched',
      lines: [
        { lineId: '1', sku: 'AX-101', ordered: { value: '24', unit: 'C62' }, base: { value: '24', unit: 'C62' } },
      ],
      substitutions: [{ lineId: '1', ordered: 'AX-100', substitute: 'AX-101' }],
    });
    expect(usedOf(result, 'substitute')).toEqual(['AX-100/AX-101 4 2026-03-02']);
    expect(usedOf(result, 'item')).toEqual(['AX-100 md-1', 'AX-101 md-1']);
    expect(enrichWith()).not.toHaveProperty('substitutions');
  });

  it.each<[string, readonly Substitute[], Partial<MasterData>, unknown]>([
    ['superseded tomorrow', [by('AX-101', { from: '2026-03-03' })], {}, 'AX-100'],
    ['superseded until yesterday', [by('AX-101', { until: '2026-03-01' })], {}, 'AX-100'],
    ['for another partner', [by('AX-101', { partner: 'other' })], {}, 'AX-100'],
    ['for another customer', [by('AX-101', { customerNumber: 'C-9' })], {}, 'AX-100'],
    [
      'the customer’s before the partner’s before all',
      [by('AX-102'), by('AX-102', { partner: 'northfield' }), by('AX-101', { customerNumber: 'C-1' })],
      {},
      'AX-101',
    ],
    ['the lower rank', [by('AX-102', { rank: 2 }), by('AX-101', { rank: 1 })], {}, 'AX-101'],
    ['through two steps', [by('AX-101'), by('AX-102', { sku: 'AX-101' })], {}, 'AX-102'],
    ['for a discontinued item, which is not', [by('AX-101', { reason: 'discontinued' })], {}, 'AX-100'],
    ['for a discontinued item, which is', [by('AX-101', { reason: 'discontinued' })], { items: gone }, 'AX-101'],
    ['none for a discontinued item', [], { items: gone }, [discontinued]],
  ])('%s', (_, substitutes, tables, expected) => {
    expect(skuBy(substitutes, tables)).toEqual(expected);
    expect(skuBy([...substitutes].reverse(), tables)).toEqual(expected);
  });

  it.each<[string, readonly Substitute[], Partial<MasterData>, readonly string[]]>([
    [
      'two of one rank',
      [by('AX-101'), by('AX-102')],
      {},
      ['itemCrossReference: line 1: AX-101 and AX-102 stand in the place of AX-100, expected one'],
    ],
    [
      'one that is no item',
      [by('AX-999')],
      {},
      ['itemCrossReference: line 1: substitutes lead from AX-100 to AX-999, and no item has the last number'],
    ],
    [
      'a circle',
      [by('AX-101'), by('AX-100', { sku: 'AX-101' })],
      {},
      ['itemCrossReference: line 1: substitutes lead from AX-100 to AX-101 to AX-100, which is a circle'],
    ],
  ])('%s is a fault of the tables', (_, substitutes, tables, expected) => {
    expect(skuBy(substitutes, tables)).toEqual(expected);
  });

  it('of another pack is never counted by the buyer’s unit', () => {
    const of = order([line('1', 'AX-100', '2', 'XCS', { price: undefined })]);
    const byTens = [...items, bolt('AX-101', { conversions: [{ unit: 'XCS', baseUnits: '10' }] })];
    const result = enrichWith({ of, tables: { items: byTens, substitutes: [by('AX-101')] }, policy: allowed });
    expect(failuresOf(result)).toEqual([
      'unitOfMeasure: line 1: a XCS of AX-100 has 12 C62, its substitute AX-101 has 10 C62',
    ]);
  });
});

describe('R20 consent', () => {
  const needs = 'inventory: line 1: substitution of AX-100 by AX-101 needs consent';
  it.each<[string, Policy['substitution'], Partial<Substitute>, Partial<MasterData>, unknown]>([
    ['never: what can still be had ships as ordered', 'never', {}, {}, 'AX-100'],
    ['never: what is gone waits', 'never', {}, { items: gone }, [`${discontinued} and may not become AX-101`]],
    ['needed: a person is asked', 'needsConsent', {}, {}, [needs]],
    ['allowed by the agreement against the policy', 'never', { consent: 'allowed' }, {}, 'AX-101'],
    ['never by the agreement against the policy', 'allowed', { consent: 'never' }, {}, 'AX-100'],
    ['needed by the agreement against the policy', 'allowed', { consent: 'needsConsent' }, {}, [needs]],
  ])('%s', (_, substitution, more, tables, expected) => {
    expect(skuBy([by('AX-101', more)], tables, { substitution })).toEqual(expected);
  });

  it('of a person is for the pair that was seen', () => {
    const approvals = [{ code: 'substitution-needs-consent', message: needs.slice('inventory: '.length), lineId: '1' }];
    const consented = (substitute: string, policy: Partial<Policy> = {}) => {
      const tables = { items: stocked, substitutes: [by(substitute)] };
      const result = enrichWith({ tables, policy, request: { approvals } });
      return result.type === 'enriched' ? result.lines[0]?.sku : failuresOf(result);
    };
    expect(consented('AX-101')).toBe('AX-101');
    expect(consented('AX-102')).toEqual([needs.replace('AX-101', 'AX-102')]);
    const strict = { enrichment: { ...defaultPolicy.enrichment, releasable: [] } };
    expect(consented('AX-101', strict)).toEqual([needs]);
  });
});

describe('out of stock', () => {
  const row = by('AX-101', { reason: 'outOfStock' });
  const have = (ordered: string, substitute?: string, unit = 'C62') => ({
    stock: [
      { sku: 'AX-100', available: { value: ordered, unit } },
      ...(substitute === undefined ? [] : [{ sku: 'AX-101', available: { value: substitute, unit } }]),
    ],
  });
  it.each<[string, Partial<MasterData>, string]>([
    ['nothing is known of stock', {}, 'AX-100'],
    ['enough', have('24'), 'AX-100'],
    ['one too few', have('23'), 'AX-101'],
    ['and the substitute has enough', have('0', '24'), 'AX-101'],
    ['and the substitute has too little: the ERP decides on the back-order', have('0', '23'), 'AX-100'],
    ['stock in another unit says nothing', have('0', '24', 'XCS'), 'AX-100'],
  ])('%s', (_, tables, expected) => expect(skuBy([row], tables)).toBe(expected));

  it('with neither row nor stock of its own an item ships as ordered', () => {
    expect(skuBy([], have('0'))).toBe('AX-100');
  });
});

describe('the price of a substitute', () => {
  const agreed = (sku: string, amount: string): ContractPrice => ({
    agreement: sku,
    sku,
    currency: 'USD',
    price: { amount },
  });
  it.each<[string, readonly ContractPrice[], string | undefined, unknown]>([
    ['is what is agreed for the item ordered', [agreed('AX-100', '3.25'), agreed('AX-101', '9')], '3.25', '3.25'],
    [
      'else what is agreed for the one that ships',
      [agreed('AX-101', '9')],
      '3.25',
      ["pricing: line 1: the buyer's price 3.25 per C62, agreement AX-101 says 9"],
    ],
    ['and is recorded where the buyer states none', [agreed('AX-101', '9')], undefined, '9'],
    [
      'and neither is agreed',
      [],
      undefined,
      ['pricing: line 1: the buyer states no price, and none is agreed for item AX-100 or AX-101'],
    ],
  ])('%s', (_, prices, amount, expected) => {
    const of = order([line('1', 'AX-100', '24', 'C62', { price: amount === undefined ? undefined : { amount } })]);
    const tables = { items: stocked, substitutes: [by('AX-101')], prices };
    expect(priceOf(enrichWith({ of, tables, policy: allowed }))).toEqual(expected);
  });
});
