import { businessCentral, verifyBusinessCentralWebhook } from '@dist/connectors/business-central';
import type { ContractAdapter } from '@dist/connectors/testing';
import { sampleOrder } from '../sample-order.ts';

export const order = {
  ...sampleOrder,
  parties: {
    ...sampleOrder.parties,
    shipTo: {
      ids: [{ scheme: 'erp' as const, value: 'S-0012' }],
      name: 'Store 12 (sample)',
      address: { lines: ['12 Market Street'], city: 'Springfield', postalCode: '62701', country: 'US' },
    },
  },
};

export const company = '00000000-0000-4000-8000-00000000c0de';
/** The token that the fake gives first, and the client's secret. */
const secret = 'token-1';
export const credentials = {
  tenant: 'contoso.example',
  clientId: 'client',
  proof: { kind: 'secret', secret },
} as const;

const clientState = 'state-of-the-subscription';

/** Business Central as the kit drives it, with pages that are small enough to have several. */
export const subject: ContractAdapter = {
  connect: (runtime) => businessCentral({ credentials, environment: 'Production', company, pageSize: 2, ...runtime }),
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
  errorBody: (status, message) => JSON.stringify({ error: { code: `X_${status}`, message } }),
  skip: ['capitals', 'small letters'].map((letters) => ({
    name: `an order is not found by its reference in ${letters}`,
    reason: 'an External Document No. is a Code: Business Central keeps it in capitals, and compares it so',
  })),
};

/** A notification of one record, as it comes. */
export function notification(state = clientState): Uint8Array {
  const resource = `https://api.businesscentral.dynamics.com/v2.0/api/v2.0/companies(${company})/salesShipments(${company})`;
  const one = { subscriptionId: 's1', clientState: state, expirationDateTime: '2026-03-05T08:00:00Z', resource };
  const value = [{ ...one, changeType: 'updated', lastModifiedDateTime: '2026-03-02T08:00:00Z' }];
  return new TextEncoder().encode(JSON.stringify({ value }));
}

export const verify = (body: Uint8Array) =>
  verifyBusinessCentralWebhook({ body, headers: {} }, { secrets: [clientState] });
