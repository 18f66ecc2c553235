import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { amazonErrors, amazonVendor, decodeOrder, decodeOrderStatus } from '@dist/connectors/amazon-vendor';
import { describe, expect, it } from 'vitest';
import { amazonError } from '../../src/amazon/amazon-error.ts';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { specs } from '../descriptions/systems.ts';
import { acknowledgment, invoice, settings, shipment } from './subject.ts';

type Json = Readonly<Record<string, unknown>>;

const folder = join(specs, 'amazon-sp-api');
const isThere = existsSync(join(folder, 'vendorOrders.json'));

/** Answers of the static sandbox (`x-amzn-api-sandbox`) of an operation, by status. */
function sandbox(model: string, method: string, path: string): readonly { status: number; response: unknown }[] {
  const document = JSON.parse(readFileSync(join(folder, `${model}.json`), 'utf8'));
  const { responses } = document.paths[path][method];
  return Object.entries(responses as Record<string, Json>).flatMap(([status, answer]) => {
    const { static: cases = [] } = (answer['x-amzn-api-sandbox'] ?? {}) as {
      static?: readonly { response: unknown }[];
    };
    return cases.map(({ response }) => ({ status: Number(status), response }));
  });
}

describe.skipIf(!isThere)(`the static sandbox of Amazon's models (${isThere ? 'at hand' : 'not at hand'})`, () => {
  it('has purchase orders that are all read, and those without details told as unreadable', () => {
    const pages = sandbox('vendorOrders', 'get', '/vendor/orders/v1/purchaseOrders').filter(
      ({ status }) => status === 200,
    );
    const orders = pages.flatMap(
      ({ response }) => (response as { payload: { orders: readonly Json[] } }).payload.orders,
    );
    const read = orders.map((order) => ({ order, result: decodeOrder(order, 'America/Los_Angeles') }));
    expect(read.length).toBeGreaterThan(8);
    for (const { order, result } of read) {
      if ('orderDetails' in order) expect([result.ok, ...result.issues]).toEqual([true]);
      else expect(result.ok).toBe(false);
    }
  });

  it('reads its import order: cases although the word is not in the model, price by weight, incoterm, ship window', () => {
    const [page] = sandbox('vendorOrders', 'get', '/vendor/orders/v1/purchaseOrders');
    if (page === undefined) throw new Error('no page');
    const { orders } = (page.response as { payload: { orders: readonly Json[] } }).payload;
    const result = decodeOrder(
      orders.find(({ purchaseOrderNumber }) => purchaseOrderNumber === '3TRD2IAB'),
      'America/Los_Angeles',
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        number: '3TRD2IAB',
        currency: 'USD',
        dates: { ordered: '2019-08-20', shipNotBefore: '2019-08-21', shipNotAfter: '2019-08-27' },
        freight: { payment: 'prepaid', incoterm: 'FOB' },
        references: [{ type: 'vendorNumber', value: '998US' }],
        lines: [{ quantity: { value: '5', unit: 'XCS' }, packSize: '10', price: { amount: '94.97', unit: 'LBR' } }],
      },
    });
  });

  it('leaves out the line that Amazon has cancelled', () => {
    const all = sandbox('vendorOrders', 'get', '/vendor/orders/v1/purchaseOrders').flatMap(
      ({ response }) => (response as { payload?: { orders: readonly Json[] } }).payload?.orders ?? [],
    );
    const result = decodeOrder(
      all.find(({ purchaseOrderNumber }) => purchaseOrderNumber === 'TestPO1'),
      'UTC',
    );
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    expect(result.value.lines).toHaveLength(1);
  });

  it('has statuses that are all read, with phases', () => {
    const pages = sandbox('vendorOrders', 'get', '/vendor/orders/v1/purchaseOrdersStatus').filter(
      ({ status }) => status === 200,
    );
    const orders = pages.flatMap(
      ({ response }) => (response as { payload: { ordersStatus: readonly unknown[] } }).payload.ordersStatus,
    );
    const read = orders.map((order) => decodeOrderStatus(order));
    expect(read.length).toBeGreaterThan(3);
    for (const result of read) expect(result.ok && result.value.phase).not.toBe('unknown');
    expect(read[0]).toMatchObject({
      value: {
        number: '2JK3S9VB',
        phase: 'partlyShipped',
        lines: [{ shipped: { value: '1', unit: 'C62' } }, {}, { status: 'rejected' }],
      },
    });
  });

  it.each([
    ['acknowledgments.publish', 'vendorOrders', '/vendor/orders/v1/acknowledgements'],
    ['shipments.publish', 'vendorShipments', '/vendor/shipping/v1/shipmentConfirmations'],
    ['invoices.publish', 'vendorInvoices', '/vendor/payments/v1/invoices'],
  ])('answers %s as it says', async (operation, model, path) => {
    const cases = sandbox(model, 'post', path);
    expect(cases.length).toBeGreaterThan(0);
    for (const { status, response } of cases) {
      const amazon = amazonVendor({
        ...settings,
        fetch: async (url) =>
          url.startsWith('https://api.amazon.com/')
            ? Response.json({ access_token: 'Atza|sandbox', expires_in: 3600 })
            : Response.json(response, { status }),
      });
      const call = { key: 'k' };
      const channelOrderId = '4Z32PAB0';
      const outcome =
        operation === 'acknowledgments.publish'
          ? await amazon.acknowledgments.publish({ channelOrderId, acknowledgment }, call)
          : operation === 'shipments.publish'
            ? await amazon.shipments.publish({ channelOrderId, shipment }, call)
            : await amazon.invoices.publish({ channelOrderId, invoice }, call);
      if (status === 202) {
        const { payload } = response as { payload: { transactionId: string } };
        expect(outcome).toEqual({ status: 'published', id: payload.transactionId });
      } else {
        expect(outcome).toMatchObject({ status: 'rejected', reason: 'InvalidInput' });
      }
    }
  });

  it('has errors that are each classed by a rule, not by their status alone', () => {
    const bodies = [
      ...sandbox('vendorOrders', 'get', '/vendor/orders/v1/purchaseOrders'),
      ...sandbox('vendorOrders', 'get', '/vendor/orders/v1/purchaseOrders/{purchaseOrderNumber}'),
      ...sandbox('vendorOrders', 'post', '/vendor/orders/v1/acknowledgements'),
      ...sandbox('vendorInvoices', 'post', '/vendor/payments/v1/invoices'),
    ].filter(({ status }) => status >= 400);
    expect(bodies.length).toBeGreaterThan(3);
    for (const { status, response } of bodies) {
      expect(classOfError(amazonErrors, { status, ...amazonError(response) })).toBe('validation');
    }
  });
});
