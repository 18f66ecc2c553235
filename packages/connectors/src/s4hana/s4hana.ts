import type { Order } from '@dist/canonical';
import type { Facts, Overlay, PartnerMap } from '@dist/mapping';
import type { Authorizer } from '../auth/authorizer.ts';
import type { TokenCache } from '../auth/token-cache.ts';
import { itemUnit } from '../codec/item-unit.ts';
import { odataDate } from '../codec/odata-date.ts';
import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import type { Codecs } from '../order/compiled-order-map.ts';
import { orderEncoder } from '../order/order-encoder.ts';
import { sellerItem } from '../order/seller-item.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { HealthCheck } from '../port/health.ts';
import type { Inventory } from '../port/inventory.ts';
import type { Invoices } from '../port/invoices.ts';
import type { Customers, Items } from '../port/look-up.ts';
import type { Orders } from '../port/orders.ts';
import type { Shipments } from '../port/shipments.ts';
import { billingList } from './billing-list.ts';
import { cancelSalesOrder } from './cancel-sales-order.ts';
import { changeSalesOrder } from './change-sales-order.ts';
import { csrfSession } from './csrf-session.ts';
import { deliveryList } from './delivery-list.ts';
import { findAvailability } from './find-availability.ts';
import { findCustomer } from './find-customer.ts';
import { findItem } from './find-item.ts';
import { listDocuments } from './list-documents.ts';
import { odataResults } from './odata-results.ts';
import { findSalesOrder, readSalesOrder, salesOrders } from './order-client.ts';
import { s4hanaErrors } from './s4hana-errors.ts';
import { s4hanaPolicy } from './s4hana-policy.ts';
import salesOrder from './sales-order.json' with { type: 'json' };
import { submitSalesOrder } from './submit-sales-order.ts';
import { sapUnit, type UnitTable, unitTable } from './unit-table.ts';

export interface S4hanaSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** `https://my300000-api.s4hana.cloud.sap`: the tenant, and with it the region where its data lives. */
  readonly baseUrl: string;
  /** The communication user: `basic(user, password)`, or `oauth2(…)`. */
  readonly auth: Authorizer;
  /** Names the user in the cache of sessions, where several users share one. */
  readonly user?: string | undefined;
  /** Where sessions (CSRF tokens and cookies) are kept; in memory when absent. */
  readonly cache?: TokenCache | undefined;
  /** SAP's code of the reason that items of a cancelled order are rejected for: the tenant's own. */
  readonly rejectionReason: string;
  /** The seller's units by SAP's; the delivered ones in English when absent. */
  readonly units?: UnitTable | undefined;
  /** Language of descriptions, and of messages: `EN` when absent. */
  readonly language?: string | undefined;
  /** Most records in one page of a list; 100 when absent. */
  readonly pageSize?: number | undefined;
  /** A tenant's own fields and sales area, laid over the map `s4hana/sales-order.json`. */
  readonly overlays?: readonly Overlay[] | undefined;
  /** What the overlays name beside the codecs of the map: some of `@dist/connectors/codecs`, or your own. */
  readonly codecs?: Codecs | undefined;
  /** Master data that the map asks for beside items and units: `customer`, `shipTo`. */
  readonly facts?: Facts | undefined;
}

/** SAP S/4HANA by its OData 2 services of orders, deliveries, billing documents and stock. */
export type S4hana = Connector<{
  readonly orders: Pick<Orders, 'submit' | 'find' | 'status' | 'cancel' | 'change'>;
  readonly inventory: Pick<Inventory, 'availability'>;
  readonly shipments: Pick<Shipments, 'list'>;
  readonly invoices: Pick<Invoices, 'list'>;
  readonly customers: Customers<'number' | 'name'>;
  readonly items: Items<'sku'>;
  readonly health: HealthCheck;
}>;

/** Connects to one tenant. Throws a TypeError when a setting cannot be right. */
export function s4hana(settings: S4hanaSettings): S4hana {
  const { units = unitTable, language = 'EN', rejectionReason, pageSize = 100, now = Date.now } = settings;
  if (!/^[A-Z0-9]{2}$/i.test(rejectionReason)) throw new TypeError('rejectionReason is a code of two signs');
  const client = clientOf(settings, language);
  const encoder = orderEncoder(salesOrder as PartnerMap, settings.overlays, {
    ...settings.codecs,
    itemUnit,
    odataDate,
  });
  const factsOf = (order: Order) => ({ ...itemUnits(order, units), ...settings.facts });
  return defineConnector({
    id: 's4hana',
    apiVersion: 'OData 2.0',
    policy: s4hanaPolicy,
    offers: {
      orders: {
        submit: (order, call) => submitSalesOrder({ client, encoder, units, factsOf }, order, call),
        find: (externalReference, call) => findSalesOrder(client, units, externalReference, call),
        status: (number, call) => readSalesOrder(client, units, number, call),
        cancel: (order, call) => cancelSalesOrder({ client, units, reason: rejectionReason }, order, call),
        change: (revision, call) => changeSalesOrder(client, units, revision, call),
      },
      inventory: {
        availability: (query, call) =>
          findAvailability(client, units, query, { ...call, now: new Date(now()).toISOString() }),
      },
      shipments: {
        list: (start, call = {}) => listDocuments(client, { ...deliveryList(units), pageSize }, start, call),
      },
      invoices: { list: (start, call = {}) => listDocuments(client, { ...billingList(units), pageSize }, start, call) },
      customers: { find: (key, call) => findCustomer(client, key, call) },
      items: { find: (key, call) => findItem(client, { units, language }, key, call) },
      health: {
        check: async (call) => {
          const query = { $top: '1', $select: 'SalesOrder', $format: 'json' };
          const request = { method: 'GET', path: salesOrders, query, operation: 'health.check' } as const;
          const answer = await client.call('read', request, call);
          const read = odataResults(client, answer);
          return read.ok ? { status: 'well', warnings: [] } : { status: 'failed', failure: read.failure };
        },
      },
    },
  });
}

function clientOf(settings: S4hanaSettings, language: string) {
  const { baseUrl, auth: user, cache, user: cacheKey = '' } = settings;
  const serviceUrl = `${baseUrl.replace(/\/$/, '')}/sap/opu/odata/sap/API_SALES_ORDER_SRV`;
  return vendorClient({
    ...settings,
    policy: s4hanaPolicy,
    address: { baseUrl },
    auth: csrfSession({ ...settings, serviceUrl, user, cache, cacheKey }),
    headers: { 'accept-language': language.toLowerCase(), 'sap-language': language },
    errorOf,
    errors: s4hanaErrors,
  });
}

/** Facts of lookup `itemUnit`: the seller's item is SAP's product, and its unit is one of the table. */
function itemUnits({ lines }: Order, units: UnitTable): Facts {
  const pairs = lines.flatMap((line): (readonly [string, string])[] => {
    const [item, unit] = [sellerItem(line), sapUnit(units, line.quantity.unit)];
    return item === undefined || unit === undefined ? [] : [[`${item}|${unit}`, `${item}|${line.quantity.unit}`]];
  });
  return { itemUnit: Object.fromEntries(pairs) };
}

/** `{ error: { code, message: { lang, value }, innererror: { errordetails: [{ code, message, severity }] } } }`. */
function errorOf(json: unknown): VendorError | undefined {
  const error = fieldOf(json, 'error');
  const details = fieldOf(fieldOf(error, 'innererror'), 'errordetails');
  const texts = Array.isArray(details)
    ? details.map((detail) => textOf(fieldOf(detail, 'message'))).filter((text) => text !== undefined)
    : [];
  const message = textOf(fieldOf(fieldOf(error, 'message'), 'value'));
  const all = [...new Set([...(message === undefined ? [] : [message]), ...texts])];
  return { code: textOf(fieldOf(error, 'code')), message: all.length === 0 ? undefined : all.join('; ') };
}
