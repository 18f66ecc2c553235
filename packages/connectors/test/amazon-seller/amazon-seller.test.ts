import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fetch } from '@dist/connectors';
import {
  amazonSeller,
  amazonSellerErrors,
  decodeOrder,
  decodeOrderStatus,
  encodePackages,
} from '@dist/connectors/amazon-seller';
import { fakeAmazonSeller } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { amazonError } from '../../src/amazon/amazon-error.ts';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { specs } from '../descriptions/systems.ts';
import { settings, shipment } from './subject.ts';

function world(change: object = {}) {
  const fake = fakeAmazonSeller();
  const sent: Request[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    return await fake.handle(request);
  };
  return { fake, sent, amazon: amazonSeller({ ...settings, fetch, ...change }) };
}

const searches = (sent: readonly Request[]) =>
  sent.filter(({ method }) => method === 'GET').map(({ url }) => new URL(url).searchParams);

describe('the list of orders', () => {
  it.each([
    [false, 'PROCEEDS,FULFILLMENT'],
    [true, 'BUYER,RECIPIENT,PROCEEDS,FULFILLMENT'],
  ])('asks for names and addresses (%s) only where the application may see them', async (personalData, included) => {
    const { sent, amazon } = world({ personalData });
    for await (const page of amazon.orders.list({ from: '2026-02-10T00:00:00Z' })) expect(page.ok).toBe(true);
    const [query] = searches(sent);
    expect(query?.get('includedData')).toBe(included);
    expect(query?.get('fulfilledBy')).toBe('MERCHANT');
    expect(query?.get('fulfillmentStatuses')).not.toContain('PENDING');
  });

  it('that goes on begins where Amazon said that it had looked up to', async () => {
    const { fake, sent, amazon } = world({ pageSize: 2 });
    let after = '';
    for await (const page of amazon.orders.list({ from: '2026-02-10T00:00:00Z' })) if (page.ok) after = page.next;
    const [first] = fake.state.orders;
    if (first === undefined) throw new Error('no order');
    first.updatedAt = Date.parse('2026-02-20T00:00:00Z');
    const numbers: string[] = [];
    for await (const page of amazon.orders.list({ after })) {
      if (page.ok) numbers.push(...page.items.map(({ number }) => number));
    }
    expect(numbers).toEqual([first.number]);
    expect(searches(sent).at(-1)?.get('lastUpdatedAfter')).toBe('2026-02-16T22:00:00.001Z');
  });
});

const order = {
  orderId: '111-1',
  createdTime: '2026-02-16T18:00:00Z',
  lastUpdatedTime: '2026-02-16T18:00:00Z',
  salesChannel: { channelName: 'AMAZON' },
  buyer: { buyerCompanyName: 'Northfield (sample)', buyerPurchaseOrderNumber: ' PO/7 ' },
  proceeds: {
    grandTotal: { amount: '32.50', currencyCode: 'USD' },
    breakdowns: [
      { type: 'ITEM', subtotal: { amount: '25.00', currencyCode: 'USD' } },
      { type: 'SHIPPING', subtotal: { amount: '10.00', currencyCode: 'USD' } },
      { type: 'TAX', subtotal: { amount: '2.50', currencyCode: 'USD' } },
      { type: 'DISCOUNT', subtotal: { amount: '-5.00', currencyCode: 'USD' } },
    ],
  },
  fulfillment: {
    fulfillmentStatus: 'UNSHIPPED',
    shipByWindow: { latestDateTime: '2026-02-18T07:59:59Z' },
    deliverByWindow: { latestDateTime: '2026-02-21T07:59:59Z' },
  },
  orderItems: [
    {
      orderItemId: '1',
      quantityOrdered: 2,
      product: { sellerSku: 'AX-100', asin: 'B0', price: { unitPrice: { amount: '12.50', currencyCode: 'USD' } } },
    },
    { orderItemId: '2', quantityOrdered: 0, product: { sellerSku: 'AX-200' } },
  ],
};

describe('an order that is read', () => {
  it('R19: has Amazon’s number, the buyer’s as it is, days of the zone, charges, taxes, and no cancelled line', () => {
    expect(decodeOrder(order, 'America/Los_Angeles')).toMatchObject({
      ok: true,
      value: {
        number: '111-1',
        channel: 'shop',
        currency: 'USD',
        dates: { ordered: '2026-02-16', shipNotAfter: '2026-02-17', deliverBy: '2026-02-20' },
        references: [{ type: 'purchaseOrder', value: ' PO/7 ' }],
        allowancesCharges: [
          { kind: 'charge', code: 'D240', amount: '10' },
          { kind: 'allowance', code: 'C310', amount: '5' },
        ],
        taxes: [{ category: 'TAX', amount: '2.5' }],
        lines: [{ lineId: '1', quantity: { value: '2', unit: 'C62' }, price: { amount: '12.5' } }],
      },
    });
  });

  it.each([
    [
      'without amounts, as one that is pending',
      { ...order, proceeds: undefined, orderItems: [{ ...order.orderItems[1], quantityOrdered: 1 }] },
      'currency',
    ],
    ['of which nothing is left', { ...order, orderItems: [order.orderItems[1]] }, 'order-cancelled'],
    ['without items', { ...order, orderItems: undefined }, 'value-missing'],
  ])('%s is told (%#)', (_, given, code) => {
    expect(decodeOrder(given, 'UTC').issues.map((issue) => issue.code)).toContain(code);
  });

  it.each([
    ['PENDING', 'pending'],
    ['UNSHIPPED', 'open'],
    ['PARTIALLY_SHIPPED', 'partlyShipped'],
    ['SHIPPED', 'shipped'],
    ['CANCELLED', 'cancelled'],
    ['UNFULFILLABLE', 'rejected'],
    ['toString', 'unknown'],
  ])('with the status %s is %s', (fulfillmentStatus, phase) => {
    expect(decodeOrderStatus({ ...order, fulfillment: { fulfillmentStatus } })).toMatchObject({ value: { phase } });
  });

  it('that is not there is not found; a 404 of something in between is a failure', async () => {
    expect(await world().amazon.orders.find('9')).toEqual({ status: 'notFound' });
    const { fake } = world();
    const amazon = amazonSeller({
      ...settings,
      fetch: async (url, init) =>
        url.includes('/orders/') ? new Response('{}', { status: 404 }) : await fake.handle(new Request(url, init)),
    });
    expect(await amazon.orders.find('9')).toMatchObject({ status: 'failed', failure: { class: 'not-found' } });
  });
});

describe('a shipment', () => {
  const number = '111-0000000-0000000';

  it('is one package for each tracking number, with the same reference each time', async () => {
    const { fake, sent, amazon } = world();
    const [item] = shipment.items;
    if (item === undefined) throw new Error('no item');
    const one = { value: '1', unit: 'C62' };
    const two = {
      ...shipment,
      units: [
        { unitId: 'C1', type: 'carton' as const, trackingNumber: '1Z1' },
        { unitId: 'C2', type: 'carton' as const, trackingNumber: '1Z2' },
      ],
      items: ['C1', 'C2'].map((unitId) => ({ ...item, unitId, quantity: one })),
    };
    const first = await amazon.shipments.publish({ channelOrderId: number, shipment: two }, { key: 'k' });
    const second = await amazon.shipments.publish({ channelOrderId: number, shipment: two }, { key: 'k' });
    expect(first).toMatchObject({ status: 'published' });
    expect(second).toEqual(first);
    expect(fake.state.packages.size).toBe(2);
    expect(sent.filter(({ url }) => url.endsWith('/shipmentConfirmation'))).toHaveLength(4);
  });

  it('says the carrier in Amazon’s word, and by name where Amazon has none', () => {
    const named = encodePackages({ ...shipment, carrier: { scac: 'XPOL', name: 'XPO (sample)' } }, number, settings);
    expect(named).toMatchObject({
      value: [{ body: { packageDetail: { carrierCode: 'Other', carrierName: 'XPO (sample)' } } }],
    });
    expect(encodePackages(shipment, number, settings)).toMatchObject({
      value: [
        {
          body: {
            marketplaceId: 'ATVPDKIKX0DER',
            packageDetail: {
              carrierCode: 'UPS',
              shippingMethod: 'Ground',
              trackingNumber: '1Z0000000000000001',
              orderItems: [{ orderItemId: '000000001', quantity: 2 }],
            },
          },
        },
      ],
    });
  });

  it.each([
    ['of another order', 'order', '999', shipment],
    ['without a tracking number', 'tracking-number', number, { ...shipment, units: [] }],
    ['without a carrier', 'carrier', number, { ...shipment, carrier: {} }],
    [
      'in cases',
      'unit',
      number,
      { ...shipment, items: shipment.items.map((item) => ({ ...item, quantity: { value: '2', unit: 'XCS' } })) },
    ],
    [
      'of half a piece',
      'quantity',
      number,
      { ...shipment, items: shipment.items.map((item) => ({ ...item, quantity: { value: '0.5', unit: 'C62' } })) },
    ],
  ])('%s is rejected before anything is sent', async (_, reason, channelOrderId, given) => {
    const { sent, amazon } = world();
    expect(await amazon.shipments.publish({ channelOrderId, shipment: given }, { key: 'k' })).toMatchObject({
      status: 'rejected',
      reason,
    });
    expect(sent).toEqual([]);
  });

  it.each([
    ['200 with an empty object', () => Response.json({})],
    ['202 without a body', () => new Response(null, { status: 202 })],
  ])('that is answered %s is confirmed by nobody: unknown, and may be sent again', async (_, answer) => {
    const { amazon } = world({
      fetch: async (url: string, init: RequestInit) =>
        url.endsWith('/shipmentConfirmation') ? answer() : await fakeAmazonSeller().handle(new Request(url, init)),
    });
    expect(await amazon.shipments.publish({ channelOrderId: number, shipment }, { key: 'k' })).toMatchObject({
      status: 'unknown',
      failure: { class: 'contract-drift', safeToReplay: true },
    });
  });
});

const model = join(specs, 'amazon-sp-api/orders_2026-01-01.json');
const isThere = existsSync(model);

describe.skipIf(!isThere)(
  `the static sandbox of the model orders_2026-01-01 (${isThere ? 'at hand' : 'not at hand'})`,
  () => {
    const answers = (path: string, status: string): readonly { readonly response: unknown }[] =>
      JSON.parse(readFileSync(model, 'utf8')).paths[path].get.responses[status]['x-amzn-api-sandbox'].static;

    it('has orders that are all read, or have nothing left to ship', () => {
      const pages = answers('/orders/2026-01-01/orders', '200').map(
        ({ response }) => response as { orders: readonly unknown[] },
      );
      const single = answers('/orders/2026-01-01/orders/{orderId}', '200').map(
        ({ response }) => (response as { order: unknown }).order,
      );
      const all = [...pages.flatMap(({ orders }) => orders), ...single];
      expect(all.length).toBeGreaterThan(3);
      for (const one of all) {
        expect(
          decodeOrder(one, 'UTC').issues.filter(
            ({ severity, code }) => severity === 'error' && code !== 'order-cancelled',
          ),
        ).toEqual([]);
        expect(decodeOrderStatus(one)).toMatchObject({ ok: true });
      }
    });

    it('has an error that is classed by a rule', () => {
      for (const { response } of answers('/orders/2026-01-01/orders', '400')) {
        expect(classOfError(amazonSellerErrors, { status: 400, ...amazonError(response) })).toBe('validation');
      }
    });
  },
);

it('R31: has ten errors or more, each with its page', () => {
  expect(amazonSellerErrors.length).toBeGreaterThanOrEqual(10);
  for (const { source } of amazonSellerErrors) expect(source).not.toBe('');
});
