import { oauth1 } from '@dist/connectors';
import { adobeCommerce } from '@dist/connectors/adobe-commerce';
import { fakeAdobeCommerce } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { absent, answerDifferences, checkRead, differences } from '../descriptions/descriptions.ts';
import { recordingFetch } from '../descriptions/recording-fetch.ts';
import { invoiceOf, keys, shipmentOf, stock } from './subject.ts';

const reason = absent('adobe-commerce');

describe.skipIf(reason !== false)(`Adobe Commerce, by its description (${reason || 'at hand'})`, () => {
  it('sends what is described, and the fake answers what is described', async () => {
    const fake = fakeAdobeCommerce();
    const recorder = recordingFetch('adobe-commerce', async (url, init) => await fake.handle(new Request(url, init)));
    const store = adobeCommerce({
      baseUrl: 'https://shop.example',
      auth: oauth1(keys),
      pageSize: 2,
      shipFromSource: 'default',
      fetch: recorder.fetch,
    });
    await store.orders.find('kit.PO-1');
    await store.orders.status('901');
    for await (const page of store.orders.list({ from: '2026-02-01T00:00:00Z' })) expect(page.ok).toBe(true);
    await store.shipments.publish(
      { channelOrderId: '901', shipment: shipmentOf([['9011', '10']], '1Z-1') },
      { key: 'k1' },
    );
    await store.shipments.publish({ channelOrderId: '901', shipment: shipmentOf([['9011', '1']]) }, { key: 'k2' });
    await store.invoices.publish({ channelOrderId: '901', invoice: invoiceOf('INV-1') }, { key: 'k3' });
    await store.invoices.publish({ channelOrderId: '901', invoice: invoiceOf('INV-1') }, { key: 'k3' });
    await store.orders.cancel({ number: '902', reason: 'buyer' }, { key: 'k4' });
    await store.inventory.availability({ items: ['AX-100', 'AX-200'] });
    await store.inventory.availability({ items: ['AX-100'], locations: ['north'] });
    await store.inventory.publish(stock('40'), { key: 'k5' });
    await store.customers.find({ by: 'id', value: '77' });
    await store.customers.find({ by: 'email', value: 'ap@northfield.example' });
    await store.items.find({ by: 'sku', value: 'AX-100' });
    await store.health.check();
    expect(recorder.requests.length).toBeGreaterThan(25);
    expect(await differences(recorder)).toEqual([]);
    // The description has no success for it: the answer is compared with that of an error.
    const answered = await answerDifferences(recorder);
    expect(answered.filter((line) => !line.startsWith('POST /rest/default/V1/inventory/source-items 200'))).toEqual([]);
  });

  it.each([
    [
      'GET /V1/orders',
      [
        'items[].entity_id',
        'items[].increment_id',
        'items[].ext_order_id',
        'items[].state',
        'items[].updated_at',
        'items[].items[].qty_shipped',
        'items[].items[].qty_invoiced',
        'items[].items[].qty_canceled',
        'total_count',
      ],
    ],
    ['GET /V1/shipments', ['items[].tracks[].track_number', 'items[].comments[].comment', 'items[].items[].qty']],
    ['GET /V1/invoices', ['items[].entity_id', 'items[].comments[].comment']],
    ['GET /V1/inventory/source-items', ['items[].sku', 'items[].source_code', 'items[].quantity']],
    ['GET /V1/customers/search', ['items[].email', 'items[].extension_attributes.company_attributes.company_id']],
    ['GET /V1/products', ['items[].id', 'items[].sku', 'items[].name', 'items[].status']],
  ])('reads what is there: %s', (operation, paths) => {
    expect(checkRead('adobe-commerce', operation, paths).differences).toEqual([]);
  });
});
