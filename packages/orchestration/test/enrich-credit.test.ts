import type { Order } from '@dist/canonical';
import {
  type CreditAccount,
  type EnrichmentRequest,
  errorClasses,
  type MasterData,
  type TradeHold,
} from '@dist/orchestration';
import { describe, expect, it } from 'vitest';
import { enrichWith, failuresOf, usedOf } from './enrich-with.ts';
import { line, masterData, order } from './sample.ts';

const account = (openBalance: string, more: Partial<CreditAccount> = {}): CreditAccount => ({
  customerNumber: 'C-1',
  limit: { amount: '100', currency: 'USD' },
  openBalance,
  ...more,
});
const faults = (creditAccounts: readonly CreditAccount[], of?: Order, more: Partial<MasterData> = {}) =>
  failuresOf(enrichWith({ ...(of && { of }), tables: { creditAccounts, ...more } }));
const approved = (code: string, lineId?: string): Partial<EnrichmentRequest> => ({
  approvals: [{ code, message: 'as it was then', lineId, by: 'credit desk' }],
});

describe('credit', () => {
  const shares = ['0012', '0013'].map((value) => ({
    location: { scheme: 'buyer' as const, value },
    quantity: { value: '12', unit: 'C62' },
  }));
  it.each<[string, readonly CreditAccount[], Order | undefined, readonly string[]]>([
    ['78 and 22 are 100, which is the limit', [account('22')], undefined, []],
    [
      'a cent more',
      [account('22.01')],
      undefined,
      ['credit: customer C-1: open 22.01 and this order 78 make 100.01 USD, the limit is 100 USD'],
    ],
    [
      'two stores of one customer owe together',
      [account('22.01')],
      order([line('1', 'AX-100', '24', 'C62', { allocations: shares })]),
      ['credit: customer C-1: open 22.01 and this order 78 make 100.01 USD, the limit is 100 USD'],
    ],
    ['of another customer', [account('99', { customerNumber: 'C-9' })], undefined, []],
    [
      'in another currency',
      [account('0', { limit: { amount: '100', currency: 'CAD' } })],
      undefined,
      ['credit: customer C-1: the limit is in CAD, the order is in USD'],
    ],
    [
      'of an order whose value nobody knows',
      [account('0')],
      order([line('1', 'AX-100', '24', 'C62', { price: undefined })]),
      ['credit: customer C-1: the order has lines without price, and the customer has a limit'],
    ],
    ['that ended yesterday', [account('99', { until: '2026-03-01' })], undefined, []],
    [
      'the account with the least room counts',
      [account('0'), account('99')],
      undefined,
      ['credit: customer C-1: open 99 and this order 78 make 177 USD, the limit is 100 USD'],
    ],
  ])('%s', (_, accounts, of, expected) => expect(faults(accounts, of)).toEqual(expected));

  it('of the company that the customer belongs to, where it has no account of its own', () => {
    const customers = masterData.customers.map((customer) => ({ ...customer, parentNumber: 'C-0' }));
    const parent = account('99', { customerNumber: 'C-0' });
    const told = ['credit: customer C-0: open 99 and this order 78 make 177 USD, the limit is 100 USD'];
    expect(faults([parent], undefined, { customers })).toEqual(told);
    expect(faults([parent, account('0')], undefined, { customers })).toEqual([]);
    const circle = customers.map((customer) => ({ ...customer, parentNumber: 'C-1' }));
    expect(faults([parent], undefined, { customers: circle })).toEqual([]);
  });

  it('by the case and by the piece is the same money', () => {
    const cases = order([line('1', 'AX-200', '2', 'XCS', { price: { amount: '39' } })]);
    const inPieces = { location: { scheme: 'buyer' as const, value: '0012' }, quantity: { value: '6', unit: 'C62' } };
    const half = order([
      line('1', 'AX-200', '1', 'XCS', {
        price: { amount: '39' },
        allocations: [inPieces, { ...inPieces, location: { scheme: 'buyer', value: '0013' } }],
      }),
    ]);
    expect(faults([account('22.01')], cases)[0]).toContain('this order 78 make');
    expect(faults([account('61.01')], half)[0]).toContain('this order 39 make');
  });

  it('a person may release it, and the owner is named by the policy', () => {
    const tables = { creditAccounts: [account('99')] };
    expect(enrichWith({ tables, request: approved('credit-limit') }).type).toBe('enriched');
    expect(enrichWith({ tables, request: approved('credit-currency') }).type).toBe('unresolved');
    expect(errorClasses.credit.owner).toBe('credit');
    expect(usedOf(enrichWith({ tables, request: approved('credit-limit') }), 'creditAccount')).toEqual(['C-1 md-1']);
  });
});

describe('holds', () => {
  const hold = (more: Partial<TradeHold>): TradeHold => ({
    hold: 'credit',
    class: 'credit',
    reason: 'unpaid since May',
    ...more,
  });
  const toCanada: Order['parties'] = {
    shipTo: { ids: [{ scheme: 'buyer', value: '0012' }], address: { lines: [], country: 'CA' } },
  };
  const both = order([line('1', 'AX-100', '1'), line('2', 'AX-200', '1')], { parties: toCanada });
  it.each<[string, Partial<TradeHold>, readonly string[]]>([
    ['of the customer', { customerNumber: 'C-1' }, ['credit: customer C-1 is on hold (credit): unpaid since May']],
    ['of another customer', { customerNumber: 'C-9' }, []],
    ['of a ship-to', { shipToNumber: 'S-0012' }, ['credit: customer C-1 is on hold (credit): unpaid since May']],
    ['of the partner', { partner: 'northfield' }, ['credit: customer C-1 is on hold (credit): unpaid since May']],
    ['of another partner', { partner: 'other' }, []],
    [
      'of an item',
      { hold: 'hazmat', class: 'inventory', sku: 'AX-200' },
      ['inventory: line 2: item AX-200 is on hold (hazmat): unpaid since May'],
    ],
    [
      'of an item to a country',
      { hold: 'export', class: 'customerMaster', sku: 'AX-200', country: 'CA' },
      ['customerMaster: line 2: item AX-200 to CA is on hold (export): unpaid since May'],
    ],
    ['of an item to another country', { hold: 'export', sku: 'AX-200', country: 'MX' }, []],
    [
      'of all that goes to a country',
      { hold: 'export', class: 'customerMaster', country: 'CA' },
      ['customerMaster: customer C-1 to CA is on hold (export): unpaid since May'],
    ],
    ['from tomorrow on', { customerNumber: 'C-1', from: '2026-03-03' }, []],
  ])('%s', (_, more, expected) => {
    expect(failuresOf(enrichWith({ of: both, tables: { holds: [hold(more)] } }))).toEqual(expected);
  });

  it.each<[string, Partial<TradeHold>, Partial<EnrichmentRequest>, string]>([
    ['a person releases', { customerNumber: 'C-1' }, approved('hold-credit'), 'enriched'],
    ['a person releases another', { customerNumber: 'C-1' }, approved('hold-export'), 'unresolved'],
    ['a person releases for one line', { sku: 'AX-100' }, approved('hold-credit', '1'), 'enriched'],
    ['a person releases for another line', { sku: 'AX-100' }, approved('hold-credit', '2'), 'unresolved'],
    ['nobody releases', { customerNumber: 'C-1', releasable: false }, approved('hold-credit'), 'unresolved'],
  ])('%s', (_, more, request, expected) => {
    expect(enrichWith({ tables: { holds: [hold(more)] }, request }).type).toBe(expected);
  });
});
