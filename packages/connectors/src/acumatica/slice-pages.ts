import type { Issue } from '@dist/canonical';
import type { ConnectorFailure } from '../port/failure.ts';
import type { ListStart, Page, Unreadable } from '../port/page.ts';

/** One record of a list: its id, when it last changed (an instant in UTC), and what it holds or why it cannot be read. */
export type SliceRow<Item> = { readonly id: string; readonly at: string } & (
  | { readonly item: Item }
  | { readonly issues: readonly Issue[] }
);

/** A span of time: records that changed at `from` or later and before `until`, or up to now; at most so many of them. */
export interface Slice {
  readonly from: string;
  readonly until: string | undefined;
  readonly most: number;
}

export type SliceRead<Item> =
  | { readonly ok: true; readonly rows: readonly SliceRow<Item>[] }
  | { readonly ok: false; readonly failure: ConnectorFailure };

export interface SliceSource<Item> {
  /** How many records are in one page. */
  readonly pageSize: number;
  /** Records of a slice, in any order. */
  read(slice: Slice): Promise<SliceRead<Item>>;
  /** The failure of a list that does not move on. */
  stuck(message: string): ConnectorFailure;
}

/** Most records that may have changed within one millisecond. */
const mostAtOnce = 10_000;

/**
 * Pages of what changed, from a system that gives records in no order that it promises and knows no cursor. Time is cut into
 * slices that hold no more than a page, and a slice is read in one request: records that change meanwhile come again in a later
 * slice, and none is left out. A cursor is the instant at which the next slice begins.
 * Throws a RangeError for a cursor that is none.
 */
export async function* slicePages<Item>(
  source: SliceSource<Item>,
  start: ListStart | undefined,
  earliest: string,
): AsyncGenerator<Page<Item>, void, undefined> {
  let from = beginOf(start, earliest);
  let likely: string | undefined;
  // The newest change that was seen: no slice may end after it, since what changes from now on would be left out.
  let newest = from;
  for (;;) {
    const slice = await fittingSlice(source, from, likely);
    if (!slice.ok) return yield { ok: false, failure: slice.failure };
    const { rows, until } = slice;
    if (slice.newest > newest) newest = slice.newest;
    if (rows.length > 0) yield pageOf(rows, until === undefined || until > newest ? newestOf(rows) : until);
    if (until === undefined) return;
    const end = likelyEnd({ from, until }, rows.length, source.pageSize);
    likely = end !== undefined && end < newest ? end : undefined;
    from = until;
  }
}

/** Where the next slice is likely to fit: as many records as in the one before, at the same pace. After an empty one the end is near. */
function likelyEnd(
  { from, until }: { readonly from: string; readonly until: string },
  records: number,
  pageSize: number,
): string | undefined {
  if (records === 0) return undefined;
  const width = Date.parse(until) - Date.parse(from);
  return instantAt(Date.parse(until) + Math.ceil(width * Math.min((pageSize * 0.75) / records, 4)));
}

/** The first slice from an instant on that was found to fit, and its records. */
async function fittingSlice<Item>(
  { read, pageSize, stuck }: SliceSource<Item>,
  from: string,
  likely: string | undefined,
): Promise<
  | {
      readonly ok: true;
      readonly rows: readonly SliceRow<Item>[];
      readonly until: string | undefined;
      readonly newest: string;
    }
  | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  let until = likely;
  let newest = from;
  let most = pageSize;
  for (let attempt = 0; most <= mostAtOnce; attempt++) {
    const answer = await read({ from, until, most: most + 1 });
    if (!answer.ok) return answer;
    newest = newestOf([{ at: newest }, ...answer.rows]);
    if (answer.rows.length <= most) return { ok: true, rows: answer.rows, until, newest };
    const next = shorter(answer.rows, { from, until, attempt });
    if (next === undefined) most *= 4;
    until = next ?? instantAt(Date.parse(from) + 1);
  }
  return { ok: false, failure: stuck(`more than ${mostAtOnce} records changed at ${from}`) };
}

/**
 * Where a slice ends that is shorter than one with too many records; undefined where all that came changed at its first instant.
 * If they came oldest first, it ends with the newest of them. If not, it ends in their middle, and then farther and farther
 * before the oldest, by as much as they are apart.
 */
function shorter(
  rows: readonly { readonly at: string }[],
  { from, until, attempt }: { readonly from: string; readonly until: string | undefined; readonly attempt: number },
): string | undefined {
  const later = [...new Set(rows.map(({ at }) => at))]
    .filter((at) => at > from && (until === undefined || at < until))
    .sort();
  const [oldest, newest] = [later[0], later.at(-1)];
  if (oldest === undefined || newest === undefined) return undefined;
  if (attempt === 0) return newest;
  const middle = later[Math.floor(later.length / 2)];
  if (attempt === 1) return middle;
  const [first, begin] = [Date.parse(oldest), Date.parse(from)];
  const apart = Date.parse(newest) - first + 1;
  const back = Math.floor(Math.max(first - apart * 2 ** (attempt - 2), (begin + first) / 2));
  return back > begin ? instantAt(back) : middle;
}

function instantAt(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function beginOf(start: ListStart | undefined, earliest: string): string {
  const text = start === undefined ? earliest : 'from' in start ? start.from : start.after;
  const instant = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw new RangeError('a cursor is one that this list gave, and a start is an instant');
  return new Date(instant).toISOString();
}

function newestOf(rows: readonly { readonly at: string }[]): string {
  return (
    rows
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? ''
  );
}

function pageOf<Item>(rows: readonly SliceRow<Item>[], next: string): Page<Item> {
  const items: Item[] = [];
  const unreadable: Unreadable[] = [];
  const sorted = [...rows].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const row of sorted) {
    if ('item' in row) items.push(row.item);
    else unreadable.push({ id: row.id, issues: row.issues });
  }
  return { ok: true, items, unreadable, next };
}
