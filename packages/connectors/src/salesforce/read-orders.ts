import type { Order } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import { type Row, type Rows, watermarkPages } from '../paging/watermark-pages.ts';
import type { Call } from '../port/call.ts';
import type { FindOutcome, OrderPhase } from '../port/orders.ts';
import type { ListStart, Page } from '../port/page.ts';
import { type DecodeOptions, decodeOrder } from './decode-order.ts';
import { decodeOrderStatus } from './decode-order-status.ts';
import { childrenOf, query, type SalesforceRecord } from './query.ts';
import { salesObjects, selectOf } from './sales-object.ts';
import { soqlText } from './soql-text.ts';

export interface OrderSource extends DecodeOptions {
  /** Records of this status are orders. */
  readonly status: string;
  readonly phases: Readonly<Record<string, OrderPhase>>;
  readonly pageSize: number;
}

/** The currency of a record can be asked for in an organization with several only. */
const currencyFields = ({ currency }: OrderSource): readonly string[] =>
  currency === undefined ? ['CurrencyIsoCode'] : [];

/** Orders by `SystemModstamp`, which changes with everything, also what the system itself does. */
export function listOrders(
  client: VendorClient,
  source: OrderSource,
  start: ListStart | undefined,
  call: Call,
): AsyncIterable<Page<Order>> {
  const pages = {
    pageSize: source.pageSize,
    compare: (a: string, b: string) => Date.parse(a) - Date.parse(b),
    stuck: (message: string) => client.fail('contract-drift', message, { safeToReplay: true }),
    read: (from: string, skip: number) => readRows(client, source, { from, skip }, call),
  };
  return watermarkPages(pages, start, '1970-01-01T00:00:00.000Z');
}

async function readRows(
  client: VendorClient,
  source: OrderSource,
  { from, skip }: { readonly from: string; readonly skip: number },
  call: Call,
): Promise<Rows<Order>> {
  const { object, status, pageSize } = source;
  const since = new Date(from).toISOString();
  const soql = [
    selectOf(object, currencyFields(source)),
    `WHERE Status = ${soqlText(status)} AND SystemModstamp >= ${since}`,
    `ORDER BY SystemModstamp, Id LIMIT ${pageSize}${skip === 0 ? '' : ` OFFSET ${skip}`}`,
  ].join(' ');
  const read = await query(client, soql, { ...call, operation: 'orders.list' });
  if (!read.ok) return read;
  const rows: Row<Order>[] = [];
  for (const record of read.records) {
    const { Id: id, SystemModstamp: at } = record;
    if (typeof id !== 'string' || typeof at !== 'string' || Number.isNaN(Date.parse(at))) {
      const failure = client.fail('contract-drift', 'a record has no Id or SystemModstamp', { safeToReplay: true });
      return { ok: false, failure };
    }
    const lines = await childrenOf(client, record[salesObjects[object].lines], { ...call, operation: 'orders.list' });
    if (!lines.ok) return lines;
    const decoded = decodeOrder(record, lines.records, source);
    rows.push(decoded.ok ? { id, at, item: decoded.value } : { id, at, issues: decoded.issues });
  }
  return { ok: true, rows };
}

/** A quote or an order by its number, also one that was deleted. */
export async function findOrder(
  client: VendorClient,
  source: OrderSource,
  number: string,
  call: Call & { readonly operation: string },
): Promise<FindOutcome> {
  const { object } = source;
  const soql = `${selectOf(object, ['IsDeleted'])} WHERE ${salesObjects[object].number} = ${soqlText(number)} LIMIT 2`;
  const read = await query(client, soql, { ...call, deleted: true });
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const [first, second] = read.records;
  if (first === undefined) return { status: 'notFound' };
  if (second !== undefined) {
    return { status: 'failed', failure: client.fail('conflict', `two records have the number ${number}`) };
  }
  return await statusOf(client, source, first, call);
}

async function statusOf(
  client: VendorClient,
  source: OrderSource,
  record: SalesforceRecord,
  call: Call & { readonly operation: string },
): Promise<FindOutcome> {
  const lines = await childrenOf(client, record[salesObjects[source.object].lines], call);
  if (!lines.ok) return { status: 'failed', failure: lines.failure };
  const order = decodeOrderStatus(record, lines.records, source);
  if (order.ok) return { status: 'found', order: order.value };
  const [issue] = order.issues;
  const text = `the record cannot be read: ${issue?.path.join('.')} ${issue?.message}`;
  return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
