import { type Result, validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import { type Row, type Rows, watermarkPages } from '../paging/watermark-pages.ts';
import type { Call } from '../port/call.ts';
import type { ListStart, Page } from '../port/page.ts';
import { fusionRoot } from './business-unit.ts';
import { type ItemsRead, readPage } from './read-collection.ts';

/** What differs between the lists of shipments and invoices. */
export interface DocumentList<Document> {
  readonly operation: 'shipments.list' | 'invoices.list';
  /** The resource, and the field of its key. */
  readonly resource: string;
  readonly key: string;
  /** Reads the lines of the record at a path. */
  readonly readLines: (client: VendorClient, path: string, call: Call) => Promise<ItemsRead>;
  /** A condition beside the time of the change. */
  readonly condition: string;
  readonly decode: (header: unknown, lines: readonly unknown[]) => Result<Document>;
}

const head = z.object({ LastUpdateDate: z.string().refine((text) => !Number.isNaN(Date.parse(text))) }).loose();

/** Documents by their last change: a page of them, and a request for the lines of each. */
export async function* listDocuments<Document>(
  client: VendorClient,
  { pageSize, ...list }: DocumentList<Document> & { readonly pageSize: number },
  start: ListStart | undefined,
  call: Call,
): AsyncGenerator<Page<Document>, void, undefined> {
  const source = {
    pageSize,
    compare: (a: string, b: string) => Date.parse(a) - Date.parse(b),
    stuck: (message: string) => client.fail('contract-drift', message, { safeToReplay: true }),
    read: (from: string, skip: number) => readDocuments(client, list, { from, offset: skip, limit: pageSize }, call),
  };
  yield* watermarkPages(source, start, '1970-01-01T00:00:00Z');
}

async function readDocuments<Document>(
  client: VendorClient,
  list: DocumentList<Document>,
  { from, ...place }: { readonly from: string; readonly offset: number; readonly limit: number },
  call: Call,
): Promise<Rows<Document>> {
  const { operation, key, resource, condition } = list;
  const q = `LastUpdateDate >= '${new Date(from).toISOString()}' and ${condition}`;
  const query = { q, orderBy: `LastUpdateDate:asc,${key}:asc` };
  const read = await readPage(client, { path: `${fusionRoot}/${resource}`, query, operation }, place, call);
  if (!read.ok) return read;
  const rows: Row<Document>[] = [];
  for (const header of read.value) {
    const named = validate(head, header);
    const id = named.ok ? idOf(named.value[key]) : undefined;
    if (!named.ok || id === undefined) {
      const text = `a record of ${resource} has no ${key} or LastUpdateDate`;
      return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
    }
    const lines = await list.readLines(client, `${fusionRoot}/${resource}/${encodeURIComponent(id)}`, call);
    if (!lines.ok) return lines;
    const decoded = list.decode(header, lines.value);
    const at = named.value.LastUpdateDate;
    rows.push(decoded.ok ? { id, at, item: decoded.value } : { id, at, issues: decoded.issues });
  }
  return { ok: true, rows };
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
