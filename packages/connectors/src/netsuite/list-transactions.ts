import { type Issue, type Result, validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import { type Row, type Rows, watermarkPages } from '../paging/watermark-pages.ts';
import type { Call } from '../port/call.ts';
import type { ListStart, Page } from '../port/page.ts';
import { allRows } from './all-rows.ts';
import { suiteText } from './suite-text.ts';
import { type SuiteRow, suiteql } from './suiteql.ts';
import type { ZoneClock } from './zone-clock.ts';

/** What differs between the lists of fulfillments and of invoices. */
export interface TransactionList<Document> {
  readonly operation: 'shipments.list' | 'invoices.list';
  /** Types of transactions: `ItemShip`; and what else they must be. */
  readonly where: string;
  /** Fields of the transaction beside its id and its time of change. */
  readonly fields: string;
  /** The query of the lines of some transactions, by their ids, which has each line's `transaction`. */
  readonly linesOf: (ids: string) => string;
  readonly decode: (transaction: SuiteRow, lines: readonly SuiteRow[]) => Result<Document>;
}

const headers = z.array(
  z.looseObject({ id: z.string().min(1), changed: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) }),
);

/** How a list is read, and in which clocks its times are. */
interface Reading {
  readonly pageSize: number;
  readonly clock: ZoneClock;
  readonly now: () => number;
}

/**
 * Transactions by their last change, in the time of the account. The hour that its clocks show twice in autumn counts as one
 * instant: what changes in its second half may have an earlier time than what was given in its first. Whoever goes on
 * from there gets the hour again, and a list goes past it only when it is over.
 */
export function listTransactions<Document>(
  client: VendorClient,
  list: TransactionList<Document> & Reading,
  start: ListStart | undefined,
  call: Call,
): AsyncIterable<Page<Document>> {
  const began = list.now();
  const source = {
    pageSize: list.pageSize,
    stuck: (message: string) => client.fail('contract-drift', message, { safeToReplay: true }),
    read: async (from: string, skip: number) => {
      const found = await readRows(client, list, { from, skip }, call);
      const hour = list.clock.repeated(from);
      // What stands after an hour that was not over when the list began: more of the hour may have come since.
      if (!found.ok || hour === undefined || began >= Date.parse(hour.ends)) return found;
      return { ...found, rows: found.rows.filter(({ at }) => at < hour.until) };
    },
  };
  return watermarkPages(source, startOf(list.clock, start), '1990-01-01T00:00:00');
}

/** A start in a repeated hour is the hour's beginning, with nothing left out. */
function startOf(clock: ZoneClock, start: ListStart | undefined): ListStart | undefined {
  if (start === undefined) return undefined;
  if ('from' in start) {
    const local = clock.local(start.from);
    return { from: clock.repeated(local)?.from ?? local };
  }
  const [, mark] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\|\d+$/.exec(start.after) ?? [];
  const hour = mark === undefined ? undefined : clock.repeated(mark);
  return hour === undefined ? start : { after: `${hour.from}|0` };
}

async function readRows<Document>(
  client: VendorClient,
  list: TransactionList<Document> & Reading,
  { from, skip }: { readonly from: string; readonly skip: number },
  call: Call,
): Promise<Rows<Document>> {
  const { operation, where, fields, pageSize } = list;
  const changed = `TO_CHAR(t.lastmodifieddate, 'YYYY-MM-DD"T"HH24:MI:SS')`;
  const since = `t.lastmodifieddate >= TO_DATE(${suiteText(from)}, 'YYYY-MM-DD"T"HH24:MI:SS')`;
  const q = `SELECT t.id AS id, ${changed} AS changed, ${fields} FROM transaction t LEFT JOIN currency ON currency.id = t.currency WHERE ${where} AND ${since} ORDER BY t.lastmodifieddate, t.id`;
  const found = await window(client, { q, operation, skip, pageSize }, call);
  if (!found.ok) return found;
  const read = validate(headers, found.rows);
  if (!read.ok) return drift(client, read.issues);
  const ids = read.value.map(({ id }) => suiteText(id)).join(', ');
  const lines = ids === '' ? found : await allRows(client, { q: list.linesOf(ids), operation }, call);
  if (!lines.ok) return lines;
  const rows = read.value.map((transaction): Row<Document> => {
    const own = lines.rows.filter((line) => line['transaction'] === transaction.id);
    const { id, changed: local } = transaction;
    const at = list.clock.repeated(local)?.from ?? local;
    const utc = list.clock.instant(local).slice(0, 19);
    const decoded = list.decode({ ...transaction, changed: utc }, own);
    return decoded.ok ? { id, at, item: decoded.value } : { id, at, issues: decoded.issues };
  });
  return { ok: true, rows };
}

/** Rows from any place: an offset of SuiteQL is a multiple of its limit, so that two pages may be needed for one. */
async function window(
  client: VendorClient,
  {
    q,
    operation,
    skip,
    pageSize,
  }: { readonly q: string; readonly operation: string; readonly skip: number; readonly pageSize: number },
  call: Call,
) {
  const first = Math.floor(skip / pageSize) * pageSize;
  const one = await suiteql(client, { q, limit: pageSize, offset: first, operation }, call);
  if (!one.ok || first === skip || !one.hasMore) return one.ok ? { ...one, rows: one.rows.slice(skip - first) } : one;
  const two = await suiteql(client, { q, limit: pageSize, offset: first + pageSize, operation }, call);
  return two.ok ? { ...two, rows: [...one.rows, ...two.rows].slice(skip - first, skip - first + pageSize) } : two;
}

function drift(client: VendorClient, issues: readonly Issue[]): Rows<never> {
  const text = `the answer cannot be read: ${issues[0]?.message ?? 'it has another shape'}`;
  return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
