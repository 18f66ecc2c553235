import type { Facts, Overlay, PartnerMap } from '@dist/mapping';
import type { Authorizer } from '../auth/authorizer.ts';
import { itemUnit } from '../codec/item-unit.ts';
import { noonUtc } from '../codec/noon-utc.ts';
import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import type { Codecs } from '../order/compiled-order-map.ts';
import { orderEncoder } from '../order/order-encoder.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { HealthCheck } from '../port/health.ts';
import type { Inventory } from '../port/inventory.ts';
import type { Invoices } from '../port/invoices.ts';
import type { Customers, Items } from '../port/look-up.ts';
import type { FindOutcome, Orders } from '../port/orders.ts';
import type { Shipments } from '../port/shipments.ts';
import { type BusinessUnit, orderHub } from './business-unit.ts';
import { cancelSalesOrder } from './cancel-sales-order.ts';
import { changeSalesOrder } from './change-sales-order.ts';
import { errorOf } from './error-of.ts';
import { findAvailability } from './find-availability.ts';
import { findCustomer } from './find-customer.ts';
import { findItem } from './find-item.ts';
import { invoiceList } from './invoice-list.ts';
import { listDocuments } from './list-documents.ts';
import { oracleFusionErrors } from './oracle-fusion-errors.ts';
import { oracleFusionPolicy } from './oracle-fusion-policy.ts';
import { queryText } from './query-text.ts';
import { readPage } from './read-collection.ts';
import { type OrderRead, readSalesOrder } from './read-sales-order.ts';
import salesOrder from './sales-order.json' with { type: 'json' };
import { shipmentList } from './shipment-list.ts';
import { submitSalesOrder } from './submit-sales-order.ts';
import { type UnitTable, unitTable } from './unit-table.ts';

export interface OracleFusionSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** `https://servername.fa.us2.oraclecloud.com`: the environment, and with it the region where its data lives. */
  readonly baseUrl: string;
  /** `basic(user, password)`, or `oauth2(…)` with a client of the identity domain. */
  readonly auth: Authorizer;
  /** The name of the business unit that sells. */
  readonly businessUnit: string;
  /** The code of the source system that its orders come from (task Manage Upstream and Downstream Source Systems): `LEG`. */
  readonly sourceSystem: string;
  /** The code of the reason that is given for what is cancelled (lookup type DOO_RETURN_REASON or one of the company's). */
  readonly cancelReason: string;
  /** Codes of the inventory organizations that are asked for stock where a query names none; none when absent. */
  readonly organizations?: readonly string[] | undefined;
  /** Whether prices of the order are kept (`FreezePriceFlag`); Oracle prices it when absent. */
  readonly keepPrices?: boolean | undefined;
  /** The seller's units by the company's codes; those of the demonstration data when absent. */
  readonly units?: UnitTable | undefined;
  /** The seller's units by the company's names of units, which items and invoices have: `{ Each: 'EA' }`. */
  readonly unitNames?: Readonly<Record<string, string>> | undefined;
  /** Most records in one page of a list; 100 when absent. */
  readonly pageSize?: number | undefined;
  /** The company's own fields, laid over the map `oracle-fusion/sales-order.json`. */
  readonly overlays?: readonly Overlay[] | undefined;
  /** What the overlays name beside the codecs of the map: some of `@dist/connectors/codecs`, or your own. */
  readonly codecs?: Codecs | undefined;
  /** Master data that the map asks for beside items and units: `customer`, `shipTo`. */
  readonly facts?: Facts | undefined;
}

/** One business unit of Oracle Fusion Cloud Order Management, with Inventory and Receivables, by REST. */
export type OracleFusion = Connector<{
  readonly orders: Pick<Orders, 'submit' | 'find' | 'status' | 'cancel' | 'change'>;
  readonly inventory: Pick<Inventory, 'availability'>;
  readonly shipments: Pick<Shipments, 'list'>;
  readonly invoices: Pick<Invoices, 'list'>;
  readonly customers: Customers<'number' | 'name'>;
  readonly items: Items<'sku'>;
  readonly health: HealthCheck;
}>;

/** Connects to one business unit. Throws a TypeError when a setting cannot be right. */
export function oracleFusion(settings: OracleFusionSettings): OracleFusion {
  const {
    now = Date.now,
    pageSize = 100,
    cancelReason,
    facts,
    organizations = [],
    unitNames = { Each: 'EA' },
  } = settings;
  const unit = businessUnitOf(settings);
  const head = {
    businessUnit: settings.businessUnit,
    sourceSystem: settings.sourceSystem,
    keepPrices: settings.keepPrices ?? false,
  };
  const encoder = orderEncoder(salesOrder as PartnerMap, settings.overlays, { ...settings.codecs, itemUnit, noonUtc });
  const { client, units } = unit;
  return defineConnector({
    id: 'oracle-fusion',
    apiVersion: '11.13.18.05',
    policy: oracleFusionPolicy,
    offers: {
      orders: {
        submit: (order, call) => submitSalesOrder({ unit, head, encoder, facts }, order, call),
        find: async (value, call) => found(await readSalesOrder(unit, { by: 'externalReference', value }, call)),
        status: async (value, call) => found(await readSalesOrder(unit, { by: 'number', value }, call)),
        cancel: (order, call) => cancelSalesOrder({ unit, cancelReason }, order, call),
        change: (revision, call) => changeSalesOrder({ unit, cancelReason }, revision, call),
      },
      inventory: {
        availability: (query, call) =>
          findAvailability({ unit, organizations, unitNames }, query, { ...call, now: new Date(now()).toISOString() }),
      },
      shipments: {
        list: (start, call = {}) => listDocuments(client, { ...shipmentList(units), pageSize }, start, call),
      },
      invoices: {
        list: (start, call = {}) => listDocuments(client, { ...invoiceList(unitNames), pageSize }, start, call),
      },
      customers: { find: (key, call) => findCustomer(unit, key, call) },
      items: { find: (key, call) => findItem({ unit, unitNames }, key, call) },
      health: {
        check: async (call) => {
          const request = { path: orderHub, query: { fields: 'HeaderId' }, operation: 'health.check' };
          const read = await readPage(client, request, { limit: 1, offset: 0 }, call);
          return read.ok ? { status: 'well', warnings: [] } : { status: 'failed', failure: read.failure };
        },
      },
    },
  });
}

function businessUnitOf(settings: OracleFusionSettings): BusinessUnit {
  const { businessUnit, sourceSystem, cancelReason, baseUrl, units = unitTable } = settings;
  for (const [name, value] of Object.entries({ businessUnit, sourceSystem, cancelReason })) {
    if (value === '') throw new TypeError(`${name} is not empty`);
  }
  // It stands in every key, before the colon.
  if (sourceSystem.includes(':') || queryText(sourceSystem) === undefined) {
    throw new TypeError('sourceSystem is a code without a colon: LEG');
  }
  const client = vendorClient({
    ...settings,
    policy: oracleFusionPolicy,
    address: { baseUrl },
    // Version 4: conditions in `q` are expressions, and children that are expanded are collections.
    headers: { 'rest-framework-version': '4' },
    errorOf,
    errors: oracleFusionErrors,
  });
  return { client, units, sourceSystem };
}

/** Without the key and the rows, which are Oracle's own. */
function found(read: OrderRead): FindOutcome {
  return read.status === 'found' ? { status: 'found', order: read.order } : read;
}
