import { validate } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import { fieldOf } from '../json/field-of.ts';
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
const pageSize = 100;
/** Most orders whose references differ from ours in case only. */
const mostAlike = 5000;

/**
 * Looks an order up by our reference. SAP may compare texts without case, so that orders of other references stand before
 * ours: it is looked for to the end. Two under one reference are a fault that a person must end.
 */
export async function findSalesOrder(
  client: VendorClient,
  units: UnitTable,
  externalReference: string,
  call?: Call,
): Promise<FindOutcome> {
  const found: ErpOrderStatus[] = [];
  for (let skip = 0; skip < mostAlike; ) {
    const page = await readAlike(client, { externalReference, skip }, call);
    if (!page.ok) return { status: 'failed', failure: page.failure };
    for (const json of page.value) {
      const decoded = decodeSalesOrder(json, units);
      if (!decoded.ok) return { status: 'failed', failure: drift(client, decoded.issues[0]?.message) };
      if (decoded.value.externalReference === externalReference) found.push(decoded.value);
    }
    const [order, second] = found;
    if (second !== undefined) {
      const text = `two orders have the reference ${externalReference}`;
      return { status: 'failed', failure: client.fail('conflict', text, { safeToReplay: true }) };
    }
    if (!page.hasMore) return order === undefined ? { status: 'notFound' } : { status: 'found', order };
    skip += page.value.length;
  }
  return { status: 'failed', failure: drift(client, `more than ${mostAlike} orders have a reference like ours`) };
}

async function readAlike(
  client: VendorClient,
  { externalReference, skip }: { readonly externalReference: string; readonly skip: number },
  call?: Call,
) {
  const $filter = `PurchaseOrderByShipToParty eq ${odataText(externalReference)}`;
  // An order of its own, or pages might overlap and leave one out.
  const sorted = { $orderby: 'SalesOrder', $skip: String(skip), $top: String(pageSize) };
  const query = { $filter, $expand: expand, ...sorted, $format: 'json' };
  const answer = await client.call('read', { method: 'GET', path: salesOrders, query, operation: 'orders.find' }, call);
  const read = odataResults(client, answer);
  if (!read.ok) return read;
  // A server may give fewer than were asked for, and says by a link that there are more (OData 2.0 JSON, `__next`).
  const hasNext = answer.ok && fieldOf(fieldOf(answer.json, 'd'), '__next') !== undefined;
  const hasMore = read.value.length > 0 && (hasNext || read.value.length >= pageSize);
  return { ...read, hasMore };
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
