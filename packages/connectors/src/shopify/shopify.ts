import type { Facts, Overlay } from '@dist/mapping';
import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { HealthCheck } from '../port/health.ts';
import type { Inventory } from '../port/inventory.ts';
import type { Invoices } from '../port/invoices.ts';
import type { CustomerKey, Customers, ItemKey, Items } from '../port/look-up.ts';
import type { Orders } from '../port/orders.ts';
import type { Shipments } from '../port/shipments.ts';
import { adminClient } from './admin-client.ts';
import { type CancelSettings, cancelOrder } from './cancel-order.ts';
import { changeOrder } from './change-order.ts';
import { checkHealth } from './check-health.ts';
import { orderDecoder } from './decode-order.ts';
import { findAvailability } from './find-availability.ts';
import { findCustomer } from './find-customer.ts';
import { findItem } from './find-item.ts';
import { type FoundBy, findOrder } from './find-order.ts';
import { listOrders } from './list-orders.ts';
import { publishInventory } from './publish-inventory.ts';
import { publishInvoice } from './publish-invoice.ts';
import { publishShipment } from './publish-shipment.ts';
import { readStatus } from './read-status.ts';
import { type ReferenceField, referenceField } from './reference-field.ts';
import { shopifyErrors } from './shopify-errors.ts';
import { shopifyPolicy } from './shopify-policy.ts';

export interface ShopifySettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** `https://<shop>.myshopify.com`. */
  readonly baseUrl: string;
  /** Token of an app with the scopes of what it is used for: see the page of this adapter. */
  readonly accessToken: string;
  /** `2026-07`; versions are good for a year, so it is pinned here and moved on purpose. Stock is told from `2026-01` on. */
  readonly apiVersion: string;
  /** Whether Shopify writes to the buyer when goods leave or an order is changed or cancelled; not when absent. */
  readonly notifyCustomer?: boolean | undefined;
  /** What `orders.find` takes a text for; `reference` when absent. */
  readonly findOrdersBy?: FoundBy | undefined;
  /** The metafield of orders with our reference; `order_to_cash.external_reference` when absent. */
  readonly referenceField?: ReferenceField | undefined;
  /** What a cancellation does beside; the money is left to a person, and the pieces are for sale again, when absent. */
  readonly cancel?: CancelSettings | undefined;
  /** Number or global id of the location whose stock is told, for items that name none. */
  readonly location?: string | undefined;
  /** The shop's own fields, laid over the map `shopify/order.json`, and the master data that they ask for. */
  readonly overlays?: readonly Overlay[] | undefined;
  readonly facts?: Facts | undefined;
  /** Waits between two looks at a job. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
}

/** A Shopify shop: where buyers order, and what is told of stock, shipments and invoices. */
export type Shopify = Connector<{
  readonly orders: Pick<Orders, 'list' | 'find' | 'status' | 'cancel' | 'change'>;
  readonly inventory: Inventory;
  readonly shipments: Pick<Shipments, 'publish'>;
  readonly invoices: Pick<Invoices, 'publish'>;
  readonly customers: Customers<CustomerKey>;
  readonly items: Items<ItemKey>;
  readonly health: HealthCheck;
}>;

/** Connects to one shop by the GraphQL Admin API. Throws a TypeError when a setting cannot be right. */
export function shopify(settings: ShopifySettings): Shopify {
  const { apiVersion, notifyCustomer = false, cancel = {}, now = Date.now } = settings;
  const { referenceField: field = referenceField, findOrdersBy: by = 'reference', wait = pause } = settings;
  const admin = adminClient(clientOf(settings));
  const decode = orderDecoder(settings.overlays, settings.facts);
  const restock = cancel.restock ?? true;
  const words = { field, units: settings.facts?.['unit'] };
  return defineConnector({
    id: 'shopify',
    apiVersion,
    policy: shopifyPolicy,
    offers: {
      orders: {
        list: (start, call) => listOrders(admin, decode, start, call),
        find: (text, call) => findOrder(admin, { ...words, by }, text, call),
        status: (number, call) => readStatus(admin, words, number, call),
        cancel: (order, call) => cancelOrder(admin, { ...cancel, ...words, notifyCustomer, wait }, order, call),
        change: (revision, call) => changeOrder(admin, { ...words, restock, notifyCustomer }, revision, call),
      },
      inventory: {
        availability: (query, call) => findAvailability(admin, query, { ...call, now: new Date(now()).toISOString() }),
        publish: (availability, call) => publishInventory(admin, settings, availability, call),
      },
      shipments: {
        publish: (notice, call) => publishShipment(admin, notice, { ...call, notifyCustomer, units: words.units }),
      },
      invoices: { publish: (notice, call) => publishInvoice(admin, notice, call) },
      customers: { find: (key, call) => findCustomer(admin, key, call) },
      items: { find: (key, call) => findItem(admin, key, call) },
      health: { check: (call) => checkHealth(admin, { apiVersion, now: now() }, call) },
    },
  });
}

function clientOf(settings: ShopifySettings) {
  const { baseUrl, accessToken, apiVersion } = settings;
  if (!/^\d{4}-\d\d$|^unstable$/.test(apiVersion)) throw new TypeError('apiVersion is a quarter such as 2026-07');
  return vendorClient({
    ...settings,
    policy: shopifyPolicy,
    address: { baseUrl, apiVersion },
    token: accessToken,
    errorOf,
    errors: shopifyErrors,
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** An answer that is no success holds `errors`, a text or anything else. */
function errorOf(json: unknown): { message?: string } | undefined {
  if (typeof json !== 'object' || json === null || !('errors' in json)) return undefined;
  return { message: typeof json.errors === 'string' ? json.errors : (JSON.stringify(json.errors) ?? '') };
}
