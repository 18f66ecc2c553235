import type { Result } from '@dist/canonical';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import { readRows } from '../odata/read-rows.ts';
import { type Row, type Rows, type WatermarkSource, watermarkPages } from '../paging/watermark-pages.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { ListStart, Page } from '../port/page.ts';
import { type LegalEntity, readSet } from './legal-entity.ts';
import { type LineIds, lineIdsOf } from './line-ids.ts';

const day = 86_400_000;

/** What differs between the lists of packing slips and of invoices. */
export interface DocumentList<Document> {
  readonly operation: 'shipments.list' | 'invoices.list';
  readonly set: string;
  /** The field of its day, and those that name a record. */
  readonly day: string;
  readonly keys: readonly string[];
  /** The set of its lines. */
  readonly expand: string;
  /** Orders that a record is about, whose lines are read too. */
  readonly ordersOf: (record: unknown) => readonly string[];
  /** Undefined for a record that does not belong into the list. */
  readonly decode: (json: unknown, lineIds: LineIds) => Result<Document | undefined>;
}

/** Where a list is read, how many records at once, and how many days it goes back each time. */
export interface DocumentReading {
  /** The legal entity of the documents, and the one of the orders that they are about. */
  readonly entity: LegalEntity;
  readonly orders: LegalEntity;
  readonly pageSize: number;
  readonly daysBack: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Posted documents by their day: the entities tell no time of a change, and a document that is posted does not change. One may
 * be posted with a day that has passed, so that every list begins some days before the place where the last one ended.
 */
export async function* listDocuments<Document>(
  reading: DocumentReading,
  list: DocumentList<Document>,
  start: ListStart | undefined,
  call: Call,
): AsyncGenerator<Page<Document>, void, undefined> {
  const { entity, pageSize } = reading;
  const source: WatermarkSource<Document | undefined> = {
    pageSize,
    compare: (a, b) => Date.parse(a) - Date.parse(b),
    stuck: (message) => entity.client.fail('contract-drift', message, { safeToReplay: true }),
    read: (from, skip) => readPage(reading, list, { from, skip }, call),
  };
  const begin = start !== undefined && 'from' in start ? { from: earlier(start.from, reading) } : start;
  let held: Page<Document> | undefined;
  for await (const page of watermarkPages(source, begin, '1900-01-01T00:00:00Z')) {
    if (held !== undefined) yield held;
    held = page.ok ? { ...page, items: page.items.filter((item) => item !== undefined) } : page;
  }
  if (held === undefined) return;
  // Only the last page goes back, so that whoever reads one page at a time comes to the end.
  yield held.ok ? { ...held, next: `${earlier(held.next.replace(/\|\d+$/, ''), reading)}|0` } : held;
}

/** The beginning of the day that is some days before an instant, or before today where it has not come yet. */
function earlier(instant: string, { daysBack, now }: DocumentReading): string {
  const from = Math.min(Date.parse(instant), now) - daysBack * day;
  return `${new Date(from).toISOString().slice(0, 10)}T00:00:00Z`;
}

async function readPage<Document>(
  { entity, orders, pageSize }: DocumentReading,
  list: DocumentList<Document>,
  { from, skip }: { readonly from: string; readonly skip: number },
  call: Call,
): Promise<Rows<Document | undefined>> {
  const { set, keys, expand, operation } = list;
  const page = { $orderby: [list.day, ...keys].join(','), $expand: expand, $skip: String(skip) };
  const question = { filter: `${list.day} ge ${from}`, top: String(pageSize), query: page, operation };
  const read = await readSet(entity, set, question, call);
  if (!read.ok) return read;
  const records: unknown[] = [];
  for (const record of read.value) {
    const whole = await withAllLines(entity, record, expand, { ...call, operation });
    if (!whole.ok) return whole;
    records.push(whole.record);
  }
  const names = await lineIdsOf(orders, records.flatMap(list.ordersOf), { ...call, operation });
  if (!names.ok) return names;
  const rows: Row<Document | undefined>[] = [];
  for (const record of records) {
    const at = textOf(fieldOf(record, list.day)) ?? '';
    const id = keys.map((key) => textOf(fieldOf(record, key)) ?? '').join(' ');
    if (Number.isNaN(Date.parse(at)) || id.trim() === '') {
      const text = `a record of ${set} has no ${keys.join(', ')} or ${list.day}`;
      return { ok: false, failure: entity.client.fail('contract-drift', text, { safeToReplay: true }) };
    }
    const decoded = list.decode(record, names.lineIds);
    rows.push(decoded.ok ? { id, at, item: decoded.value } : { id, at, issues: decoded.issues });
  }
  return { ok: true, rows };
}

/** A document with the rest of its lines, where the answer has cut them and says where they are (OData 4.0 JSON Format §4.5.5). */
async function withAllLines(
  { client }: LegalEntity,
  record: unknown,
  expand: string,
  { operation, ...call }: Call & { readonly operation: string },
): Promise<
  { readonly ok: true; readonly record: unknown } | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  const link = textOf(fieldOf(record, `${expand}@odata.nextLink`));
  const lines = fieldOf(record, expand);
  if (link === undefined || !Array.isArray(lines)) return { ok: true, record };
  const path = client.pathOf(link);
  if (path === undefined) {
    const text = 'the answer cannot be read: the link to the rest of the lines leads to another host';
    return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const rest = await readRows(client, { path, query: {}, operation }, call);
  if (!rest.ok) return rest;
  return { ok: true, record: { ...Object(record), [expand]: [...lines, ...rest.value] } };
}
