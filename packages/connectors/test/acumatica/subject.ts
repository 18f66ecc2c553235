import { type AcumaticaCredentials, acumatica, verifyAcumaticaWebhook } from '@dist/connectors/acumatica';
import type { ContractAdapter } from '@dist/connectors/testing';
import { sampleOrder } from '../sample-order.ts';

export const order = { ...sampleOrder, dates: { ordered: '2026-03-02', deliverBy: '2026-03-09' } };

/** The token that the fake gives first. */
const token = 'token-1';
export const application: AcumaticaCredentials = {
  kind: 'password',
  clientId: '88358B02-A48D-A50E-F710-39C1636C30F6@MyTenant',
  proof: { kind: 'secret', secret: 'secret-of-the-application' },
  user: 'api',
  password: 'pass-123456',
};
export const signIn: AcumaticaCredentials = {
  kind: 'session',
  user: 'api',
  password: 'pass-123456',
  tenant: 'MyTenant',
};

/** Acumatica as the kit drives it, with pages that are small enough to have several. */
export function subjectOf(credentials: AcumaticaCredentials): ContractAdapter {
  return {
    connect: (runtime) =>
      acumatica({
        baseUrl: 'https://tenant.acumatica.invalid',
        credentials,
        pageSize: 2,
        wait: async () => undefined,
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
      'customers.find': { by: 'number', value: 'C-1' },
      'items.find': { by: 'sku', value: 'AX-100' },
    },
    // An inquiry is a PUT that changes nothing.
    isWrite: ({ method, url }) => method !== 'GET' && !url.includes('/InventorySummaryInquiry'),
    isTokenRequest: ({ url }) => /\/(?:connect\/token|auth\/login)$/.test(url),
    secret: credentials.kind === 'session' ? 'session-1' : token,
    errorBody: (_, message) => JSON.stringify({ message: 'An error has occurred.', exceptionMessage: message }),
    errorInside: (message) =>
      Response.json({ id: '33333333-0000-4000-8000-000000000001', error: message, OrderNbr: { value: '<NEW>' } }),
    webhooks: {
      deliver: async () => ({ body: notification, headers: { authorization: key } }),
      verify: async (body, headers) => {
        const verified = await verifyAcumaticaWebhook({ body, headers }, { secrets: key });
        return { ok: verified.ok, id: verified.ok ? verified.webhooks[0]?.key : undefined };
      },
      signature: 'authorization',
    },
  };
}

const key = 'key-of-the-destination';

/** A push notification of form SM302000, as it comes. */
const notification = new TextEncoder().encode(
  JSON.stringify({
    Inserted: [{ ShipmentNbr: '001000' }],
    Deleted: [],
    Query: 'Shipments',
    CompanyId: 'MyTenant',
    Id: '6f8b5e3c-0000-4000-8000-000000000001',
    TimeStamp: 636_295_833_829,
    AdditionalInfo: {},
  }),
);
