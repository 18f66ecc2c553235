import { createSign, generateKeyPairSync } from 'node:crypto';
import { oauth1 } from '@dist/connectors';
import { adobeCommerce, verifyAdobeCommerceWebhook } from '@dist/connectors/adobe-commerce';
import type { ContractAdapter } from '@dist/connectors/testing';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

export const keys = {
  consumerKey: 'consumer-key',
  consumerSecret: 'consumer-secret-1',
  token: 'token-1',
  tokenSecret: 'token-secret-1',
};

export const shipmentOf = (lines: readonly (readonly [string, string])[], trackingNumber?: string) => ({
  kind: 'shipment' as const,
  version: '1' as const,
  purpose: 'original' as const,
  shipmentId: 'W-1',
  createdAt: '2026-03-02T08:00:00Z',
  shippedOn: '2026-03-02',
  carrier: { scac: 'UPSN', trackingNumber },
  parties: {},
  references: [],
  units: [],
  items: lines.map(([lineId, value]) => ({
    orderNumber: '000000901',
    lineId,
    ids: [{ scheme: 'seller' as const, value: 'AX-100' }],
    quantity: { value, unit: 'C62' },
  })),
});

export const invoiceOf = (number: string, value = '10') => ({
  kind: 'invoice' as const,
  version: '1' as const,
  number,
  type: 'invoice' as 'invoice' | 'creditMemo',
  date: '2026-03-02',
  orderNumber: '000000901',
  shipmentIds: ['W-1'],
  currency: 'USD',
  parties: {},
  references: [],
  lines: [
    {
      lineId: '9011',
      ids: [{ scheme: 'seller' as const, value: 'AX-100' }],
      quantity: { value, unit: 'C62' },
      price: { amount: '3.25' },
      net: '32.5',
    },
  ],
  total: '32.5',
});

export const stock = (value: string, type: 'onHand' | 'salable' = 'onHand', place?: string) => ({
  kind: 'inventoryAvailability' as const,
  version: '1' as const,
  purpose: 'original' as const,
  number: 'stock-1',
  extent: 'partial' as const,
  asOf: '2026-03-02T08:00:00Z',
  parties: {},
  references: [],
  items: [
    {
      ids: [{ scheme: 'seller' as const, value: 'AX-100' }],
      location: place === undefined ? undefined : { scheme: 'channel' as const, value: place },
      quantities: [{ type, quantity: { value, unit: 'C62' } }],
    },
  ],
});

/** Adobe Commerce as the kit drives it, with pages that are small enough to have several. */
export const subject: ContractAdapter = {
  connect: (runtime) =>
    adobeCommerce({
      baseUrl: 'https://shop.example',
      auth: oauth1({ ...keys, now: runtime.now }),
      pageSize: 2,
      ...runtime,
    }),
  samples: {
    'orders.find': 'kit.PO-1',
    'orders.status': '901',
    'orders.cancel': {},
    'inventory.availability': { items: ['AX-100'] },
    'inventory.publish': stock('40'),
    'shipments.publish': { channelOrderId: '901', shipment: shipmentOf([['9011', '10']], '1Z-1') },
    'invoices.publish': { channelOrderId: '901', invoice: invoiceOf('INV-1') },
    'customers.find': { by: 'email', value: 'ap@northfield.example' },
    'items.find': { by: 'sku', value: 'AX-100' },
  },
  secret: keys.tokenSecret,
  errorBody: (_, message) => JSON.stringify({ message: '%1', parameters: [message] }),
  webhooks: {
    deliver: async () => {
      const body = new TextEncoder().encode(JSON.stringify({ event: 'observer.sales_order_save_after' }));
      const signature = createSign('RSA-SHA256')
        .update(Buffer.from(body).toString('base64'))
        .sign(privateKey, 'base64');
      return { body, headers: { 'x-adobe-commerce-webhook-signature': signature } };
    },
    verify: async (body, headers) => {
      const verified = await verifyAdobeCommerceWebhook({ body, headers }, { keys: [publicPem] });
      return verified.ok ? { ok: true, id: verified.webhooks[0]?.id } : { ok: false };
    },
    signature: 'x-adobe-commerce-webhook-signature',
  },
};
