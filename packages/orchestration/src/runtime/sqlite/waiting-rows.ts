import type { ClaimRequest, LaneLimit } from '../journal.ts';
import type { Candidate } from '../lanes/candidate.ts';
import { limitOf } from '../lanes/limit-of.ts';
import type { Sqlite } from './open-sqlite.ts';

/** A row of the outbox that may be claimed. */
export interface WaitingRow extends Candidate {
  readonly order_id: string;
  readonly effect: number | null;
  readonly delivery: string | null;
  readonly attempt: number;
  readonly claims: number;
  readonly lease: string | null;
  readonly lease_until: string | null;
}

const columns = `position, key, lane, class, partner, type, priority, not_before AS since,
  order_id, effect, delivery, attempt, claims, lease, lease_until`;

/**
 * What a choice is made from: of each lane, class, partner, priority and type as many rows as can be chosen at most,
 * longest waiting first. The index is sought once for each of those groups, however much waits in them.
 */
export function waitingRows(
  sqlite: Sqlite,
  request: Omit<ClaimRequest, 'worker' | 'lease'>,
  claimed: ReadonlyMap<string, number>,
): readonly WaitingRow[] {
  const { now, limit, keys } = request;
  if (keys !== undefined) return rowsOfKeys(sqlite, request, keys);
  const firsts = [...groups(sqlite, request, claimed)].filter(({ since }) => since <= now);
  const partners = partnersOf(firsts);
  return firsts
    .flatMap((first) => {
      // Partners take turns, so that none has a second start before each other one has had one.
      const most = Math.max(1, limit + 1 - (partners.get(classOf(first))?.size ?? 0));
      return most === 1 ? [first] : restOf(sqlite, first, now, most);
    })
    .filter((row) => (row.lease_until ?? '') <= now);
}

function rowsOfKeys(
  sqlite: Sqlite,
  { now, lanes }: Pick<ClaimRequest, 'now' | 'lanes'>,
  keys: readonly string[],
): readonly WaitingRow[] {
  const text = `SELECT ${columns} FROM outbox WHERE key = ? AND status = 'waiting' AND not_before <= ?`;
  return [...new Set(keys)]
    .flatMap((key) => sqlite.row<WaitingRow>(text, key, now) ?? [])
    .filter((row) => (row.lease_until ?? '') <= now && (lanes === undefined || lanes.includes(row.lane)));
}

/** The first row of each group, due or not, of the lanes that were asked for and that are open. */
function* groups(
  sqlite: Sqlite,
  request: Pick<ClaimRequest, 'lanes' | 'limits'>,
  claimed: ReadonlyMap<string, number>,
): Iterable<WaitingRow> {
  const { lanes, limits } = request;
  if (lanes === undefined) yield* groupsAfter(sqlite, '', limits, claimed);
  for (const lane of new Set(lanes)) yield* groupsAfter(sqlite, lane, limits, claimed, lane);
}

/** Sorts after every class. */
const lastClass = '~';

function* groupsAfter(
  sqlite: Sqlite,
  from: string,
  limits: readonly LaneLimit[] | undefined,
  claimed: ReadonlyMap<string, number>,
  only?: string,
): Iterable<WaitingRow> {
  let row = sqlite.row<WaitingRow>(nextGroup("?, '', '', 0, ''"), from);
  while (row !== undefined && (only === undefined || row.lane === only)) {
    const limit = limitOf(limits, row.lane);
    const shut = isShut(limit, claimed.get(row.lane) ?? 0);
    if (!shut && !limit?.withheld?.includes(row.type)) yield row;
    row = sqlite.row<WaitingRow>(shut ? nextLane : nextInLane, row.position);
  }
}

/** The first row of the group that comes after this one in the index. */
function nextGroup(after: string): string {
  return `SELECT ${columns} FROM outbox WHERE status = 'waiting' AND (lane, class, partner, priority, type) > (${after})
    ORDER BY lane, class, partner, priority, type, not_before, position LIMIT 1`;
}

// What comes next is asked of the row, not of its names as the driver has read them, which may end at a NUL: so each
// row is after the one before, whatever an earlier release has let in. Without `+` only the lane would be sought in the index.
const nextInLane = nextGroup('SELECT +lane, +class, +partner, +priority, +type FROM outbox WHERE position = ?');
const nextLane = nextGroup(`SELECT +lane, '${lastClass}', '', 0, '' FROM outbox WHERE position = ?`);

function isShut(limit: LaneLimit | undefined, claimed: number): boolean {
  return limit?.paused === true || claimed >= (limit?.concurrency ?? Number.POSITIVE_INFINITY);
}

function partnersOf(rows: readonly WaitingRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const partners = found.get(classOf(row)) ?? new Set();
    found.set(classOf(row), partners.add(row.partner));
  }
  return found;
}

function classOf({ lane, class: group }: WaitingRow): string {
  return `${group} ${lane}`;
}

function restOf(sqlite: Sqlite, { position }: WaitingRow, now: string, most: number): readonly WaitingRow[] {
  return sqlite.rows<WaitingRow>(
    `SELECT ${columns} FROM outbox WHERE status = 'waiting' AND (lane, class, partner, priority, type) =
     (SELECT lane, class, partner, priority, type FROM outbox WHERE position = ?)
     AND not_before <= ? ORDER BY not_before, position LIMIT ?`,
    position,
    now,
    most,
  );
}
