import type { Result } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import { type Row, type Rows, watermarkPages } from '../paging/watermark-pages.ts';
import type { Call } from '../port/call.ts';
import type { ListStart, Page } from '../port/page.ts';
import type { LineIds } from './decode-delivery.ts';
import { lineIdsOf } from './line-ids.ts';
import { odataResults } from './odata-results.ts';

/** What differs between the lists of deliveries and of billing documents. */
export interface DocumentList<Document> {
  readonly operation: 'shipments.list' | 'invoices.list';
  readonly path: string;
  /** Number of a record, and when it changed as the service filters by it. */
  readonly key: string;
  readonly changed: string;
  readonly filter: string | undefined;
  readonly expand: string;
  /** The watermark of the instant that a list begins with: its day, where the service knows no more. */
  readonly begin: (from: string) => string;
  /** The watermark as the service filters by it, and of a record; undefined where the record does not have it. */
  readonly literal: (mark: string) => string;
  readonly markOf: (record: Readonly<Record<string, unknown>>) => string | undefined;
  /** Orders that a record is about. */
  readonly ordersOf: (record: Readonly<Record<string, unknown>>) => readonly string[];
  readonly decode: (json: unknown, lineIds: LineIds) => Result<Document>;
}

/** Documents of SAP by their last change. */
export function listDocuments<Document>(
  client: VendorClient,
  list: DocumentList<Document> & { readonly pageSize: number },
  start: ListStart | undefined,
  call: Call,
): AsyncIterable<Page<Document>> {
  const source = {
    pageSize: list.pageSize,
    stuck: (message: string) => client.fail('contract-drift', message, { safeToReplay: true }),
    read: (from: string, skip: number) => readRows(client, list, { from, skip }, call),
  };
  const begun = start !== undefined && 'from' in start ? { from: list.begin(start.from) } : start;
  return watermarkPages(source, begun, '1970-01-01T00:00:00.000Z');
}

async function readRows<Document>(
  client: VendorClient,
  list: DocumentList<Document> & { readonly pageSize: number },
  { from, skip }: { readonly from: string; readonly skip: number },
  call: Call,
): Promise<Rows<Document>> {
  const { path, key, changed, filter, expand, literal, operation, pageSize } = list;
  const since = `${changed} ge ${literal(from)}`;
  const query = {
    $filter: filter === undefined ? since : `${since} and ${filter}`,
    $orderby: `${changed},${key}`,
    $expand: expand,
    $top: String(pageSize),
    $skip: String(skip),
    $format: 'json',
  };
  const answer = await client.call('read', { method: 'GET', path, query, operation }, call);
  const read = odataResults(client, answer);
  if (!read.ok) return read;
  const records = read.value.filter(isRecord);
  const names = await lineIdsOf(client, records.flatMap(list.ordersOf), { ...call, operation });
  if (!names.ok) return names;
  const rows = records.map((record): Row<Document> | undefined => {
    const [id, at] = [record[key], list.markOf(record)];
    if (typeof id !== 'string' || at === undefined) return undefined;
    const decoded = list.decode(record, names.lineIds);
    return decoded.ok ? { id, at, item: decoded.value } : { id, at, issues: decoded.issues };
  });
  const placed = rows.filter((row) => row !== undefined);
  if (placed.length === read.value.length) return { ok: true, rows: placed };
  const text = `a record of ${path} has no ${key} or ${changed}`;
  return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
