import type { Facts, Overlay, PartnerMap } from '@dist/mapping';
import { amount } from '../codec/amount.ts';
import { fullName } from '../codec/full-name.ts';
import { rfc2822 } from '../codec/rfc2822.ts';
import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorClient, type VendorSettings, vendorClient } from '../http/vendor-client.ts';
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
import { bigcommerceErrors } from './bigcommerce-errors.ts';
import { bigcommercePolicy } from './bigcommerce-policy.ts';
import { cancelOrder } from './cancel-order.ts';
import { changeOrder } from './change-order.ts';
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

export interface BigcommerceSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** The store's hash, as it stands in the API path of an API account. */
  readonly storeHash: string;
  /**
   * Token of a store-level API account, with the scopes Orders (modify), Order Transactions, Store Inventory (modify),
   * Customers (read-only), Products (read-only).
   */
  readonly accessToken: string;
  /** The location that stock is set for where a report names none; 1, BigCommerce's default, when absent. */
  readonly locationId?: number | undefined;
  /** Most orders in one page of the list, 250 at most; 50 when absent. Each takes two requests more. */
  readonly pageSize?: number | undefined;
  /** The store's own fields, laid over the map `bigcommerce/order.json`; `bigcommerce/units-by-item` for units. */
  readonly overlays?: readonly Overlay[] | undefined;
  /** What the overlays name beside the codecs of the map: some of `@dist/connectors/codecs`, or your own. */
  readonly codecs?: Codecs | undefined;
  /** Master data that overlays ask for: `{ unit: { 'BOLT-12': 'XBX' } }`. */
  readonly facts?: Facts | undefined;
  /** In place of `https://api.bigcommerce.com`. */
  readonly baseUrl?: string | undefined;
}

/** A BigCommerce store: orders come out of it, stock, shipments and invoices go in. */
export type Bigcommerce = Connector<{
  readonly orders: Pick<Orders, 'list' | 'find' | 'status' | 'cancel' | 'change'>;
  readonly inventory: Inventory;
  readonly shipments: Pick<Shipments, 'publish'>;
  readonly invoices: Pick<Invoices, 'publish'>;
  readonly customers: Customers<'id' | 'email'>;
  readonly items: Items<'id' | 'sku'>;
  readonly health: HealthCheck;
}>;

/** Connects to one store by the REST Management API. Throws a TypeError when a setting cannot be right. */
export function bigcommerce(settings: BigcommerceSettings): Bigcommerce {
  const { storeHash, accessToken, locationId = 1, pageSize = 50, facts = {}, now = Date.now } = settings;
  const { baseUrl = 'https://api.bigcommerce.com' } = settings;
  if (!/^[a-z0-9]{1,40}$/.test(storeHash)) throw new TypeError('storeHash is small letters and digits');
  if (!(Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= 250)) throw new TypeError('pageSize is 1 to 250');
  if (!(Number.isInteger(locationId) && locationId >= 0)) throw new TypeError('locationId is the id of a location');
  const decoder = orderDecoder(order as PartnerMap, settings.overlays, {
    ...settings.codecs,
    amount,
    fullName,
    rfc2822,
  });
  const client = vendorClient({
    ...settings,
    policy: bigcommercePolicy,
    address: { baseUrl, storeHash },
    token: accessToken,
    errorOf,
    errors: bigcommerceErrors,
  });
  return defineConnector({
    id: 'bigcommerce',
    apiVersion: 'v2 orders, v3',
    policy: bigcommercePolicy,
    offers: {
      orders: {
        list: (start, call = {}) => listOrders({ client, decoder, facts, pageSize }, start, call),
        find: (value, call) => look(client, { by: 'reference', value, operation: 'orders.find' }, call),
        status: (value, call) => look(client, { by: 'id', value, operation: 'orders.status' }, call),
        cancel: (cancellation, call) => cancelOrder(client, cancellation, call),
        change: (revision, call) => changeOrder(client, revision, call),
      },
      inventory: {
        availability: (query, call) => findAvailability(client, query, { ...call, now: new Date(now()).toISOString() }),
        publish: (availability, call) => publishInventory(client, { availability, locationId }, call),
      },
      shipments: { publish: (notice, call) => publishShipment(client, notice, call) },
      invoices: { publish: (notice, call) => publishInvoice(client, notice, call) },
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
  return found.status === 'found' ? { status: 'found', order: found.order } : found;
}

async function checkHealth(client: VendorClient, call: Call | undefined): Promise<Health> {
  const request = { method: 'GET', path: '/v2/orders/count', operation: 'health.check' } as const;
  const answer = await client.call('read', request, call);
  if (!answer.ok) return { status: 'failed', failure: answer.failure };
  const { json } = answer;
  if (typeof json === 'object' && json !== null && 'count' in json && typeof json.count === 'number') {
    return { status: 'well', warnings: [] };
  }
  const failure = client.fail('contract-drift', 'the answer has no count of orders', { safeToReplay: true });
  return { status: 'failed', failure };
}
