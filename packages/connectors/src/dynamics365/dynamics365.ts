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
import { cancelSalesOrder } from './cancel-sales-order.ts';
import { changeSalesOrder } from './change-sales-order.ts';
import { dynamics365Errors } from './dynamics365-errors.ts';
import { dynamics365Policy } from './dynamics365-policy.ts';
import { findAvailability } from './find-availability.ts';
import { findCustomer } from './find-customer.ts';
import { findItem } from './find-item.ts';
import { findSalesOrder } from './find-sales-order.ts';
import { invoiceList } from './invoice-list.ts';
import { type LegalEntity, readSet } from './legal-entity.ts';
import { type DocumentReading, listDocuments } from './list-documents.ts';
import { packingSlipList } from './packing-slip-list.ts';
import salesOrder from './sales-order.json' with { type: 'json' };
import { submitSalesOrder } from './submit-sales-order.ts';
import { type UnitTable, unitSymbol, unitTable } from './unit-table.ts';

export interface Dynamics365Settings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** `https://contoso.operations.dynamics.com`: the environment, and with it the region where its data lives. */
  readonly baseUrl: string;
  readonly credentials: EntraCredentials;
  /** Id of the legal entity: `usmf`. */
  readonly dataAreaId: string;
  /** The legal entity whose warehouses ship (Warehouse management only mode); `dataAreaId` when absent. */
  readonly warehouseDataAreaId?: string | undefined;
  /** Most documents in one page of a list; 100 when absent. */
  readonly pageSize?: number | undefined;
  /** So many days before its end a list is read again, for documents with a day that had passed; 7 when absent. */
  readonly daysBack?: number | undefined;
  /** Where tokens are kept; in memory when absent. */
  readonly cache?: TokenCache | undefined;
  /** The seller's units by the environment's symbols. */
  readonly units?: UnitTable | undefined;
  /** Fields of the environment's own, laid over the map `dynamics365/sales-order.json`. */
  readonly overlays?: readonly Overlay[] | undefined;
  /** What the overlays name beside the codecs of the map: some of `@dist/connectors/codecs`, or your own. */
  readonly codecs?: Codecs | undefined;
  /** Master data that the map asks for beside items and units: `customer`. */
  readonly facts?: Facts | undefined;
}

/** One legal entity of Dynamics 365 Supply Chain Management by the OData data entities of finance and operations. */
export type Dynamics365 = Connector<{
  readonly orders: Pick<Orders, 'submit' | 'find' | 'status' | 'cancel' | 'change'>;
  readonly inventory: Pick<Inventory, 'availability'>;
  readonly shipments: Pick<Shipments, 'list'>;
  readonly invoices: Pick<Invoices, 'list'>;
  readonly customers: Customers<'number' | 'name'>;
  readonly items: Items<'sku'>;
  readonly health: HealthCheck;
}>;

/** Connects to one legal entity. Throws a TypeError when a setting cannot be right. */
export function dynamics365(settings: Dynamics365Settings): Dynamics365 {
  const { now = Date.now, dataAreaId, warehouseDataAreaId = dataAreaId, pageSize = 100, daysBack = 7 } = settings;
  if (!Number.isInteger(daysBack) || daysBack < 0) throw new TypeError('daysBack is a whole number of days');
  const entity = entityOf(settings);
  const reading = (of: LegalEntity): DocumentReading => ({
    entity: of,
    orders: entity,
    pageSize,
    daysBack,
    now: now(),
  });
  const encoder = orderEncoder(salesOrder as PartnerMap, settings.overlays, { ...settings.codecs, itemUnit });
  const factsOf = (order: Order) => ({ ...itemUnits(order, entity.units), ...settings.facts });
  return defineConnector({
    id: 'dynamics365',
    apiVersion: 'OData 4.0',
    policy: dynamics365Policy,
    offers: {
      orders: {
        submit: (order, call) => submitSalesOrder({ entity, encoder, factsOf }, order, call),
        find: (value, call) => findSalesOrder(entity, { by: 'externalReference', value }, call),
        status: (value, call) => findSalesOrder(entity, { by: 'number', value }, call),
        cancel: (order, call) => cancelSalesOrder(entity, order, call),
        change: (revision, call) => changeSalesOrder(entity, revision, call),
      },
      inventory: {
        availability: (query, call) => findAvailability(entity, query, { ...call, now: new Date(now()).toISOString() }),
      },
      shipments: {
        list: (start, call = {}) => {
          const warehouse = { ...entity, dataAreaId: warehouseDataAreaId };
          return listDocuments(reading(warehouse), packingSlipList(entity.units), start, call);
        },
      },
      invoices: {
        list: (start, call = {}) => listDocuments(reading(entity), invoiceList(entity.units), start, call),
      },
      customers: { find: (key, call) => findCustomer(entity, key, call) },
      items: { find: (key, call) => findItem(entity, key, call) },
      health: {
        check: async (call) => {
          const read = await readSet(entity, 'SalesOrderHeadersV2', { top: '1', operation: 'health.check' }, call);
          return read.ok ? { status: 'well', warnings: [] } : { status: 'failed', failure: read.failure };
        },
      },
    },
  });
}

function entityOf(settings: Dynamics365Settings): LegalEntity {
  const { baseUrl, dataAreaId, warehouseDataAreaId = dataAreaId } = settings;
  const { name } = dynamics365Policy;
  const isId = [dataAreaId, warehouseDataAreaId].every((id) => /^[A-Za-z0-9]{1,4}$/.test(id));
  if (!isId) throw new TypeError('the id of a legal entity has one to four letters and digits');
  const client = vendorClient({
    ...settings,
    policy: dynamics365Policy,
    address: { baseUrl },
    auth: entraToken({ ...settings, name, scope: `${baseUrl.replace(/\/$/, '')}/.default` }),
    headers: { accept: 'application/json' },
    errorOf,
    errors: dynamics365Errors,
  });
  return { client, dataAreaId, units: settings.units ?? unitTable };
}

/** Facts of lookup `itemUnit`: the seller's item is the legal entity's, and its unit is one of the table. */
function itemUnits({ lines }: Order, units: UnitTable): Facts {
  const pairs = lines.flatMap((line): (readonly [string, string])[] => {
    const [item, symbol] = [sellerItem(line), unitSymbol(units, line.quantity.unit)];
    return item === undefined || symbol === undefined ? [] : [[`${item}|${symbol}`, `${item}|${line.quantity.unit}`]];
  });
  return { itemUnit: Object.fromEntries(pairs) };
}

/** `{ error: { code, message, innererror: { message } } }`: what happened stands in the inner one, the Infolog. */
function errorOf(json: unknown): VendorError | undefined {
  const error = fieldOf(json, 'error');
  const infolog = textOf(fieldOf(fieldOf(error, 'innererror'), 'message'));
  return { code: textOf(fieldOf(error, 'code')), message: infolog ?? textOf(fieldOf(error, 'message')) };
}
