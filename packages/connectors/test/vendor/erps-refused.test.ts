import type { Order } from '@dist/canonical';
import { describe, expect, it } from 'vitest';
import { linesWith, write } from './erp-orders.ts';
import type { System } from './vendor-map.ts';

describe('what the ERP would take for something else is not written', () => {
  const byStore = [{ location: { scheme: 'buyer' as const, value: '7' }, quantity: { value: '6', unit: 'XCS' } }];
  const byDay = [{ type: 'deliverBy' as const, date: '2026-03-12', quantity: { value: '6', unit: 'XCS' } }];
  const addressed = { ids: [], address: { lines: ['4 Other Road'] } };
  const longIds = [
    { scheme: 'seller' as const, value: 'AX-100' },
    { scheme: 'buyer' as const, value: '9'.repeat(36) },
  ];
  const freight = { kind: 'charge' as const, code: 'D240', amount: '5' };
  const elsewhere = { ids: [{ scheme: 'buyer' as const, value: '999' }] };
  const discount = [{ kind: 'allowance', code: 'C310', amount: '5' }] as const;
  it.each<[what: string, system: System, change: (system: System) => Partial<Order>, rule: string]>([
    ['a cancellation', 'netsuite', () => ({ purpose: 'cancellation' }), 'purpose'],
    ['a cancellation', 'sap-s4', () => ({ purpose: 'cancellation' }), 'purpose'],
    [
      'a price for ten',
      'netsuite',
      (s) => ({ lines: linesWith(s, { price: { amount: '9', per: '10' } }) }),
      'price-basis',
    ],
    [
      'a price by weight',
      'netsuite',
      (s) => ({ lines: linesWith(s, { price: { amount: '9', unit: 'LBR' } }) }),
      'price-unit',
    ],
    [
      'a price by weight',
      'sap-s4',
      (s) => ({ lines: linesWith(s, { price: { amount: '9', unit: 'LBR' } }) }),
      'price-unit',
    ],
    ['a discount', 'netsuite', () => ({ allowancesCharges: [...discount] }), 'charges-only'],
    ['a discount', 'sap-s4', () => ({ allowancesCharges: [...discount] }), 'no-allowances'],
    [
      'a discount of a line',
      'netsuite',
      (s) => ({ lines: linesWith(s, { allowancesCharges: [...discount] }) }),
      'no-line-allowances',
    ],
    [
      'a discount of a line',
      'sap-s4',
      (s) => ({ lines: linesWith(s, { allowancesCharges: [...discount] }) }),
      'no-line-allowances',
    ],
    ['a line by store', 'netsuite', (s) => ({ lines: linesWith(s, { allocations: byStore }) }), 'not-split-by-place'],
    ['a line by store', 'sap-s4', (s) => ({ lines: linesWith(s, { allocations: byStore }) }), 'not-split-by-place'],
    ['a line by day', 'netsuite', (s) => ({ lines: linesWith(s, { schedules: byDay }) }), 'not-split-by-day'],
    ['a line by day', 'sap-s4', (s) => ({ lines: linesWith(s, { schedules: byDay }) }), 'not-split-by-day'],
    [
      'a line to elsewhere',
      'netsuite',
      (s) => ({ lines: linesWith(s, { parties: { shipTo: elsewhere } }) }),
      'line-place',
    ],
    [
      'a line to another name',
      'netsuite',
      (s) => ({ lines: linesWith(s, { parties: { shipTo: { name: 'B', ids: [] } } }) }),
      'line-place-named',
    ],
    [
      'a line to an address',
      'netsuite',
      (s) => ({ lines: linesWith(s, { parties: { shipTo: addressed } }) }),
      'line-place-addressed',
    ],
    [
      'a line to an address',
      'sap-s4',
      (s) => ({ lines: linesWith(s, { parties: { shipTo: addressed } }) }),
      'line-ship-to-unknown',
    ],
    ['handling', 'netsuite', () => ({ allowancesCharges: [{ ...freight, code: 'D500' }] }), 'freight-only'],
    ['two charges', 'netsuite', () => ({ allowancesCharges: [freight, { ...freight, code: 'D500' }] }), 'one-charge'],
    [
      'a buyer’s item number of 36 characters',
      'sap-s4',
      (s) => ({ lines: linesWith(s, { ids: longIds }) }),
      'item-of-buyer',
    ],
    [
      'a line to a place unknown',
      'sap-s4',
      (s) => ({ lines: linesWith(s, { parties: { shipTo: elsewhere } }) }),
      'line-ship-to-of-number',
    ],
    ['a date that is none', 'sap-s4', () => ({ dates: { deliverBy: '2026-02-30' } }), 'deliver-by'],
  ])('%s (%s)', (_, system, change, rule) => {
    const { body, issues } = write(system, change(system));
    expect(body).toBeUndefined();
    expect(issues.map((issue) => issue.rule)).toContain(rule);
  });

  it('SAP has a partner of its own for a line that goes elsewhere', () => {
    const parties = { shipTo: { ids: [{ scheme: 'erp' as const, value: '17100044' }] } };
    const { body, issues } = write('sap-s4', { lines: linesWith('sap-s4', { parties }) });
    expect(issues).toEqual([]);
    const to_Partner = { results: [{ PartnerFunction: 'SH', Customer: '17100044' }] };
    expect(body).toMatchObject({ to_Item: { results: [{ to_Partner }, {}] } });
  });

  it('gotcha 12 SAP has a place for a price of ten, and it is not divided', () => {
    expect(JSON.stringify(write('sap-s4').body)).toContain('"ConditionRateValue":"384","ConditionQuantity":"10"');
  });

  it('gotcha 19 a price of nothing is a price', () => {
    expect(write('netsuite').body).toMatchObject({ item: { items: [{}, { rate: 0 }] } });
  });

  it('gotcha 9 a line id that SAP has no room for is told, and the order is written', () => {
    const { body, issues } = write('sap-s4', { lines: linesWith('sap-s4', { lineId: 'gid://shopify/LineItem/1' }) });
    expect(body).toBeDefined();
    expect(issues).toMatchObject([{ rule: 'line-id', severity: 'warning' }]);
  });
});
