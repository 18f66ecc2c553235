import type { Issue } from '@dist/canonical';
import { odataText } from '../odata/odata-text.ts';
import { readRows } from '../odata/read-rows.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { FindOutcome } from '../port/orders.ts';
import { codeOf } from './code.ts';
import type { Company } from './company.ts';
import { decodePostedOrders } from './decode-posted-order.ts';
import { knownSalesOrder } from './decode-sales-order.ts';
import type { KnownSalesOrder } from './known-sales-order.ts';

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

type Failed = { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** Looks an order up. */
export async function findSalesOrder(company: Company, key: OrderKey, call?: Call): Promise<FindOutcome> {
  const known = await readSalesOrder(company, key, call);
  return known.status === 'found' ? { status: 'found', order: known.order } : known;
}

/**
 * Looks an order up, with its lines as they came. One that is shipped and invoiced as a whole is deleted when its last
 * invoice is posted ("Posting sales"), so that its invoices are looked for next: otherwise it would look as if it had never
 * been, and be made again.
 */
export async function readSalesOrder(
  company: Company,
  key: OrderKey,
  call?: Call,
): Promise<KnownSalesOrder | { readonly status: 'notFound' } | Failed> {
  const { client, root, units } = company;
  const operation = key.by === 'number' ? 'orders.status' : 'orders.find';
  const query = {
    $filter: `${fields[key.by].order} eq ${odataText(codeOf(key.value))}`,
    $expand: 'salesOrderLines',
    $top: '2',
  };
  const open = await readRows(client, { path: `${root}/salesOrders`, query, operation }, call);
  if (!open.ok) return { status: 'failed', failure: open.failure };
  const orders: KnownSalesOrder[] = [];
  for (const json of open.value) {
    const decoded = knownSalesOrder(json, units);
    if (!decoded.ok) return unreadable(company, decoded.issues);
    orders.push(decoded.value);
  }
  return only(company, key, orders) ?? (await readPosted(company, key, operation, call));
}

async function readPosted(
  company: Company,
  key: OrderKey,
  operation: string,
  call?: Call,
): Promise<KnownSalesOrder | { readonly status: 'notFound' } | Failed> {
  const { client, root, units } = company;
  const query = {
    $filter: `${fields[key.by].invoice} eq ${odataText(codeOf(key.value))}`,
    $expand: 'salesInvoiceLines',
    $top: '100',
  };
  const posted = await readRows(client, { path: `${root}/salesInvoices`, query, operation }, call);
  if (!posted.ok) return { status: 'failed', failure: posted.failure };
  const decoded = decodePostedOrders(posted.value, units);
  if (!decoded.ok) return unreadable(company, decoded.issues);
  const { orders, strays } = decoded.value;
  const found = only(
    company,
    key,
    orders.map((order) => ({ status: 'found', order, items: [], comments: [] })),
  );
  if (found !== undefined) return found;
  if (strays.length === 0) return { status: 'notFound' };
  // Invoiced together with other orders, it is gone, and the invoice does not say which order it was.
  const text = `invoice ${strays[0]} has the ${key.by} ${key.value} and names no order: a person must look`;
  return { status: 'failed', failure: client.fail('conflict', text, { safeToReplay: true }) };
}

/** The one order of a key; undefined where there is none. Two under one key are a fault that a person must end. */
function only(
  { client }: Company,
  { by, value }: OrderKey,
  orders: readonly KnownSalesOrder[],
): KnownSalesOrder | Failed | undefined {
  const failed = (name: 'conflict' | 'contract-drift', text: string): Failed => {
    return { status: 'failed', failure: client.fail(name, text, { safeToReplay: true }) };
  };
  const other = orders.find(({ order }) => codeOf(order[by]) !== codeOf(value));
  if (other !== undefined) return failed('contract-drift', `asked for ${by} ${value}, found ${other.order[by]}`);
  const [found, second] = orders;
  if (second !== undefined) return failed('conflict', `two orders have the ${by} ${value}`);
  if (found === undefined || by === 'number') return found;
  return { ...found, order: { ...found.order, externalReference: value } };
}

function unreadable({ client }: Company, issues: readonly Issue[]): Failed {
  const text = `the answer cannot be read: ${issues[0]?.message ?? 'it has another shape'}`;
  return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
