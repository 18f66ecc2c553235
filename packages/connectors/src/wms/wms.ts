import type { Authorizer } from '../auth/authorizer.ts';
import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import { fieldOf } from '../json/field-of.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { Fulfillments } from '../port/fulfillments.ts';
import type { HealthCheck } from '../port/health.ts';
import { cancelFulfillment } from './cancel-fulfillment.ts';
import { errorOf } from './error-of.ts';
import { listConfirmations } from './list-confirmations.ts';
import { requestFulfillment } from './request-fulfillment.ts';
import { wmsErrors } from './wms-errors.ts';
import { wmsPolicy } from './wms-policy.ts';

export interface WmsSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** Where the contract is served, without `/v1`: `https://wms.example.com`. */
  readonly baseUrl: string;
  /** A token that does not change; or whoever authorizes: `basic(…)`, `oauth2(…)`. */
  readonly auth: string | Authorizer;
  /** Most records in one page of a list, 1 to 500; 100 when absent. */
  readonly pageSize?: number | undefined;
}

/** A warehouse by the contract of docs/systems/wms.md. */
export type Wms = Connector<{ readonly fulfillments: Fulfillments; readonly health: HealthCheck }>;

/** Connects to one warehouse. Throws a TypeError when a setting cannot be right. */
export function wms(settings: WmsSettings): Wms {
  const { baseUrl, auth, pageSize = 100, ...runtime } = settings;
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 500) throw new TypeError('pageSize is 1 to 500');
  const client = vendorClient({
    ...runtime,
    policy: wmsPolicy,
    address: { baseUrl: baseUrl.replace(/\/$/, '') },
    ...(typeof auth === 'string' ? { token: auth } : { auth }),
    errorOf,
    errors: wmsErrors,
  });
  return defineConnector({
    id: 'wms',
    apiVersion: 'v1',
    policy: wmsPolicy,
    offers: {
      fulfillments: {
        request: (request, call) => requestFulfillment(client, request, call),
        cancel: (cancellation, call) => cancelFulfillment(client, cancellation, call),
        list: (start, call) => listConfirmations(client, pageSize, start, call),
      },
      health: {
        check: async (call) => {
          const answer = await client.call('read', { method: 'GET', path: '/health', operation: 'health.check' }, call);
          if (!answer.ok) return { status: 'failed', failure: answer.failure };
          if (fieldOf(answer.json, 'status') === 'well') return { status: 'well', warnings: [] };
          const failure = client.fail('contract-drift', 'the health is not told', { safeToReplay: true });
          return { status: 'failed', failure };
        },
      },
    },
  });
}
