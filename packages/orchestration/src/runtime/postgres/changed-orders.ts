import { changesOf } from '../changes-of.ts';
import type { Changes } from '../journal.ts';
import type { Postgres } from './open-postgres.ts';

/**
 * How far a reader is. Positions are given out before their transactions commit, so that a lower one may appear after a higher one
 * was read: what was read beyond `settled` is read again once all that was open when `watched` began has ended.
 */
interface Place {
  readonly read: string;
  readonly settled: string;
  readonly watched: Watched;
}

/** When it is over (no transaction before `transaction` is open any more), nothing appears up to `upTo`. */
interface Watched {
  readonly upTo: string;
  readonly transaction: string;
  /** Seconds of the server's clock. */
  readonly since: number;
}

/**
 * A transaction has its number shortly after its position, without waiting for anything between: one that had none yet when
 * it was looked for has committed, or has one, so many seconds later.
 */
const grace = 5;

/** Orders that notes were left of behind a place; none is missed, whatever the order in which transactions end. */
export async function changedOrders(postgres: Postgres, place: string, limit: number): Promise<Changes> {
  const [open] = await postgres.rows<OpenRow>('open transactions', openText);
  if (open === undefined) throw new TypeError('The server does not tell its transactions.');
  const now: Watched = { upTo: open.up_to, transaction: open.following, since: Number(open.now) };
  const before = place === '' ? { read: '0', settled: '0', watched: now } : placeOf(place);
  const { read, settled, watched } = isOver(before.watched, open) ? rewound(before, now) : before;
  const rows = await postgres.rows<{ position: string; id: string }>('changed', changedText, [read, limit]);
  const { orders, place: last } = changesOf(rows, read);
  return { orders, place: textOf({ read: last, settled, watched }) };
}

function isOver({ transaction, since }: Watched, { oldest, now }: OpenRow): boolean {
  return BigInt(oldest) >= BigInt(transaction) && Number(now) >= since + grace;
}

/** What appeared late lies between what was settled and what was read; up to where it was watched, all is settled now. */
function rewound({ read, settled, watched }: Place, now: Watched): Place {
  return { read: BigInt(read) < BigInt(settled) ? read : settled, settled: watched.upTo, watched: now };
}

function textOf({ read, settled, watched: { upTo, transaction, since } }: Place): string {
  return [read, settled, upTo, transaction, since].join(' ');
}

function placeOf(place: string): Place {
  const [read, settled, upTo, transaction, since] = place.split(' ');
  if (!/^\d+ \d+ \d+ \d+ \d+(\.\d+)?$/.test(place) || !read || !settled || !upTo || !transaction)
    throw new RangeError(
      `${JSON.stringify(place.slice(0, 100))} is no place of this journal: give the one that the last call has answered, or ''.`,
    );
  return { read, settled, watched: { upTo, transaction, since: Number(since) } };
}

interface OpenRow {
  /** Number of the oldest transaction that is open. */
  readonly oldest: string;
  /** Number that the next transaction will have. */
  readonly following: string;
  /** Last position that was given out, with the rows after it. */
  readonly up_to: string;
  readonly now: string;
}

const openText = `
SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS oldest, pg_snapshot_xmax(pg_current_snapshot())::text AS following,
  (last_value + 999999)::text AS up_to, extract(epoch FROM clock_timestamp())::text AS now FROM @positions`;

const changedText = `
SELECT position::text AS position, order_id AS id FROM @notes AS known WHERE known.position > $1 ORDER BY known.position LIMIT $2`;
