import { validate } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { ErpOrderStatus, FindOutcome } from '../port/orders.ts';
import { decodeSalesOrder } from './decode-sales-order.ts';
import { odataResult, odataResults } from './odata-results.ts';
import { odataText } from './odata-text.ts';
import { type SalesOrderItemWire, salesOrderWire } from './sales-order-wire.ts';
import type { UnitTable } from './unit-table.ts';

/** The service and its orders, with what a status needs. */
export const salesOrders = '/API_SALES_ORDER_SRV/A_SalesOrder';
const expand = 'to_Item,to_Item/to_ScheduleLine';

/** Looks an order up by our reference. Two under one reference are a fault that a person must end. */
export async function findSalesOrder(
  client: VendorClient,
  units: UnitTable,
  externalReference: string,
  call?: Call,
): Promise<FindOutcome> {
  const filter = `PurchaseOrderByShipToParty eq ${odataText(externalReference)}`;
  const query = { $filter: filter, $expand: expand, $top: '100', $format: 'json' };
  const answer = await client.call('read', { method: 'GET', path: salesOrders, query, operation: 'orders.find' }, call);
  const read = odataResults(client, answer);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const found: ErpOrderStatus[] = [];
  for (const json of read.value) {
    const decoded = decodeSalesOrder(json, units);
    if (!decoded.ok) return { status: 'failed', failure: drift(client, decoded.issues[0]?.message) };
    // A filter may be coarser than what was asked for: SAP compares some texts without case, so that more are asked for.
    if (decoded.value.externalReference === externalReference) found.push(decoded.value);
  }
  const [order, second] = found;
  if (second !== undefined) {
    const failure = client.fail('conflict', `two orders have the reference ${externalReference}`, {
      safeToReplay: true,
    });
    return { status: 'failed', failure };
  }
  return order === undefined ? { status: 'notFound' } : { status: 'found', order };
}

/** An order with its items as SAP has them, each with the version it is of. */
export interface OrderWithItems {
  readonly status: 'found';
  readonly order: ErpOrderStatus;
  readonly items: readonly SalesOrderItemWire[];
}

/** How an order stands, by its number. */
export async function readSalesOrder(
  client: VendorClient,
  units: UnitTable,
  number: string,
  call?: Call,
): Promise<FindOutcome> {
  const read = await readWithItems(client, units, number, call);
  return read.status === 'found' ? { status: 'found', order: read.order } : read;
}

/** How an order stands, with its items in the same order as its lines. */
export async function readWithItems(
  client: VendorClient,
  units: UnitTable,
  number: string,
  call?: Call,
): Promise<OrderWithItems | Exclude<FindOutcome, { readonly status: 'found' }>> {
  const path = `${salesOrders}(${encodeURIComponent(odataText(number))})`;
  const query = { $expand: expand, $format: 'json' };
  const answer = await client.call('read', { method: 'GET', path, query, operation: 'orders.status' }, call);
  if (!answer.ok && isAbsent(answer.failure)) return { status: 'notFound' };
  const read = odataResult(client, answer);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const decoded = decodeSalesOrder(read.value, units);
  if (!decoded.ok) return { status: 'failed', failure: drift(client, decoded.issues[0]?.message) };
  const wire = validate(salesOrderWire, read.value);
  return { status: 'found', order: decoded.value, items: wire.ok ? wire.value.to_Item.results : [] };
}

/** Only the gateway's own word says that there is no such record; a 404 of something in between says nothing. */
function isAbsent({ vendor }: ConnectorFailure): boolean {
  return vendor?.status === 404 && (vendor.code === '005056A509B11EE1B9A8FEC11C21578E' || vendor.code === 'V1/302');
}

function drift(client: VendorClient, reason = 'it has another shape'): ConnectorFailure {
  return client.fail('contract-drift', `the answer cannot be read: ${reason}`, { safeToReplay: true });
}
