import type { Facts, Overlay, PartnerMap } from '@dist/mapping';
import type { Authorizer } from '../auth/authorizer.ts';
import { amount } from '../codec/amount.ts';
import { fullName } from '../codec/full-name.ts';
import { utcDateTime } from '../codec/utc-date-time.ts';
import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorClient, type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import { fieldOf } from '../json/field-of.ts';
import type { Codecs } from '../order/compiled-order-map.ts';
import { orderDecoder } from '../order/order-decoder.ts';
import type { Call } from '../port/call.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { Health, HealthCheck } from '../port/health.ts';
import type { Inventory } from '../port/inventory.ts';
import type { Invoices } from '../port/invoices.ts';
import type { Customers, Items } from '../port/look-up.ts';
import type { FindOutcome, Orders } from '../port/orders.ts';
import type { Shipments } from '../port/shipments.ts';
import { adobeCommerceErrors } from './adobe-commerce-errors.ts';
import { adobeCommercePolicy } from './adobe-commerce-policy.ts';
import { cancelOrder } from './cancel-order.ts';
import { statusOf } from './decode-order-status.ts';
import { errorOf } from './error-of.ts';
import { findAvailability } from './find-availability.ts';
import { findCustomer } from './find-customer.ts';
import { findItem } from './find-item.ts';
import { listOrders } from './list-orders.ts';
import order from './order.json' with { type: 'json' };
import { publishInventory } from './publish-inventory.ts';
import { publishInvoice } from './publish-invoice.ts';
import { publishShipment } from './publish-shipment.ts';
import { readOrder } from './read-order.ts';

export interface AdobeCommerceSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** `https://shop.example`; of a cloud service (SaaS) its REST address with the tenant's id. */
  readonly baseUrl: string;
  /** `oauth1` with the four keys of an integration (PaaS, on premises), `oauth2` of Adobe's IMS for the cloud service. */
  readonly auth: Authorizer;
  /** What stands between the address and `/V1`: `/rest/default` when absent, nothing for the cloud service. */
  readonly restPath?: string | undefined;
  /** The stock whose salable quantities are told; 1, the default stock, when absent. */
  readonly stockId?: number | undefined;
  /** The source that stock is set at where a report names none; `default` when absent. */
  readonly sourceCode?: string | undefined;
  /** Source that shipments leave from, where orders may leave from more than one. */
  readonly shipFromSource?: string | undefined;
  /** Commerce's carrier codes by SCAC: `{ UPSN: 'ups' }`; `custom` for others. */
  readonly carriers?: Readonly<Record<string, string>> | undefined;
  /** Whether Commerce writes to the buyer of shipments and invoices; not when absent. */
  readonly notifyCustomer?: boolean | undefined;
  /** Whether an invoice takes the money by the order's payment method; not when absent. */
  readonly capture?: boolean | undefined;
  /** Most orders in one page of the list, 300 at most; 100 when absent. */
  readonly pageSize?: number | undefined;
  /** The store's own fields, laid over the map `adobe-commerce/order.json`. */
  readonly overlays?: readonly Overlay[] | undefined;
  /** What the overlays name beside the codecs of the map: some of `@dist/connectors/codecs`, or your own. */
  readonly codecs?: Codecs | undefined;
  /** Master data that overlays ask for: `{ unit: { TAPE: 'XCS' } }`. */
  readonly facts?: Facts | undefined;
}

/** An Adobe Commerce store: orders come out of it, stock, shipments and invoices go in. */
export type AdobeCommerce = Connector<{
  readonly orders: Pick<Orders, 'list' | 'find' | 'status' | 'cancel'>;
  readonly inventory: Inventory;
  readonly shipments: Pick<Shipments, 'publish'>;
  readonly invoices: Pick<Invoices, 'publish'>;
  readonly customers: Customers<'id' | 'email'>;
  readonly items: Items<'id' | 'sku'>;
  readonly health: HealthCheck;
}>;

/** Connects to one store by the REST Web API. Throws a TypeError when a setting cannot be right. */
export function adobeCommerce(settings: AdobeCommerceSettings): AdobeCommerce {
  const { baseUrl, restPath = '/rest/default', pageSize = 100, facts = {}, now = Date.now } = settings;
  const { stockId = 1, sourceCode = 'default', carriers = {}, notifyCustomer = false, capture = false } = settings;
  if (!/^(\/[\w-]{1,40}){0,3}$/.test(restPath)) throw new TypeError('restPath is a path such as /rest/default');
  if (!(Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= 300)) throw new TypeError('pageSize is 1 to 300');
  if (!(Number.isInteger(stockId) && stockId >= 1)) throw new TypeError('stockId is the id of a stock');
  const decoder = orderDecoder(order as PartnerMap, settings.overlays, {
    ...settings.codecs,
    amount,
    fullName,
    utcDateTime,
  });
  const address = { baseUrl, restPath };
  const client = vendorClient({
    ...settings,
    policy: adobeCommercePolicy,
    address,
    errorOf,
    errors: adobeCommerceErrors,
  });
  const shipping = { notify: notifyCustomer, sourceCode: settings.shipFromSource, carriers };
  const invoicing = { notify: notifyCustomer, capture };
  return defineConnector({
    id: 'adobe-commerce',
    apiVersion: 'V1',
    policy: adobeCommercePolicy,
    offers: {
      orders: {
        list: (start, call = {}) => listOrders({ client, decoder, facts, pageSize }, start, call),
        find: (value, call) => look(client, { by: 'reference', value, operation: 'orders.find' }, call),
        status: (value, call) => look(client, { by: 'id', value, operation: 'orders.status' }, call),
        cancel: (cancellation, call) => cancelOrder(client, cancellation, call),
      },
      inventory: {
        availability: (query, call) =>
          findAvailability(client, query, { ...call, stockId, now: new Date(now()).toISOString() }),
        publish: (availability, call) => publishInventory(client, { availability, sourceCode }, call),
      },
      shipments: { publish: (notice, call) => publishShipment(client, notice, { ...call, manner: shipping }) },
      invoices: { publish: (notice, call) => publishInvoice(client, notice, { ...call, manner: invoicing }) },
      customers: { find: (key, call) => findCustomer(client, key, call) },
      items: { find: (key, call) => findItem(client, key, call) },
      health: { check: (call) => checkHealth(client, call) },
    },
  });
}

async function look(
  client: VendorClient,
  key: Parameters<typeof readOrder>[1],
  call: Call | undefined,
): Promise<FindOutcome> {
  const found = await readOrder(client, key, call);
  return found.status === 'found' ? { status: 'found', order: statusOf(found.value) } : found;
}

async function checkHealth(client: VendorClient, call: Call | undefined): Promise<Health> {
  const request = { method: 'GET', path: '/store/storeConfigs', operation: 'health.check' } as const;
  const answer = await client.call('read', request, call);
  if (!answer.ok) return { status: 'failed', failure: answer.failure };
  const [store]: readonly unknown[] = Array.isArray(answer.json) ? answer.json : [];
  if (typeof fieldOf(store, 'code') === 'string') return { status: 'well', warnings: [] };
  const failure = client.fail('contract-drift', 'the answer names no store', { safeToReplay: true });
  return { status: 'failed', failure };
}
