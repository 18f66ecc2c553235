import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { HealthCheck } from '../port/health.ts';
import type { Labels } from '../port/labels.ts';
import type { Rates } from '../port/rates.ts';
import type { Tracking } from '../port/tracking.ts';
import { checkHealth } from './check-health.ts';
import { createLabel } from './create-label.ts';
import { errorOf } from './error-of.ts';
import { findLabel } from './find-label.ts';
import { findTracking } from './find-tracking.ts';
import { quoteRates } from './quote-rates.ts';
import { tmsErrors } from './tms-errors.ts';
import { tmsPolicy } from './tms-policy.ts';
import { voidLabel } from './void-label.ts';

export interface TmsSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** A key of the environment that is meant: those of the sandbox begin with `TEST_`. */
  readonly apiKey: string;
  /** In place of `https://api.shipengine.com`. */
  readonly baseUrl?: string | undefined;
}

/** Carriers by ShipEngine, now ShipStation API: rates, labels, tracking. */
export type Tms = Connector<{
  readonly rates: Rates;
  readonly labels: Labels;
  readonly tracking: Tracking;
  readonly health: HealthCheck;
}>;

/** Connects to one account. Throws a TypeError when a setting cannot be right. */
export function tms(settings: TmsSettings): Tms {
  const { apiKey, baseUrl = 'https://api.shipengine.com' } = settings;
  const client = vendorClient({
    ...settings,
    policy: tmsPolicy,
    address: { baseUrl: baseUrl.replace(/\/$/, '') },
    token: apiKey,
    errorOf,
    errors: tmsErrors,
  });
  return defineConnector({
    id: 'tms',
    apiVersion: 'v1',
    policy: tmsPolicy,
    offers: {
      rates: { quote: (query, call) => quoteRates(client, query, call) },
      labels: {
        create: (request, call) => createLabel(client, request, call),
        find: async (reference, call) => {
          const look = await findLabel(client, reference, 'labels.find', call);
          if (look.status !== 'found') return look;
          const { label } = look.shipment;
          return label === undefined ? { status: 'notFound' } : { status: 'found', value: label };
        },
        void: (id, call) => voidLabel(client, id, call),
      },
      tracking: { find: (key, call) => findTracking(client, key, call) },
      health: { check: (call) => checkHealth(client, call) },
    },
  });
}
