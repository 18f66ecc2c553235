import type { Order, OrderLine } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { golden } from './erp-orders.ts';
import { tenantOverlays as tenant } from './tenant-overlays.ts';
import { openVendorMap } from './vendor-map.ts';

describe('what was written reads back as the same order', () => {
  const units = ['AX-100|XCS', 'AX-100|C62', 'AX-200|LBR', 'A|B|C62'];
  const facts: Facts = {
    currency: { '1': 'USD', '2': 'CAD' },
    itemUnit: Object.fromEntries(units.map((value, index) => [`${4711 + index}|${index}`, value])),
  };
  const text = fc.string({ minLength: 1, maxLength: 6 });
  const decimal = fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9 }))
    .map(([whole, tenth]) => `${whole}.${tenth}`);
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const line = fc
    .record({ lineId: text, unit: fc.constantFrom(...units), value: decimal, amount: decimal })
    .map(({ lineId, unit, value, amount }): OrderLine => {
      const cut = unit.lastIndexOf('|');
      const ids = [{ scheme: 'seller' as const, value: unit.slice(0, cut) }];
      return { lineId, ids, quantity: { value, unit: unit.slice(cut + 1) }, price: { amount, per: '1' } };
    });
  const lines = fc.uniqueArray(line, { minLength: 1, maxLength: 5, selector: ({ lineId }) => lineId });
  const order = fc
    .record({
      number: text,
      reference: text,
      currency: fc.constantFrom('USD', 'CAD'),
      ordered: day,
      place: text,
      lines,
    })
    .map(
      (made): Order => ({
        kind: 'order',
        version: '1',
        purpose: 'original',
        channel: 'edi',
        number: made.number,
        currency: made.currency,
        dates: { ordered: made.ordered },
        parties: {
          buyer: { ids: [{ scheme: 'erp', value: '206' }] },
          shipTo: { ids: [{ scheme: 'erp', value: made.place }] },
        },
        references: [{ type: 'externalReference', value: made.reference }],
        lines: made.lines,
        ext: { 'sap-s4': { salesOrganization: '1710', distributionChannel: '10', division: '00' } },
      }),
    );

  it('SAP', () => {
    const map = openVendorMap('sap-s4');
    fc.assert(
      fc.property(order, (document) => {
        expect(map.read(map.write(document, { facts }).value, { facts }).value).toEqual(document);
      }),
      { numRuns: 60 },
    );
  });

  it('NetSuite, with a column for the buyer’s line', () => {
    const map = openVendorMap('netsuite', [tenant.netsuite]);
    fc.assert(
      fc.property(order, ({ ext: _, lines: given, ...rest }) => {
        const document = {
          ...rest,
          lines: given.map((one) => ({ ...one, price: { amount: one.price?.amount ?? '0' } })),
        };
        expect(map.read(map.write(document, { facts }).value, { facts }).value).toEqual(document);
      }),
      { numRuns: 60 },
    );
  });

  it('NetSuite numbers its lines 1, 4, 7, and they are read as they are', () => {
    const { native, facts: known } = golden('netsuite');
    const { items } = native['item'] as { items: object[] };
    const numbered = { ...native, item: { items: items.map((item, index) => ({ ...item, line: 1 + 3 * index })) } };
    const { value, issues } = openVendorMap('netsuite').read(numbered, { facts: known });
    expect(issues).toEqual([]);
    expect(value?.lines.map(({ lineId }) => lineId)).toEqual(['1', '4']);
    expect(value?.lines[0]?.quantity).toEqual({ value: '6', unit: 'XCS' });
  });
});
