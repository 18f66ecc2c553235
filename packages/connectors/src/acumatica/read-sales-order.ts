import { validate } from '@dist/canonical';
import * as z from 'zod';
import { odataText } from '../odata/odata-text.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { ErpOrderStatus } from '../port/orders.ts';
import { decodeSalesOrder } from './decode-sales-order.ts';
import { errorTexts } from './error-texts.ts';
import { readRecords } from './read-records.ts';
import { type SalesOrderDetailWire, salesOrderDetailWire } from './sales-order-wire.ts';
import type { Tenant } from './tenant.ts';

/** Entities of an order that a status needs. */
export const expand = 'Details,Shipments';

/** An order as it stands, with its lines as Acumatica has them: what is changed is changed by their ids. */
export type OrderRead =
  | { readonly status: 'found'; readonly order: ErpOrderStatus; readonly rows: readonly SalesOrderDetailWire[] }
  | { readonly status: 'notFound' }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/**
 * Reads an order by its number. A number with a slash cannot stand in an address and is looked for
 * (Retrieve a Record by Key Fields).
 */
export async function readSalesOrder(tenant: Tenant, number: string, call?: Call): Promise<OrderRead> {
  const { client, orderType } = tenant;
  if (/[/|\\]/.test(number))
    return await lookForOrder(tenant, { field: 'OrderNbr', value: number, operation: 'orders.status' }, call);
  const path = `/SalesOrder/${encodeURIComponent(orderType)}/${encodeURIComponent(number)}`;
  const request = { method: 'GET', path, query: { $expand: expand }, operation: 'orders.status' } as const;
  const answer = await client.call('read', request, call);
  if (!answer.ok)
    return isAbsent(answer.failure) ? { status: 'notFound' } : { status: 'failed', failure: answer.failure };
  return orderOf(tenant, answer.json);
}

/** More orders than differ from ours in case only. */
const mostAlike = 500;

/**
 * Looks for the order of the tenant's type with a value in a field. SQL Server compares texts without case, so that others may
 * stand before ours. Two with one value are a fault that a person must end, and so is an answer that may have left ours out.
 */
export async function lookForOrder(
  tenant: Tenant,
  {
    field,
    value,
    operation,
  }: { readonly field: 'ExternalRef' | 'OrderNbr'; readonly value: string; readonly operation: string },
  call?: Call,
): Promise<OrderRead> {
  const { client, orderType } = tenant;
  const $filter = `OrderType eq ${odataText(orderType)} and ${field} eq ${odataText(value)}`;
  const request = { path: '/SalesOrder', query: { $filter, $expand: expand, $top: String(mostAlike) }, operation };
  const read = await readRecords(client, request, call);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const orders = read.value.map((json) => orderOf(tenant, json));
  const failed = orders.find((one) => one.status === 'failed');
  if (failed !== undefined) return failed;
  const word = field === 'ExternalRef' ? 'externalReference' : 'number';
  const strange = orders.find((one) => one.status === 'found' && !isAlike(one.order[word], value));
  if (strange?.status === 'found') {
    const text = `asked for the ${field} ${value}, it has given the order ${strange.order.number} of ${strange.order[word]}`;
    return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const exact = orders.filter((one) => one.status === 'found' && one.order[word] === value);
  const [first, second] = exact;
  if (second !== undefined) {
    const text = `two orders have the ${field} ${value}`;
    return { status: 'failed', failure: client.fail('conflict', text, { safeToReplay: true }) };
  }
  if (first !== undefined || read.value.length < mostAlike) return first ?? { status: 'notFound' };
  const text = `${mostAlike} orders or more have the ${field} ${value} in other letters: whether ours is there cannot be told`;
  return { status: 'failed', failure: client.fail('conflict', text, { safeToReplay: true }) };
}

/** An order of an answer, or why it is none. */
export function orderOf({ client, units }: Tenant, json: unknown): OrderRead {
  const decoded = decodeSalesOrder(json, units);
  const rows = validate(z.object({ Details: z.array(salesOrderDetailWire) }), json);
  if (decoded.ok && rows.ok) return { status: 'found', order: decoded.value, rows: rows.value.Details };
  const reason = errorTexts(json)[0] ?? decoded.issues[0]?.message ?? 'it has another shape';
  const text = `the answer cannot be read: ${reason}`;
  return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}

function isAlike(found: string, asked: string): boolean {
  return found.trim().toLowerCase() === asked.trim().toLowerCase();
}

/** Only Acumatica's own word says that there is no such record: a 404 is an endpoint that is not there, or something in between. */
function isAbsent({ vendor }: ConnectorFailure): boolean {
  return vendor?.code === 'NoEntitySatisfiesTheConditionException';
}
