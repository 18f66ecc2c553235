import { basic } from '@dist/connectors';
import { s4hana } from '@dist/connectors/s4hana';
import type { ContractAdapter } from '@dist/connectors/testing';
import { sampleOrder } from '../sample-order.ts';

export const order = {
  ...sampleOrder,
  ext: { 'sap-s4': { salesOrganization: '1710', distributionChannel: '10', division: '00' } },
};

const secret = 'pass-123456';

/** S/4HANA as the kit drives it, with pages that are small enough to have several. */
export const subject: ContractAdapter = {
  connect: (runtime) =>
    s4hana({
      baseUrl: 'https://my300000-api.s4hana.invalid',
      auth: basic('USER', secret),
      rejectionReason: '61',
      pageSize: 2,
      ...runtime,
    }),
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
    'customers.find': { by: 'number', value: '17100001' },
    'items.find': { by: 'sku', value: 'AX-100' },
  },
  isTokenRequest: ({ headers }) => headers.get('x-csrf-token') === 'Fetch',
  tokensAreFor: 'writes',
  secret,
  errorBody: (status, message) =>
    JSON.stringify({ error: { code: `X/${status}`, message: { lang: 'en', value: message } } }),
};
