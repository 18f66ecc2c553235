import type { OrderAcknowledgment } from '@dist/canonical';
import { salesforce } from '@dist/connectors/salesforce';
import type { ContractAdapter } from '@dist/connectors/testing';

const secret = 'secret-123456';

export const settings = {
  instanceUrl: 'https://northfield.my.salesforce.invalid',
  apiVersion: 'v62.0',
  credentials: { clientId: '3MVG9', clientSecret: secret },
  orders: { object: 'Quote', status: 'Accepted' },
  answers: { accepted: 'Ordered', rejected: 'Rejected' },
  currency: 'USD',
} as const;

export const acknowledgment: OrderAcknowledgment = {
  kind: 'orderAcknowledgment',
  version: '1',
  purpose: 'original',
  status: 'accepted',
  orderNumber: '00000000',
  acknowledgedOn: '2026-03-02',
  sellerOrderNumbers: ['SO-1'],
  currency: 'USD',
  parties: {},
  references: [],
  lines: [],
};

/** Salesforce as the kit drives it, with pages that are small enough to have several. */
export const subject: ContractAdapter = {
  connect: (runtime) => salesforce({ ...settings, pageSize: 2, ...runtime }),
  samples: {
    'orders.find': '00000000',
    'orders.status': '00000001',
    'acknowledgments.publish': { channelOrderId: '0Q0000000000000AAA', acknowledgment },
    'customers.find': { by: 'number', value: 'C-1' },
    'items.find': { by: 'sku', value: 'AX-100' },
  },
  isTokenRequest: ({ url }) => new URL(url).pathname === '/services/oauth2/token',
  secret,
  errorBody: (status, message) => JSON.stringify([{ errorCode: `X${status}`, message }]),
};
