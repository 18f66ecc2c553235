import { check, Order } from '@dist/canonical';
import { orderMap } from '@dist/connectors/shopify';
import { compile, json } from '@dist/mapping';
import { describe, expect, it } from 'vitest';
import { webhookOrder } from './webhook-order.ts';

const compiled = compile(orderMap, { native: json(), canonical: Order });

function read(change: object = {}) {
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  return compiled.value.read({ ...webhookOrder, ...change });
}

describe('the map of a shop order', () => {
  it('compiles without an issue', () => {
    expect(compiled.issues).toEqual([]);
    expect(compiled.ok).toBe(true);
  });

  it('reads an order of a company', () => {
    const { value, issues } = read();
    expect(issues).toEqual([]);
    expect(value).toEqual({
      kind: 'order',
      version: '1',
      purpose: 'original',
      number: '#1001',
      channel: 'shop',
      currency: 'USD',
      placedAt: '2026-03-02T08:00:00-06:00',
      dates: {},
      parties: {
        buyer: { name: 'A made-up company', ids: [{ scheme: 'channel', value: '7' }] },
        shipTo: {
          name: 'Dock 4',
          additionalName: 'A made-up company',
          ids: [{ scheme: 'channel', value: '11' }],
          address: {
            lines: ['1 Example Road', 'Gate B'],
            city: 'Springfield',
            region: 'IL',
            postalCode: '62701',
            country: 'US',
          },
        },
        billTo: {
          name: 'Accounts',
          additionalName: 'A made-up company',
          ids: [],
          address: { lines: ['2 Example Road'], city: 'Springfield', region: 'IL', postalCode: '62701', country: 'US' },
        },
      },
      terms: { netDays: 30, description: 'Net 30' },
      references: [
        { type: 'shopOrderId', value: 'gid://shopify/Order/820982911946154508' },
        { type: 'purchaseOrder', value: 'PO-7781' },
      ],
      lines: [
        {
          lineId: 'gid://shopify/LineItem/866550311766439020',
          ids: [
            { scheme: 'seller', value: 'AX-100' },
            { scheme: 'channel', value: '808950810' },
          ],
          description: 'Hex bolt',
          quantity: { value: '24', unit: 'C62' },
          price: { amount: '3.25' },
          allowancesCharges: [{ kind: 'allowance', code: 'C310', amount: '7.8' }],
        },
      ],
      allowancesCharges: [{ kind: 'charge', code: 'D240', amount: '12.5', description: 'Ground' }],
      taxes: [{ category: 'IL State Tax', amount: '4.39' }],
      notes: ['Call before delivery'],
      total: '87.09',
      ext: { shopify: { taxesIncluded: false, presentmentCurrency: 'USD' } },
    });
  });

  it('reads amounts that make the total that the shop states', () => {
    const { value } = read();
    expect(value && check(value)).toEqual([]);
  });

  it('reads the order of a person, who has no company, no terms and no number of a place', () => {
    const { value, issues } = read({ company: null, po_number: null, payment_terms: null, note: null });
    expect(issues).toEqual([]);
    expect(value?.parties.shipTo?.ids).toEqual([]);
    expect(value?.terms).toBeUndefined();
    expect(value?.references.map(({ type }) => type)).toEqual(['shopOrderId']);
  });

  it('tells taxes that the prices hold already, and they are not added again', () => {
    const { value } = read({ taxes_included: true, total_price: '82.70' });
    expect(value?.taxes).toEqual([{ category: 'IL State Tax', amount: '4.39', included: true }]);
    expect(value && check(value)).toEqual([]);
  });

  it.each([
    ['its name', { name: null }],
    ['its global id', { admin_graphql_api_id: undefined }],
    ['a currency', { currency: null }],
    ['lines', { line_items: [] }],
    ['money (R06 a test order)', { test: true }],
  ])('refuses an order without %s', (_, change) => {
    const { value, issues } = read(change);
    expect(value).toBeUndefined();
    expect(issues.some((issue) => issue.severity === 'error')).toBe(true);
  });
});
