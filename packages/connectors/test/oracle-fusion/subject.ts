import { basic } from '@dist/connectors';
import { type OracleFusionSettings, oracleFusion } from '@dist/connectors/oracle-fusion';
import type { ContractAdapter } from '@dist/connectors/testing';
import { sampleOrder } from '../sample-order.ts';

export const order = sampleOrder;

const secret = 'pass-123456';
export const settings = {
  baseUrl: 'https://servername.fa.us2.oraclecloud.invalid',
  auth: basic('user', secret),
  businessUnit: 'US1 Business Unit',
  sourceSystem: 'LEG',
  cancelReason: 'CUSTOMER',
  organizations: ['M1', 'M2'],
} satisfies OracleFusionSettings;

/** Oracle Fusion as the kit drives it, with pages that are small enough to have several. */
export const subject: ContractAdapter = {
  connect: (runtime) => oracleFusion({ ...settings, pageSize: 2, ...runtime }),
  orders: {
    accepted: order,
    refused: {
      ...order,
      lines: order.lines.map((line) => ({ ...line, ids: [{ scheme: 'seller' as const, value: 'NO-SUCH' }] })),
    },
  },
  samples: {
    'orders.change': [{ lineId: '1', quantity: { value: '12', unit: 'C62' } }],
    'inventory.availability': { items: ['AX-100'] },
    'customers.find': { by: 'number', value: 'C-1' },
    'items.find': { by: 'sku', value: 'AX-100' },
  },
  // Stock is asked for by a POST that creates nothing.
  isWrite: ({ method, url }) => method !== 'GET' && !url.endsWith('/availableQuantityDetails'),
  secret,
  errorBody: (status, message) =>
    JSON.stringify({ title: 'Error', status: String(status), 'o:errorDetails': [{ detail: message }] }),
};
