import { shopify, verifyWebhook } from '@dist/connectors/shopify';
import type { ContractAdapter } from '@dist/connectors/testing';

/** The sample shop's first order. */
export const orderId = 'gid://shopify/Order/450001001';
export const lineId = 'gid://shopify/LineItem/10011';

const piece = (value: string) => ({ value, unit: 'C62' });
const secret = 'hush-hush';

/** Shopify as the kit drives it. */
export const subject: ContractAdapter = {
  connect: (runtime) =>
    shopify({
      baseUrl: 'https://example.myshopify.com',
      accessToken: 'shpat_secret',
      apiVersion: '2026-07',
      location: '11',
      wait: () => Promise.resolve(),
      ...runtime,
    }),
  samples: {
    'orders.find': 'kit.PO-1',
    'orders.status': orderId,
    'orders.cancel': {},
    'orders.change': [{ lineId, quantity: piece('12') }],
    'inventory.availability': { items: ['AX-100'] },
    'inventory.publish': {
      kind: 'inventoryAvailability',
      version: '1',
      purpose: 'original',
      number: 'stock-1',
      asOf: '2026-03-02T08:00:00Z',
      parties: {},
      references: [],
      items: [
        { ids: [{ scheme: 'seller', value: 'AX-100' }], quantities: [{ type: 'salable', quantity: piece('7') }] },
      ],
    },
    'shipments.publish': {
      channelOrderId: orderId,
      shipment: {
        kind: 'shipment',
        version: '1',
        purpose: 'original',
        shipmentId: 'W-1',
        createdAt: '2026-03-02T08:00:00Z',
        shippedOn: '2026-03-02',
        carrier: { name: 'UPS', trackingNumber: '1Z999' },
        parties: {},
        references: [],
        units: [],
        items: [{ orderNumber: '#1001', lineId, ids: [], quantity: piece('4') }],
      },
    },
    'invoices.publish': {
      channelOrderId: orderId,
      invoice: {
        kind: 'invoice',
        version: '1',
        type: 'invoice',
        number: 'INV-1',
        orderNumber: '#1001',
        shipmentIds: [],
        date: '2026-03-02',
        currency: 'USD',
        parties: {},
        references: [],
        lines: [],
        allowancesCharges: [],
        taxes: [],
        total: '42.5',
      },
    },
    'customers.find': { by: 'number', value: 'C-1' },
    'items.find': { by: 'sku', value: 'AX-100' },
  },
  // Every document is a POST. An edit changes nothing before it is committed.
  isWrite: async (request) => /"query":"mutation (?!BeginEdit|SetEditQuantity)/.test(await request.text()),
  secret: 'shpat_secret',
  errorBody: (_, message) => JSON.stringify({ errors: message }),
  errorInside: (message) =>
    Response.json({ errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'sample' } }] }),
  webhooks: {
    deliver: async () => {
      const body = new TextEncoder().encode('{"id":1}');
      const key = new TextEncoder().encode(secret);
      const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      const signature = new Uint8Array(await crypto.subtle.sign('HMAC', hmac, body));
      return {
        body,
        headers: {
          'x-shopify-hmac-sha256': btoa(String.fromCharCode(...signature)),
          'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
          'x-shopify-topic': 'orders/updated',
          'x-shopify-shop-domain': 'example.myshopify.com',
        },
      };
    },
    verify: async (body, headers) => {
      const result = await verifyWebhook(body, headers, secret);
      return { ok: result.ok, id: result.ok ? result.webhook.webhookId : undefined };
    },
    signature: 'x-shopify-hmac-sha256',
  },
};
