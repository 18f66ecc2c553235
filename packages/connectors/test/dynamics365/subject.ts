import { dynamics365 } from '@dist/connectors/dynamics365';
import type { ContractAdapter } from '@dist/connectors/testing';
import { sampleOrder } from '../sample-order.ts';

export const order = sampleOrder;
/** The token that the fake gives first, and the client's secret. */
const secret = 'token-1';
export const settings = {
  baseUrl: 'https://contoso.operations.dynamics.invalid',
  dataAreaId: 'usmf',
  credentials: { tenant: 'contoso.example', clientId: 'client', proof: { kind: 'secret', secret } },
} as const;

/** Finance and operations as the kit drives it, with pages that are small enough to have several. */
export const subject: ContractAdapter = {
  connect: (runtime) => dynamics365({ ...settings, pageSize: 2, ...runtime }),
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
  isTokenRequest: ({ url }) => url.endsWith('/token'),
  secret,
  errorBody: (_, message) =>
    JSON.stringify({ error: { code: '', message: 'An error has occurred.', innererror: { message } } }),
  skip: [
    {
      name: 'a new order is accepted, under our reference, with one request that writes',
      reason:
        'a header and each line are records of their own ("Sales order lines V2": after the header has been created)',
    },
  ],
};
