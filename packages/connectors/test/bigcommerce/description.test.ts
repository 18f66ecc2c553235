import { bigcommerce } from '@dist/connectors/bigcommerce';
import { fakeBigcommerce } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { absent, answerDifferences, checkRead, differences } from '../descriptions/descriptions.ts';
import { recordingFetch } from '../descriptions/recording-fetch.ts';
import { invoice, shipmentOf, stock } from './subject.ts';

const reason = absent('bigcommerce');

describe.skipIf(reason !== false)(`BigCommerce, by its description (${reason || 'at hand'})`, () => {
  it('sends what is described, and the fake answers what is described', async () => {
    const fake = fakeBigcommerce();
    const recorder = recordingFetch('bigcommerce', async (url, init) => await fake.handle(new Request(url, init)));
    const store = bigcommerce({ storeHash: 'abc', accessToken: 'token-1', pageSize: 2, fetch: recorder.fetch });
    await store.orders.find('kit.PO-1');
    await store.orders.status('2001');
    for await (const page of store.orders.list({ from: '2026-02-01T00:00:00Z' })) expect(page.ok).toBe(true);
    await store.orders.change(
      { number: '2002', lines: [{ lineId: '20021', quantity: { value: '12', unit: 'C62' } }] },
      { key: 'k1' },
    );
    await store.orders.cancel({ number: '2003', reason: 'buyer' }, { key: 'k2' });
    await store.shipments.publish(
      { channelOrderId: '2001', shipment: shipmentOf([['20011', '10']], '1Z-1') },
      { key: 'k3' },
    );
    await store.shipments.publish({ channelOrderId: '2001', shipment: shipmentOf([['20012', '1']]) }, { key: 'k4' });
    await store.invoices.publish({ channelOrderId: '2001', invoice }, { key: 'k5' });
    await store.invoices.publish({ channelOrderId: '2001', invoice: { ...invoice, shipmentIds: [] } }, { key: 'k6' });
    await store.inventory.availability({ items: ['AX-100'], locations: ['1'] });
    await store.inventory.publish(stock('40'), { key: 'k7' });
    await store.customers.find({ by: 'id', value: '11' });
    await store.customers.find({ by: 'email', value: 'ap@northfield.example' });
    await store.items.find({ by: 'sku', value: 'AX-100' });
    await store.items.find({ by: 'id', value: '965' });
    await store.health.check();
    expect(recorder.requests.length).toBeGreaterThan(40);
    // The text of the parameter says to append `:asc`, its enumeration forgets to.
    const found = await differences(recorder);
    expect(found.filter((line) => !line.includes('found "date_modified:asc"'))).toEqual([]);
    expect(await answerDifferences(recorder)).toEqual([]);
  });

  it.each([
    ['GET /orders', ['[].id', '[].status_id', '[].status', '[].date_modified', '[].external_order_id']],
    [
      'GET /orders/{order_id}/products',
      ['[].id', '[].order_address_id', '[].sku', '[].quantity', '[].quantity_shipped', '[].applied_discounts'],
    ],
    ['GET /orders/{order_id}/shipments', ['[].tracking_number', '[].comments', '[].items[].order_product_id']],
    ['GET /inventory/items', ['data[].identity.sku', 'data[].locations[].total_inventory_onhand']],
    ['GET /orders/count', ['count']],
  ])('reads what is there: %s', (operation, paths) => {
    expect(checkRead('bigcommerce', operation, paths).differences).toEqual([]);
  });
});
