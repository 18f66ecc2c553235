import type { Authorizer } from '../auth/authorizer.ts';
import { oauth2 } from '../auth/oauth2.ts';
import type { TokenCache } from '../auth/token-cache.ts';
import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorClient, type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import type { Acknowledgments } from '../port/acknowledgments.ts';
import type { Call } from '../port/call.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { Health, HealthCheck } from '../port/health.ts';
import type { Customers, Items } from '../port/look-up.ts';
import type { OrderPhase, Orders } from '../port/orders.ts';
import { findCustomer } from './find-customer.ts';
import { findItem } from './find-item.ts';
import { publishAcknowledgment, type SalesforceAnswers } from './publish-acknowledgment.ts';
import { query } from './query.ts';
import { findOrder, listOrders, type OrderSource } from './read-orders.ts';
import type { SalesObject } from './sales-object.ts';
import { salesforceErrors } from './salesforce-errors.ts';
import { salesforcePolicy } from './salesforce-policy.ts';

export interface SalesforceSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** `https://<My Domain>.my.salesforce.com`: the organization, and with it where its data lives. */
  readonly instanceUrl: string;
  /** `v62.0`, pinned. */
  readonly apiVersion: string;
  /** Consumer key and secret of an app with the client credentials flow and a user to run as. */
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  readonly cache?: TokenCache | undefined;
  /** Which records are orders, and of which status: accepted quotes, activated orders. */
  readonly orders: { readonly object: SalesObject; readonly status: string };
  /** Values of the status by which an order is answered. */
  readonly answers: SalesforceAnswers;
  /** The currency of an organization with one; absent where several are switched on. */
  readonly currency?: string | undefined;
  /** The field of a product with the seller's item number; `ProductCode` when absent. */
  readonly itemField?: 'ProductCode' | 'StockKeepingUnit' | undefined;
  /** Units by the words of the organization's `QuantityUnitOfMeasure`; `Each` when absent. */
  readonly units?: Readonly<Record<string, string>> | undefined;
  /** Phases by status, beside those of the standard values. */
  readonly phases?: Readonly<Record<string, OrderPhase>> | undefined;
  /** Most orders in one page of a list, 1 to 200; 50 when absent. */
  readonly pageSize?: number | undefined;
}

type Offers = {
  readonly orders: Pick<Orders, 'find' | 'status' | 'list'>;
  readonly acknowledgments: Acknowledgments;
  readonly customers: Customers<'id' | 'number' | 'name' | 'email'>;
  readonly items: Items<'id' | 'sku'>;
  readonly health: HealthCheck;
};

/** Salesforce Sales: quotes that were accepted, or orders that were activated, and what became of them. */
export type Salesforce = Connector<Offers>;

/** Connects to one organization. Throws a TypeError or a RangeError when a setting cannot be right. */
export function salesforce(settings: SalesforceSettings): Salesforce {
  const { apiVersion, answers, orders, currency, pageSize = 50, now = Date.now } = settings;
  if (!/^v\d{2,3}\.0$/.test(apiVersion)) throw new TypeError('apiVersion is a version such as v62.0');
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) throw new TypeError('currency is a code such as USD');
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 200) throw new RangeError('pageSize is 1 to 200');
  const client = clientOf(settings);
  const source: OrderSource = {
    ...orders,
    currency,
    pageSize,
    itemField: settings.itemField ?? 'ProductCode',
    units: { Each: 'C62', ...settings.units },
    phases: settings.phases ?? {},
  };
  return defineConnector<Offers>({
    id: 'salesforce',
    apiVersion,
    policy: salesforcePolicy,
    offers: {
      orders: {
        find: (externalReference, call) =>
          findOrder(client, source, externalReference, { ...call, operation: 'orders.find' }),
        status: (number, call) => findOrder(client, source, number, { ...call, operation: 'orders.status' }),
        list: (start, call = {}) => listOrders(client, source, start, call),
      },
      acknowledgments: {
        publish: (notice, call) => publishAcknowledgment(client, { ...orders, answers }, notice, call),
      },
      customers: { find: (key, call) => findCustomer(client, key, call) },
      items: { find: (key, call) => findItem(client, source, key, call) },
      health: { check: (call) => checkHealth(client, orders.object, call) },
    },
  });

  function clientOf({
    instanceUrl,
    credentials,
    cache,
    limiter,
    onExchange,
    ...rest
  }: SalesforceSettings): VendorClient {
    const { fetch, timeout, timeoutMs, maximumBytes } = rest;
    const runtime = { fetch, now, timeout, timeoutMs, maximumBytes };
    return vendorClient({
      ...runtime,
      limiter,
      onExchange,
      policy: salesforcePolicy,
      address: { instanceUrl: instanceUrl.replace(/\/$/, ''), apiVersion },
      auth: loginOf(instanceUrl.replace(/\/$/, ''), credentials, { ...runtime, cache }),
      errorOf,
      errors: salesforceErrors,
    });
  }
}

/** The client credentials flow at the host of My Domain. Its tokens tell no lifetime: a session lasts two hours by default. */
function loginOf(
  instanceUrl: string,
  { clientId, clientSecret }: SalesforceSettings['credentials'],
  runtime: HttpRuntime & Pick<SalesforceSettings, 'cache'>,
): Authorizer {
  const login = oauth2({
    ...runtime,
    name: 'Salesforce',
    tokenUrl: `${instanceUrl}/services/oauth2/token`,
    clientId,
    proof: { kind: 'secret', secret: clientSecret },
    grant: { type: 'client_credentials' },
    lifetimeSeconds: 7200,
  });
  return {
    ...login,
    authorize: async (request, call) => {
      const answer = await login.authorize(request, call);
      return answer.ok ? { ...answer, secrets: [...answer.secrets, clientSecret] } : answer;
    },
  };
}

/** Errors come as an array: `[{ errorCode, message, fields }]`. */
function errorOf(json: unknown): VendorError | undefined {
  const all: readonly unknown[] = Array.isArray(json) ? json : [];
  if (all.length === 0) return undefined;
  const texts = all.slice(0, 10).map((error) => textOf(fieldOf(error, 'message')));
  const message = texts.filter((text) => text !== undefined).join('; ');
  return { code: textOf(fieldOf(all[0], 'errorCode')), message: message === '' ? undefined : message };
}

/** Whether the object is there and may be read; and a warning when four fifths of the day's requests are used. */
async function checkHealth(client: VendorClient, object: SalesObject, call: Call = {}): Promise<Health> {
  const read = await query(client, `SELECT Id FROM ${object} LIMIT 1`, { ...call, operation: 'health.check' });
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const [, used = '0', most = '0'] = /api-usage=(\d+)\/(\d+)/.exec(read.headers.get('sforce-limit-info') ?? '') ?? [];
  const isScarce = Number(most) > 0 && Number(used) / Number(most) >= 0.8;
  return { status: 'well', warnings: isScarce ? [`${used} of the day’s ${most} requests are used`] : [] };
}
