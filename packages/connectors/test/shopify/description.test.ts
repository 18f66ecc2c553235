import { fakeShopify } from '@dist/connectors/fakes';
import { shopify } from '@dist/connectors/shopify';
import { describe, expect, it } from 'vitest';
import { absent, differences } from '../descriptions/descriptions.ts';
import { recordingFetch } from '../descriptions/recording-fetch.ts';
import { shopifySchemas } from '../descriptions/shopify-schemas.ts';
import { lineId, orderId, subject } from './subject.ts';

const versions = shopifySchemas.versions().filter((version) => version >= '2026-01');
const reason = absent('shopify') || (versions.length === 0 && 'only a trimmed schema is at hand: npm run descriptions');

describe.skipIf(reason !== false)(`what the Shopify adapter sends (${reason || 'by each stable version'})`, () => {
  it.each(versions)('%s takes every operation, variables and all', async (apiVersion) => {
    const fake = fakeShopify();
    const recorder = recordingFetch('shopify', async (url, init) => await fake.handle(new Request(url, init)));
    const settings = { baseUrl: 'https://example.myshopify.com', accessToken: 'shpat_secret', location: '11' };
    const shop = (by: 'name' | 'reference') =>
      shopify({ ...settings, apiVersion, findOrdersBy: by, fetch: recorder.fetch, wait: () => Promise.resolve() });
    const { orders, inventory, customers, items, health, shipments, invoices } = shop('reference');
    const key = { key: 'k' };
    const { samples = {} } = subject;
    const outcomes: { readonly status: string }[] = [
      await orders.find('kit.PO-1'),
      await shop('name').orders.find('#1001'),
      await orders.status(orderId),
      await orders.change({ number: orderId, lines: [{ lineId, quantity: { value: '8', unit: 'C62' } }] }, key),
      await orders.cancel({ number: orderId, reason: 'customer' }, key),
      await inventory.availability({ items: ['AX-100'] }),
      await customers.find({ by: 'number', value: 'C-1' }),
      await customers.find({ by: 'id', value: '7' }),
      await customers.find({ by: 'id', value: 'gid://shopify/Customer/21' }),
      await customers.find({ by: 'email', value: 'buyer@example.com' }),
      await items.find({ by: 'sku', value: 'AX-100' }),
      await items.find({ by: 'id', value: '808950810' }),
      await health.check(),
    ];
    const { 'inventory.publish': stock, 'shipments.publish': shipment, 'invoices.publish': invoice } = samples;
    if (stock) outcomes.push(await inventory.publish(stock, key));
    const channelOrderId = 'gid://shopify/Order/450001002';
    if (invoice) outcomes.push(await invoices.publish({ ...invoice, channelOrderId }, key));
    if (shipment) {
      const lines = shipment.shipment.items.map((item) => ({ ...item, lineId: 'gid://shopify/LineItem/10021' }));
      const notice = { channelOrderId, shipment: { ...shipment.shipment, items: lines } };
      outcomes.push(await shipments.publish(notice, key));
    }
    for await (const page of orders.list()) expect(page.ok).toBe(true);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'found',
      'found',
      'found',
      'changed',
      'cancelled',
      'found',
      'found',
      'found',
      'found',
      'found',
      'found',
      'found',
      'well',
      'published',
      'published',
      'published',
    ]);
    expect(await differences(recorder)).toEqual([]);
  });
});
