import { bigcommerce, verifyBigCommerceWebhook } from '@dist/connectors/bigcommerce';
import type { ContractAdapter } from '@dist/connectors/testing';
import { Webhook } from 'standardwebhooks';

const clientSecret = 'client-secret';

export const shipmentOf = (lines: readonly (readonly [string, string])[], trackingNumber?: string) => ({
  kind: 'shipment' as const,
  version: '1' as const,
  purpose: 'original' as const,
  shipmentId: 'W-1',
  createdAt: '2026-03-02T08:00:00Z',
  shippedOn: '2026-03-02',
  carrier: { name: 'Carrier (sample)', trackingNumber },
  parties: {},
  references: [],
  units: [],
  items: lines.map(([lineId, value]) => ({
    orderNumber: '2001',
    lineId,
    ids: [{ scheme: 'seller' as const, value: 'AX-100' }],
    quantity: { value, unit: 'C62' },
  })),
});

export const invoice = {
  kind: 'invoice' as const,
  version: '1' as const,
  number: 'INV-1',
  type: 'invoice' as const,
  date: '2026-03-02',
  orderNumber: '2001',
  shipmentIds: ['W-1'],
  currency: 'USD',
  parties: {},
  references: [],
  lines: [
    {
      lineId: '20011',
      ids: [{ scheme: 'seller' as const, value: 'AX-100' }],
      quantity: { value: '10', unit: 'C62' },
      price: { amount: '3.25' },
      net: '32.5',
    },
  ],
  total: '32.5',
};

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

/** BigCommerce as the kit drives it, with pages that are small enough to have several. */
export const subject: ContractAdapter = {
  connect: (runtime) => bigcommerce({ storeHash: 'abc', accessToken: 'token-secret-1', pageSize: 2, ...runtime }),
  samples: {
    'orders.find': 'kit.PO-1',
    'orders.status': '2001',
    'orders.cancel': {},
    'orders.change': [{ lineId: '20011', quantity: { value: '12', unit: 'C62' } }],
    'inventory.availability': { items: ['AX-100'] },
    'inventory.publish': stock('40'),
    'shipments.publish': { channelOrderId: '2001', shipment: shipmentOf([['20011', '10']], '1Z-1') },
    'invoices.publish': { channelOrderId: '2001', invoice },
    'customers.find': { by: 'email', value: 'ap@northfield.example' },
    'items.find': { by: 'sku', value: 'AX-100' },
  },
  secret: 'token-secret-1',
  errorBody: (status, message) => JSON.stringify([{ status, message }]),
  webhooks: {
    deliver: async (now) => {
      const text = JSON.stringify({
        producer: 'stores/abc',
        scope: 'store/order/created',
        created_at: Math.floor(now / 1000),
        data: { type: 'order', id: 2001 },
      });
      const at = new Date(now);
      const headers = {
        'webhook-id': 'msg-1',
        'webhook-timestamp': String(Math.floor(now / 1000)),
        'webhook-signature': new Webhook(btoa(clientSecret)).sign('msg-1', at, text),
      };
      return { body: new TextEncoder().encode(text), headers };
    },
    verify: async (body, headers, now) => {
      const verified = await verifyBigCommerceWebhook({ body, headers }, { secrets: clientSecret, now });
      return verified.ok ? { ok: true, id: verified.webhooks[0]?.id } : { ok: false };
    },
    signature: 'webhook-signature',
    toleranceSeconds: 300,
  },
};
