import type { Facts, Overlay, PartnerMap } from '@dist/mapping';
import type { TokenCache } from '../auth/token-cache.ts';
import { itemUnit } from '../codec/item-unit.ts';
import { noonUtc } from '../codec/noon-utc.ts';
import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import type { Codecs } from '../order/compiled-order-map.ts';
import { orderEncoder } from '../order/order-encoder.ts';
import type { Call } from '../port/call.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { HealthCheck } from '../port/health.ts';
import type { Inventory } from '../port/inventory.ts';
import type { Invoices } from '../port/invoices.ts';
import type { Customers, Items } from '../port/look-up.ts';
import type { FindOutcome, Orders } from '../port/orders.ts';
import type { Shipments } from '../port/shipments.ts';
import { type AcumaticaCredentials, acumaticaAuth } from './acumatica-auth.ts';
import { acumaticaErrors } from './acumatica-errors.ts';
import { acumaticaPolicy } from './acumatica-policy.ts';
import { cancelSalesOrder } from './cancel-sales-order.ts';
import { changeSalesOrder } from './change-sales-order.ts';
import { errorOf } from './error-of.ts';
import { findAvailability } from './find-availability.ts';
import { findCustomer } from './find-customer.ts';
import { findItem } from './find-item.ts';
import { invoiceList } from './invoice-list.ts';
import { listDocuments } from './list-documents.ts';
import { readRecords } from './read-records.ts';
import { lookForOrder, type OrderRead, readSalesOrder } from './read-sales-order.ts';
import type { Wait } from './run-action.ts';
import salesOrder from './sales-order.json' with { type: 'json' };
import { shipmentList } from './shipment-list.ts';
import { submitSalesOrder } from './submit-sales-order.ts';
import type { Tenant } from './tenant.ts';
import { type UnitTable, unitTable } from './unit-table.ts';

export interface AcumaticaSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** The instance, with its name where it is not the root: `https://tenant.acumatica.com/Instance1`. Its data lives there. */
  readonly baseUrl: string;
  readonly credentials: AcumaticaCredentials;
  /** The endpoint of form SM207060 that is spoken to, or an extension of it; `Default` `24.200.001` when absent. */
  readonly endpoint?: { readonly name: string; readonly version: string } | undefined;
  /** Where tokens and sessions are kept; in memory when absent. */
  readonly cache?: TokenCache | undefined;
  /** Type of the orders that are made and looked for; `SO` when absent. */
  readonly orderType?: string | undefined;
  /** The seller's units by the tenant's codes; those of the demo data when absent. */
  readonly units?: UnitTable | undefined;
  /** Most records in one page of a list; 100 when absent. */
  readonly pageSize?: number | undefined;
  /** Waits between looks at an action that is in progress; by the platform's timer when absent. */
  readonly wait?: Wait | undefined;
  /** A tenant's own fields, laid over the map `acumatica/sales-order.json`. */
  readonly overlays?: readonly Overlay[] | undefined;
  /** What the overlays name beside the codecs of the map: some of `@dist/connectors/codecs`, or your own. */
  readonly codecs?: Codecs | undefined;
  /** Master data that the map asks for beside items and units: `customer`, `shipTo`. */
  readonly facts?: Facts | undefined;
}

/** What the interface offers. */
type Offered = {
  readonly orders: Pick<Orders, 'submit' | 'find' | 'status' | 'cancel' | 'change'>;
  readonly inventory: Pick<Inventory, 'availability'>;
  readonly shipments: Pick<Shipments, 'list'>;
  readonly invoices: Pick<Invoices, 'list'>;
  readonly customers: Customers<'number' | 'email' | 'name'>;
  readonly items: Items<'sku'>;
  readonly health: HealthCheck;
};

/** Acumatica ERP by the contract-based REST API. */
export type Acumatica = Connector<Offered> & {
  /**
   * Gives the session back that the licence counts: call it in a `finally` when there is nothing more to do. It never rejects;
   * the next operation signs in again.
   */
  readonly signOut: (call?: Call) => Promise<void>;
};

/** Connects to one tenant. Throws a TypeError when a setting cannot be right. */
export function acumatica(settings: AcumaticaSettings): Acumatica {
  const { units = unitTable, orderType = 'SO' } = settings;
  const { name, version } = settings.endpoint ?? { name: 'Default', version: '24.200.001' };
  if (!/^[\w.-]{1,50}$/.test(name) || !/^[\w.-]{1,50}$/.test(version)) {
    throw new TypeError('endpoint is a name and a version: Default and 24.200.001');
  }
  if (!/^[A-Z0-9]{2}$/i.test(orderType)) throw new TypeError('orderType is a code of two signs: SO');
  const auth = acumaticaAuth(settings);
  const address = { baseUrl: settings.baseUrl, endpoint: name, version };
  const client = vendorClient({
    ...settings,
    policy: acumaticaPolicy,
    address,
    auth,
    errorOf,
    errors: acumaticaErrors,
  });
  const connector = connectorOf({ client, units, orderType }, `${name}/${version}`, settings);
  return Object.freeze({ ...connector, signOut: (call?: Call) => auth.release(call) });
}

function connectorOf(tenant: Tenant, apiVersion: string, settings: AcumaticaSettings): Connector<Offered> {
  const { pageSize = 100, now = Date.now, wait = pause, facts } = settings;
  const encoder = orderEncoder(salesOrder as PartnerMap, settings.overlays, { ...settings.codecs, itemUnit, noonUtc });
  return defineConnector({
    id: 'acumatica',
    apiVersion,
    policy: acumaticaPolicy,
    offers: {
      orders: {
        submit: (order, call) => submitSalesOrder({ tenant, encoder, facts }, order, call),
        find: async (value, call) =>
          found(await lookForOrder(tenant, { field: 'ExternalRef', value, operation: 'orders.find' }, call)),
        status: async (number, call) => found(await readSalesOrder(tenant, number, call)),
        cancel: (order, call) => cancelSalesOrder({ tenant, wait }, order, call),
        change: (revision, call) => changeSalesOrder(tenant, revision, call),
      },
      inventory: {
        availability: (query, call) => findAvailability(tenant, query, { ...call, now: new Date(now()).toISOString() }),
      },
      shipments: {
        list: (start, call = {}) => listDocuments(tenant, { ...shipmentList(tenant.units), pageSize }, start, call),
      },
      invoices: {
        list: (start, call = {}) => listDocuments(tenant, { ...invoiceList(tenant.units), pageSize }, start, call),
      },
      customers: { find: (key, call) => findCustomer(tenant, key, call) },
      items: { find: (key, call) => findItem(tenant, key, call) },
      health: {
        check: async (call) => {
          const query = { $top: '1', $select: 'OrderNbr' };
          const read = await readRecords(
            tenant.client,
            { path: '/SalesOrder', query, operation: 'health.check' },
            call,
          );
          return read.ok ? { status: 'well', warnings: [] } : { status: 'failed', failure: read.failure };
        },
      },
    },
  });
}

/** Without the rows, which are Acumatica's own. */
function found(read: OrderRead): FindOutcome {
  return read.status === 'found' ? { status: 'found', order: read.order } : read;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
