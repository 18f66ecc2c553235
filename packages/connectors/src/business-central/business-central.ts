import type { Order } from '@dist/canonical';
import type { Facts, Overlay, PartnerMap } from '@dist/mapping';
import type { TokenCache } from '../auth/token-cache.ts';
import { itemUnit } from '../codec/item-unit.ts';
import { type EntraCredentials, entraToken } from '../entra/entra-token.ts';
import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import { listByChange } from '../odata/list-by-change.ts';
import { readRows } from '../odata/read-rows.ts';
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
import { businessCentralErrors } from './business-central-errors.ts';
import { businessCentralPolicy } from './business-central-policy.ts';
import { cancelSalesOrder } from './cancel-sales-order.ts';
import { changeSalesOrder } from './change-sales-order.ts';
import type { Company } from './company.ts';
import { decodeInvoice } from './decode-invoice.ts';
import { decodeShipment } from './decode-shipment.ts';
import { findAvailability } from './find-availability.ts';
import { findCustomer } from './find-customer.ts';
import { findItem } from './find-item.ts';
import { findSalesOrder } from './find-sales-order.ts';
import salesOrder from './sales-order.json' with { type: 'json' };
import { submitSalesOrder } from './submit-sales-order.ts';
import { type BusinessCentralSubscriptions, subscriptions } from './subscriptions.ts';
import { type UnitTable, unitCode, unitTable } from './unit-table.ts';

export interface BusinessCentralSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** The application that asks; `tenant` stands in the address too, and with it the region where the data lives. */
  readonly credentials: EntraCredentials;
  /** Name of the environment: `Production`. */
  readonly environment: string;
  /** Id of the company: a GUID. */
  readonly company: string;
  /** Another address than `https://api.businesscentral.dynamics.com`. */
  readonly baseUrl?: string | undefined;
  /** Where tokens are kept; in memory when absent. */
  readonly cache?: TokenCache | undefined;
  /** The seller's units by the company's codes; those of CRONUS when absent. */
  readonly units?: UnitTable | undefined;
  /** Most records in one page of a list; 100 when absent. */
  readonly pageSize?: number | undefined;
  /** Fields of the company's own, laid over the map `business-central/sales-order.json`. */
  readonly overlays?: readonly Overlay[] | undefined;
  /** What the overlays name beside the codecs of the map: some of `@dist/connectors/codecs`, or your own. */
  readonly codecs?: Codecs | undefined;
  /** Master data that the map asks for beside items and units: `customer`. */
  readonly facts?: Facts | undefined;
}

/** One company of Dynamics 365 Business Central by API v2.0. */
export type BusinessCentral = Connector<{
  readonly orders: Pick<Orders, 'submit' | 'find' | 'status' | 'cancel' | 'change'>;
  readonly inventory: Pick<Inventory, 'availability'>;
  readonly shipments: Pick<Shipments, 'list'>;
  readonly invoices: Pick<Invoices, 'list'>;
  readonly customers: Customers;
  readonly items: Items;
  readonly health: HealthCheck;
}>;

/** Connects to one company. Throws a TypeError when a setting cannot be right. */
export function businessCentral(settings: BusinessCentralSettings): BusinessCentral {
  const { pageSize = 100, now = Date.now } = settings;
  const company = companyOf(settings);
  const { client, root, units } = company;
  const encoder = orderEncoder(salesOrder as PartnerMap, settings.overlays, { ...settings.codecs, itemUnit });
  const factsOf = (order: Order) => ({ ...itemUnits(order, units), ...settings.facts });
  const list = { key: 'number', changed: 'lastModifiedDateTime', pageSize };
  return defineConnector({
    id: 'business-central',
    apiVersion: 'v2.0',
    policy: businessCentralPolicy,
    offers: {
      orders: {
        submit: (order, call) => submitSalesOrder({ company, encoder, factsOf }, order, call),
        find: (value, call) => findSalesOrder(company, { by: 'externalReference', value }, call),
        status: (value, call) => findSalesOrder(company, { by: 'number', value }, call),
        cancel: (order, call) => cancelSalesOrder(company, order, call),
        change: (revision, call) => changeSalesOrder(company, revision, call),
      },
      inventory: {
        availability: (query, call) =>
          findAvailability(company, query, { ...call, now: new Date(now()).toISOString() }),
      },
      shipments: {
        list: (start, call = {}) => {
          const [path, query] = [`${root}/salesShipments`, { $expand: 'salesShipmentLines' }];
          const decode = (json: unknown) => decodeShipment(json, units);
          return listByChange(client, { ...list, operation: 'shipments.list', path, query, decode }, start, call);
        },
      },
      invoices: {
        list: (start, call = {}) => {
          const [path, query] = [`${root}/salesInvoices`, { $expand: 'salesInvoiceLines' }];
          const decode = (json: unknown) => decodeInvoice(json, units);
          return listByChange(client, { ...list, operation: 'invoices.list', path, query, decode }, start, call);
        },
      },
      customers: { find: (key, call) => findCustomer(company, key, call) },
      items: { find: (key, call) => findItem(company, key, call) },
      health: {
        check: async (call) => {
          const query = { $top: '1', $select: 'number' };
          const read = await readRows(client, { path: `${root}/salesOrders`, query, operation: 'health.check' }, call);
          return read.ok ? { status: 'well', warnings: [] } : { status: 'failed', failure: read.failure };
        },
      },
    },
  });
}

/** The subscriptions of the company's environment: what they bring `verifyBusinessCentralWebhook` checks. */
export function businessCentralSubscriptions(settings: BusinessCentralSettings): BusinessCentralSubscriptions {
  const { client, root } = companyOf(settings);
  return subscriptions(client, (set) => `/api/v2.0${root}/${set}`);
}

function companyOf(settings: BusinessCentralSettings): Company {
  const { baseUrl = 'https://api.businesscentral.dynamics.com', environment, company, credentials } = settings;
  const { name } = businessCentralPolicy;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(company)) throw new TypeError('company is a GUID');
  if (!/^[A-Za-z0-9-]{1,50}$/.test(environment)) throw new TypeError('environment is a name of letters, digits and -');
  const client = vendorClient({
    ...settings,
    policy: businessCentralPolicy,
    address: { baseUrl, tenant: encodeURIComponent(credentials.tenant), environment },
    auth: entraToken({ ...settings, name, scope: 'https://api.businesscentral.dynamics.com/.default' }),
    headers: { accept: 'application/json' },
    errorOf,
    errors: businessCentralErrors,
  });
  return { client, root: `/companies(${company})`, units: settings.units ?? unitTable };
}

/** Facts of lookup `itemUnit`: the seller's item is the company's, and its unit is one of the table. */
function itemUnits({ lines }: Order, units: UnitTable): Facts {
  const pairs = lines.flatMap((line): (readonly [string, string])[] => {
    const [item, code] = [sellerItem(line), unitCode(units, line.quantity.unit)];
    return item === undefined || code === undefined ? [] : [[`${item}|${code}`, `${item}|${line.quantity.unit}`]];
  });
  return { itemUnit: Object.fromEntries(pairs) };
}

/** `{ error: { code, message } }` (OData JSON Format 4.0 §19). */
function errorOf(json: unknown): VendorError | undefined {
  const error = fieldOf(json, 'error');
  return { code: textOf(fieldOf(error, 'code')), message: textOf(fieldOf(error, 'message')) };
}
