import type { InventoryAvailability, Shipment } from '@dist/canonical';
import { amazonSeller } from '@dist/connectors/amazon-seller';
import type { ContractAdapter } from '@dist/connectors/testing';

const secret = 'secret-123456';

export const settings = {
  region: 'na',
  credentials: { clientId: 'amzn1.application', clientSecret: secret, refreshToken: `Atzr|${secret}` },
  userAgent: 'Test/1.0 (Language=TypeScript)',
  marketplaceId: 'ATVPDKIKX0DER',
  timeZone: 'America/Los_Angeles',
  sellerId: 'A2EXAMPLE00001',
} as const;

export const shipment: Shipment = {
  kind: 'shipment',
  version: '1',
  purpose: 'original',
  shipmentId: 'SH-1',
  createdAt: '2026-02-17T17:00:00Z',
  shippedOn: '2026-02-17',
  carrier: { scac: 'UPSN', service: 'Ground' },
  parties: {},
  references: [],
  units: [{ unitId: 'C1', type: 'carton', trackingNumber: '1Z0000000000000001' }],
  items: [
    {
      orderNumber: '111-0000000-0000000',
      lineId: '000000001',
      unitId: 'C1',
      ids: [],
      quantity: { value: '2', unit: 'C62' },
    },
  ],
};

/** Stock of one item, as it is told to Amazon. */
export const stock = (value: string, unit = 'C62', channel?: string): InventoryAvailability => ({
  kind: 'inventoryAvailability',
  version: '1',
  purpose: 'original',
  number: 'stock-1',
  extent: 'partial',
  asOf: '2026-03-02T08:00:00Z',
  parties: {},
  references: [],
  items: [
    {
      ids: [{ scheme: 'seller', value: 'AX-100' }],
      ...(channel !== undefined && { location: { scheme: 'channel', value: channel } }),
      quantities: [{ type: 'salable', quantity: { value, unit } }],
    },
  ],
});

/** Amazon Seller as the kit drives it, with pages that are small enough to have several. */
export const subject: ContractAdapter = {
  connect: (runtime) => amazonSeller({ ...settings, pageSize: 2, ...runtime }),
  samples: {
    'orders.find': '111-0000000-0000000',
    'orders.status': '111-0000000-0000001',
    'inventory.availability': { items: ['AX-100'] },
    'inventory.publish': stock('12'),
    'items.find': { by: 'sku', value: 'AX-100' },
    'shipments.publish': { channelOrderId: '111-0000000-0000000', shipment },
  },
  isTokenRequest: ({ url }) => new URL(url).hostname === 'api.amazon.com',
  secret,
  errorBody: (status, message) => JSON.stringify({ errors: [{ code: `X${status}`, message, details: '' }] }),
  errorInside: (message) => Response.json({ errors: [{ code: 'InvalidInput', message }] }),
};
