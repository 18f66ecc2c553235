import type { Result } from '@dist/canonical';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import type { Call } from '../port/call.ts';
import type { ListStart, Page } from '../port/page.ts';
import { instantOf } from './instant-of.ts';
import { type LineIds, lineIdsOf, type OrderName, orderNamesOf } from './line-ids.ts';
import { readRecords } from './read-records.ts';
import { type Slice, type SliceRead, type SliceRow, slicePages } from './slice-pages.ts';
import type { Tenant } from './tenant.ts';

/** What differs between the lists of shipments and of invoices. */
export interface DocumentList<Document> {
  readonly operation: 'shipments.list' | 'invoices.list';
  /** The entity: `Shipment`. */
  readonly entity: string;
  /** Fields of its key. */
  readonly keys: readonly string[];
  readonly filter: string;
  readonly expand: string;
  readonly decode: (json: unknown, lineIds: LineIds) => Result<Document>;
}

/** Documents of Acumatica by their last change: the API has no order of its own and no cursor, so that time is sliced. */
export function listDocuments<Document>(
  tenant: Tenant,
  list: DocumentList<Document> & { readonly pageSize: number },
  start: ListStart | undefined,
  call: Call,
): AsyncIterable<Page<Document>> {
  const source = {
    pageSize: list.pageSize,
    stuck: (message: string) => tenant.client.fail('contract-drift', message, { safeToReplay: true }),
    read: (slice: Slice) => readSlice(tenant, list, slice, call),
  };
  return slicePages(source, start, '1970-01-01T00:00:00.000Z');
}

async function readSlice<Document>(
  tenant: Tenant,
  list: DocumentList<Document>,
  { from, until, most }: Slice,
  call: Call,
): Promise<SliceRead<Document>> {
  const { entity, filter, expand, operation } = list;
  const since = `LastModifiedDateTime ge datetimeoffset'${from}'`;
  const before = until === undefined ? [] : [`LastModifiedDateTime lt datetimeoffset'${until}'`];
  const query = { $filter: [filter, since, ...before].join(' and '), $expand: expand, $top: String(most) };
  const read = await readRecords(tenant.client, { path: `/${entity}`, query, operation }, call);
  if (!read.ok) return read;
  // More than fit: the slice is asked for again, and what it holds is not looked at.
  const orders: readonly OrderName[] = read.value.length >= most ? [] : read.value.flatMap(orderNamesOf);
  const names = await lineIdsOf(tenant, orders, { ...call, operation });
  if (!names.ok) return names;
  const rows: SliceRow<Document>[] = [];
  for (const record of read.value) {
    const id = list.keys.map((key) => textIn(record, key)).join(' ');
    const at = instantOf(textIn(record, 'LastModifiedDateTime'));
    if (at === undefined || id.trim() === '') {
      const text = `a record of ${entity} has no key or no LastModifiedDateTime`;
      return { ok: false, failure: tenant.client.fail('contract-drift', text, { safeToReplay: true }) };
    }
    const decoded = list.decode(record, names.lineIds);
    rows.push(decoded.ok ? { id, at, item: decoded.value } : { id, at, issues: decoded.issues });
  }
  return { ok: true, rows };
}

function textIn(record: unknown, field: string): string | undefined {
  return textOf(fieldOf(fieldOf(record, field), 'value'))?.trim();
}
