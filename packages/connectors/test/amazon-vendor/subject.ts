import type { Invoice, OrderAcknowledgment, Shipment } from '@dist/canonical';
import { amazonVendor } from '@dist/connectors/amazon-vendor';
import type { ContractAdapter } from '@dist/connectors/testing';

const secret = 'secret-123456';

export const settings = {
  region: 'na',
  credentials: { clientId: 'amzn1.application', clientSecret: secret, refreshToken: `Atzr|${secret}` },
  userAgent: 'Test/1.0 (Language=TypeScript)',
  timeZone: 'America/Los_Angeles',
} as const;

const ids = [
  { scheme: 'buyer' as const, value: 'B07DFVDRAB' },
  { scheme: 'seller' as const, value: 'AX-100' },
];
const parties = {
  seller: { ids: [{ scheme: 'buyer' as const, value: '999US' }] },
  shipFrom: { ids: [{ scheme: 'buyer' as const, value: 'ABCDE' }] },
  shipTo: { ids: [{ scheme: 'buyer' as const, value: 'PHX5' }] },
};

export const acknowledgment: OrderAcknowledgment = {
  kind: 'orderAcknowledgment',
  version: '1',
  purpose: 'original',
  status: 'acceptedWithChange',
  orderNumber: '4Z32PAB0',
  acknowledgedOn: '2026-03-02',
  sellerOrderNumbers: ['SO-1'],
  currency: 'USD',
  parties,
  references: [],
  lines: [
    {
      lineId: '1',
      ids,
      quantity: { value: '24', unit: 'C62' },
      price: { amount: '3.25' },
      responses: [
        { status: 'accepted', quantity: { value: '20', unit: 'C62' }, shipDate: '2026-03-06' },
        { status: 'rejected', quantity: { value: '4', unit: 'C62' }, reason: 'outOfStock' },
      ],
    },
  ],
};

export const shipment: Shipment = {
  kind: 'shipment',
  version: '1',
  purpose: 'original',
  shipmentId: 'SH-1',
  createdAt: '2026-03-06T17:00:00Z',
  shippedOn: '2026-03-06',
  deliveryExpectedOn: '2026-03-09',
  carrier: { scac: 'ABFS', mode: 'LT' },
  parties,
  references: [
    { type: 'billOfLading', value: 'BOL-1' },
    { type: 'proNumber', value: 'PRO-1' },
  ],
  grossWeight: { value: '22.5', unit: 'KGM' },
  units: [
    { unitId: 'P1', type: 'pallet', sscc: '006141411234567890' },
    { unitId: 'C1', type: 'carton', sscc: '106141411234567897', parentId: 'P1' },
    { unitId: 'C2', type: 'carton', sscc: '106141411234567803', parentId: 'P1' },
  ],
  items: [
    { orderNumber: '4Z32PAB0', lineId: '1', unitId: 'C1', ids, quantity: { value: '12', unit: 'C62' }, lot: 'L-9' },
    { orderNumber: '4Z32PAB0', lineId: '1', unitId: 'C2', ids, quantity: { value: '8', unit: 'C62' }, lot: 'L-9' },
  ],
};

export const invoice: Invoice = {
  kind: 'invoice',
  version: '1',
  number: 'INV-1',
  type: 'invoice',
  date: '2026-03-06',
  orderNumber: '4Z32PAB0',
  shipmentIds: ['SH-1'],
  currency: 'USD',
  parties: { ...parties, remitTo: { ids: [{ scheme: 'buyer', value: '999US' }] } },
  terms: { discountPercent: '2', discountDays: 30, netDays: 60 },
  references: [],
  lines: [
    {
      lineId: '1',
      ids,
      quantity: { value: '20', unit: 'C62' },
      price: { amount: '3.25' },
      net: '65',
    },
  ],
  allowancesCharges: [{ kind: 'allowance', code: 'C310', amount: '5' }],
  total: '60',
};

/** Amazon Vendor as the kit drives it, with pages that are small enough to have several. */
export const subject: ContractAdapter = {
  connect: (runtime) => amazonVendor({ ...settings, pageSize: 2, ...runtime }),
  samples: {
    'orders.find': '4Z32PAB0',
    'orders.status': '4Z32PAB1',
    'acknowledgments.publish': { channelOrderId: '4Z32PAB0', acknowledgment },
    'shipments.publish': { channelOrderId: '4Z32PAB0', shipment },
    'invoices.publish': { channelOrderId: '4Z32PAB0', invoice },
  },
  isTokenRequest: ({ url }) => new URL(url).hostname === 'api.amazon.com',
  secret,
  errorBody: (status, message) => JSON.stringify({ errors: [{ code: `X${status}`, message, details: '' }] }),
  errorInside: (message) => Response.json({ errors: [{ code: 'InvalidRequest', message }] }),
};
