import type { Shipment } from '@dist/canonical';
import { shopify } from '@dist/connectors/shopify';
import { describe, expect, it } from 'vitest';
import { fakeShop, lineGid, orderGid } from '../fake-shop.ts';
import { absent, differences } from './descriptions.ts';
import { recordingFetch } from './recording-fetch.ts';
import { shopifySchemas } from './shopify-schemas.ts';

const shipment: Shipment = {
  kind: 'shipment',
  version: '1',
  purpose: 'original',
  shipmentId: 'SH-1',
  createdAt: '2026-03-03T10:00:00Z',
  shippedOn: '2026-03-03',
  carrier: { name: 'UPS', trackingNumber: '1Z999' },
  parties: {},
  references: [],
  units: [],
  items: [{ orderNumber: '#1001', lineId: lineGid(1), ids: [], quantity: { value: '6', unit: 'C62' } }],
};
const lines = [{ id: 'gid://shopify/FulfillmentOrderLineItem/1', remainingQuantity: 10, lineItem: lineGid(1) }];
const cached = shopifySchemas.versions();
const reason = absent('shopify');
const worth = cached.length > 0 ? 'by each stable version' : 'by a trimmed 2026-07';

describe.skipIf(reason !== false)(`what the Shopify adapter sends (${reason || worth})`, () => {
  it.each(cached.length > 0 ? cached : ['2026-07'])('%s takes a shipment, variables and all', async (apiVersion) => {
    const shop = fakeShop({ fulfillmentOrders: [{ id: 'gid://shopify/FulfillmentOrder/1', status: 'OPEN', lines }] });
    const recorder = recordingFetch('shopify', shop.fetch);
    const baseUrl = 'https://example.myshopify.com';
    const connector = shopify({ baseUrl, accessToken: 'shpat_made_up', apiVersion, fetch: recorder.fetch });
    await connector.shipments.publish({ channelOrderId: orderGid, shipment }, { key: 'shop/1001/fulfillment/SH-1' });
    expect(recorder.requests.map(({ path }) => path)).toEqual(Array(2).fill(`/admin/api/${apiVersion}/graphql.json`));
    expect(await differences(recorder)).toEqual([]);
  });
});
