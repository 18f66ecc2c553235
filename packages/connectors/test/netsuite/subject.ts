import { netsuite } from '@dist/connectors/netsuite';
import type { ContractAdapter } from '@dist/connectors/testing';
import { sampleOrder } from '../sample-order.ts';

const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
  'sign',
  'verify',
]);

/** NetSuite as the kit drives it, with pages that are small enough to have several. */
export const subject: ContractAdapter = {
  connect: (runtime) =>
    netsuite({
      account: '1234567_SB1',
      credentials: {
        kind: 'machine',
        clientId: 'client',
        certificateId: 'certificate',
        privateKey,
        algorithm: 'ES256',
      },
      units: { '1': 'C62', '3': 'XCS' },
      pageSize: 2,
      ...runtime,
    }),
  orders: {
    accepted: sampleOrder,
    refused: {
      ...sampleOrder,
      lines: sampleOrder.lines.map((line) => ({ ...line, ids: [{ scheme: 'seller' as const, value: 'NO-SUCH' }] })),
    },
  },
  samples: {
    'orders.change': [{ lineId: '1', quantity: { value: '12', unit: 'C62' } }],
    'inventory.availability': { items: ['AX-100'] },
    'shipments.publish': {
      channelOrderId: '501',
      shipment: {
        kind: 'shipment',
        version: '1',
        purpose: 'original',
        shipmentId: 'W-1',
        createdAt: '2026-03-02T08:00:00Z',
        shippedOn: '2026-03-02',
        carrier: {},
        parties: {},
        references: [],
        units: [],
        items: [
          {
            orderNumber: 'PO-1',
            lineId: '1',
            ids: [{ scheme: 'seller', value: 'AX-100' }],
            quantity: { value: '10', unit: 'C62' },
          },
        ],
      },
    },
    'customers.find': { by: 'number', value: 'C-1' },
    'items.find': { by: 'sku', value: 'AX-100' },
  },
  // A query is a POST and changes nothing.
  isWrite: ({ method, url }) => method !== 'GET' && !url.includes('/suiteql'),
  isTokenRequest: ({ url }) => url.endsWith('/token'),
  secret: 'token-0',
  errorBody: (status, message) =>
    JSON.stringify({
      title: 'Error',
      status,
      'o:errorDetails': [{ detail: message, 'o:errorCode': `CODE_${status}` }],
    }),
};
