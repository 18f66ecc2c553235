import { type Result, validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import { type Row, type Rows, watermarkPages } from '../paging/watermark-pages.ts';
import type { Call } from '../port/call.ts';
import type { ListStart, Page } from '../port/page.ts';
import { readRows } from './read-rows.ts';

/** What differs between lists of OData 4 by the last change. */
export interface ChangeList<Document> {
  readonly operation: 'shipments.list' | 'invoices.list';
  readonly path: string;
  /** Fields of a record: its number, and when it changed. */
  readonly key: string;
  readonly changed: string;
  readonly query: Readonly<Record<string, string>>;
  /** A condition beside the time of the change. */
  readonly filter?: string | undefined;
  readonly pageSize: number;
  /** Undefined for a record that does not belong into the list. */
  readonly decode: (json: unknown) => Result<Document | undefined>;
}

/** Documents by their last change: `changed ge <instant>`, ordered by it, a page at a time. */
export async function* listByChange<Document>(
  client: VendorClient,
  list: ChangeList<Document>,
  start: ListStart | undefined,
  call: Call,
): AsyncGenerator<Page<Document>, void, undefined> {
  const source = {
    pageSize: list.pageSize,
    compare: byTime,
    stuck: (message: string) => client.fail('contract-drift', message, { safeToReplay: true }),
    read: (from: string, skip: number) => readPage(client, list, { from, skip }, call),
  };
  for await (const page of watermarkPages(source, start, '1970-01-01T00:00:00Z')) {
    yield page.ok ? { ...page, items: page.items.filter((item) => item !== undefined) } : page;
  }
}

/** Instants as texts: with and without a fraction of a second, so that their signs do not order them. */
function byTime(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}

async function readPage<Document>(
  client: VendorClient,
  list: ChangeList<Document>,
  { from, skip }: { readonly from: string; readonly skip: number },
  call: Call,
): Promise<Rows<Document | undefined>> {
  const { path, key, changed, filter, operation, pageSize } = list;
  const since = `${changed} ge ${from}`;
  const query = {
    ...list.query,
    $filter: filter === undefined ? since : `${since} and ${filter}`,
    $orderby: `${changed},${key}`,
    $top: String(pageSize),
    $skip: String(skip),
  };
  const read = await readRows(client, { path, query, operation }, call);
  if (!read.ok) return read;
  const named = z.record(z.string(), z.unknown());
  const rows = read.value.map((record): Row<Document | undefined> | undefined => {
    const fields = validate(named, record);
    const [id, at] = fields.ok ? [fields.value[key], fields.value[changed]] : [];
    if (typeof id !== 'string' || typeof at !== 'string' || Number.isNaN(Date.parse(at))) return undefined;
    const decoded = list.decode(record);
    return decoded.ok ? { id, at, item: decoded.value } : { id, at, issues: decoded.issues };
  });
  const placed = rows.filter((row) => row !== undefined);
  if (placed.length === rows.length) return { ok: true, rows: placed };
  const text = `a record of ${path} has no ${key} or ${changed}`;
  return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
