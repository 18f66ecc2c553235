import type { Issue } from '@dist/canonical';
import type { ConnectorFailure } from '../port/failure.ts';
import type { ListStart, Page, Unreadable } from '../port/page.ts';

/** One record of a list: its id, when it last changed, and what it holds or why it cannot be read. */
export type Row<Item> = { readonly id: string; readonly at: string } & (
  | { readonly item: Item }
  | { readonly issues: readonly Issue[] }
);

/** Some rows, oldest change first. */
export type Rows<Item> =
  | { readonly ok: true; readonly rows: readonly Row<Item>[] }
  | { readonly ok: false; readonly failure: ConnectorFailure };

export interface WatermarkSource<Item> {
  /** How many rows are asked for at once. */
  readonly pageSize: number;
  /**
   * Rows that changed at `from` or later, oldest change first, `skip` of them left out. `from` is in the words of the
   * system: an `at` that it gave, or the instant that the list begins with.
   */
  read(from: string, skip: number): Promise<Rows<Item>>;
  /** Orders two `at` of the system; when absent instants by their time, and texts without a zone by their signs. */
  compare?(a: string, b: string): number;
  /** The failure of a list that does not move on. */
  stuck(message: string): ConnectorFailure;
}

/** Most rows that may have changed at one instant. */
const mostAtOnce = 100_000;

/**
 * Pages of what changed, by a watermark and not by a page number, since records change while they are read: one that
 * changes comes again with its new state, and none is left out. Rows with the time of the watermark are asked for again
 * and those that were given are dropped, so that many records of one instant fit in any page size: its pages then overlap
 * by half, for those that change away between two of them. A cursor is the
 * watermark and a number: whoever goes on from it may get some records of its instant again.
 */
export async function* watermarkPages<Item>(
  source: WatermarkSource<Item>,
  start: ListStart | undefined,
  earliest: string,
): AsyncGenerator<Page<Item>, void, undefined> {
  const compare = source.compare ?? byTime;
  let { mark, skip } = placeOf(start, earliest, source.pageSize);
  // Ids of the rows of the watermark's instant that were given.
  let given = new Set<string>();
  for (;;) {
    const answer = await source.read(mark, skip);
    if (!answer.ok) return yield { ok: false, failure: answer.failure };
    const { rows } = answer;
    const last = rows.at(-1);
    if (last === undefined) return;
    if (!rises(rows, mark, compare)) {
      return yield {
        ok: false,
        failure: source.stuck(`the rows from ${mark} on are not in the order of their change`),
      };
    }
    const fresh = rows.filter(({ id, at }) => compare(at, mark) !== 0 || !given.has(id));
    const ofLast = rows.filter(({ at }) => compare(at, last.at) === 0);
    const isMoved = compare(last.at, mark) > 0;
    const passed = isMoved ? ofLast.length : skip + rows.length;
    if (isMoved) given = new Set();
    skip = isMoved ? 0 : skip + Math.ceil(rows.length / 2);
    mark = last.at;
    for (const { id } of ofLast) given.add(id);
    if (fresh.length > 0) yield pageOf(fresh, `${mark}|${passed}`);
    if (rows.length < source.pageSize) return;
    if (skip > mostAtOnce)
      return yield { ok: false, failure: source.stuck(`more rows changed at ${mark} than can be`) };
  }
}

/** With its zone: `2026-03-02T08:00:00Z` and `2026-03-02T08:00:00.000+0000` are the same, which their signs do not tell. */
const instant = /T.*(?:Z|[+-]\d\d:?\d\d)$/;

function byTime(a: string, b: string): number {
  if (instant.test(a) && instant.test(b)) return Date.parse(a) - Date.parse(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A cursor is a watermark and how many of its instant were given; of these half a page is asked for again. */
function placeOf(start: ListStart | undefined, earliest: string, pageSize: number): { mark: string; skip: number } {
  if (start === undefined) return { mark: earliest, skip: 0 };
  if ('from' in start) return { mark: start.from, skip: 0 };
  const [, mark, passed] = /^(.+)\|(\d{1,9})$/.exec(start.after) ?? [];
  if (mark === undefined) throw new RangeError('a cursor is one that this list gave');
  return { mark, skip: Math.max(Number(passed) - Math.floor(pageSize / 2), 0) };
}

function rises(
  rows: readonly { readonly at: string }[],
  from: string,
  compare: (a: string, b: string) => number,
): boolean {
  let last = from;
  for (const { at } of rows) {
    if (compare(at, last) < 0) return false;
    last = at;
  }
  return true;
}

function pageOf<Item>(rows: readonly Row<Item>[], next: string): Page<Item> {
  const items: Item[] = [];
  const unreadable: Unreadable[] = [];
  for (const row of rows) {
    if ('item' in row) items.push(row.item);
    else unreadable.push({ id: row.id, issues: row.issues });
  }
  return { ok: true, items, unreadable, next };
}
