import type { Issue } from '@dist/canonical';
import { odataText } from '../odata/odata-text.ts';
import { readRows } from '../odata/read-rows.ts';
import type { Call } from '../port/call.ts';
import type { ErpOrderStatus, FindOutcome } from '../port/orders.ts';
import type { Company } from './company.ts';
import { decodePostedOrders } from './decode-posted-order.ts';
import { decodeSalesOrder } from './decode-sales-order.ts';

/** What an order is looked up by: our reference, or Business Central's number. */
export interface OrderKey {
  readonly by: 'externalReference' | 'number';
  readonly value: string;
}

/** The field of orders and of invoices that holds a key. */
const fields = {
  externalReference: { order: 'externalDocumentNumber', invoice: 'externalDocumentNumber' },
  number: { order: 'number', invoice: 'orderNumber' },
} as const;

/**
 * Looks an order up. One that is shipped and invoiced as a whole is deleted when its last invoice is posted ("Posting
 * sales"), so that its invoices are looked for next: otherwise it would look as if it had never been, and be made again.
 */
export async function findSalesOrder(company: Company, key: OrderKey, call?: Call): Promise<FindOutcome> {
  const { client, root, units } = company;
  const operation = key.by === 'number' ? 'orders.status' : 'orders.find';
  const open = await readRows(
    client,
    {
      path: `${root}/salesOrders`,
      query: { $filter: `${fields[key.by].order} eq ${odataText(key.value)}`, $expand: 'salesOrderLines', $top: '2' },
      operation,
    },
    call,
  );
  if (!open.ok) return { status: 'failed', failure: open.failure };
  const orders: ErpOrderStatus[] = [];
  for (const json of open.value) {
    const decoded = decodeSalesOrder(json, units);
    if (!decoded.ok) return unreadable(company, decoded.issues);
    orders.push(decoded.value);
  }
  const found = only(company, key, orders);
  return found ?? (await findPosted(company, key, operation, call));
}

async function findPosted(company: Company, key: OrderKey, operation: string, call?: Call): Promise<FindOutcome> {
  const { client, root, units } = company;
  const query = {
    $filter: `${fields[key.by].invoice} eq ${odataText(key.value)}`,
    $expand: 'salesInvoiceLines',
    $top: '100',
  };
  const posted = await readRows(client, { path: `${root}/salesInvoices`, query, operation }, call);
  if (!posted.ok) return { status: 'failed', failure: posted.failure };
  const orders = decodePostedOrders(posted.value, units);
  if (!orders.ok) return unreadable(company, orders.issues);
  return only(company, key, orders.value) ?? { status: 'notFound' };
}

/** The one order of a key; undefined where there is none. Two under one key are a fault that a person must end. */
function only(
  { client }: Company,
  { by, value }: OrderKey,
  orders: readonly ErpOrderStatus[],
): FindOutcome | undefined {
  // A filter may be coarser than what was asked for: codes are compared without case.
  const [order, second] = orders.filter((one) => one[by] === value);
  if (second !== undefined) {
    const failure = client.fail('conflict', `two orders have the ${by} ${value}`, { safeToReplay: true });
    return { status: 'failed', failure };
  }
  return order === undefined ? undefined : { status: 'found', order };
}

function unreadable({ client }: Company, issues: readonly Issue[]): FindOutcome {
  const text = `the answer cannot be read: ${issues[0]?.message ?? 'it has another shape'}`;
  return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
