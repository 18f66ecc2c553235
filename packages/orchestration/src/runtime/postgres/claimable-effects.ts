import type { ClaimRequest } from '../journal.ts';
import type { Candidate } from '../lanes/candidate.ts';
import type { Postgres } from './open-postgres.ts';

/** An effect that may start now. */
export interface ClaimableEffect extends Candidate {
  readonly attempt: number;
  /** Where the journal has it: a new attempt is put somewhere else. */
  readonly put: string;
}

/** What may start now, and how much of which lane is at work. */
export interface ClaimableEffects {
  /** In order of position. */
  readonly candidates: readonly ClaimableEffect[];
  /** By lane. */
  readonly claimed: ReadonlyMap<string, number>;
}

/**
 * Looks for what is due, free and the head of its queue, in `lanes` when given: of each group (lane,
 * class, partner, priority, type) the first `most`, or those of `keys`.
 */
export async function claimableEffects(
  rows: Postgres['rows'],
  { now, lanes, keys }: Pick<ClaimRequest, 'now' | 'lanes' | 'keys'>,
  most: number,
): Promise<ClaimableEffects> {
  const found =
    keys === undefined
      ? await rows<ClaimableRow>('claimable', claimableText, [now, most, lanes ?? null])
      : await rows<ClaimableRow>('claimable of keys', claimableOfKeysText, [now, keys, lanes ?? null]);
  const candidates: ClaimableEffect[] = [];
  const claimed = new Map<string, number>();
  for (const { key, busy, class: group, ...row } of found) {
    if (key === null) claimed.set(row.lane, busy);
    else candidates.push({ ...row, key, class: group, position: candidates.length });
  }
  return { candidates, claimed };
}

type ClaimableRow = Omit<ClaimableEffect, 'key' | 'position'> & { readonly key: string | null; readonly busy: number };

/** Nothing of the same queue is before it in the outbox. */
export const isHead =
  'NOT EXISTS (SELECT FROM @outbox AS earlier WHERE earlier.queue = waiting.queue AND earlier.place < waiting.place)';

/** Nobody has it at `$1`. */
export const isFree = `NOT EXISTS (SELECT FROM @claims AS claim
  WHERE claim.key = waiting.key AND claim.position = waiting.position AND claim.lease_until > $1)`;

const effectColumns =
  'key, lane, class, partner, priority, not_before AS since, type, attempt, position::text AS put, position';

/**
 * The beginning of a statement, in which `due` is what may start at `$1`: of each group `$2` at most, on the lanes `$3`.
 * The groups are found by stepping over the index from one to the next, so that the cost is that of the groups, not that
 * of all that waits; the more groups there are, the fewer rows each gives.
 */
export const withDue = `
WITH RECURSIVE sorted AS (
  (SELECT lane, class, partner, priority, type FROM @outbox ORDER BY lane, class, partner, priority, type LIMIT 1)
  UNION ALL
  SELECT following.* FROM sorted CROSS JOIN LATERAL (
    SELECT lane, class, partner, priority, type FROM @outbox AS other
    WHERE (other.lane, other.class, other.partner, other.priority, other.type)
      > (sorted.lane, sorted.class, sorted.partner, sorted.priority, sorted.type)
    ORDER BY lane, class, partner, priority, type LIMIT 1) AS following),
groups AS (SELECT * FROM sorted WHERE $3::text[] IS NULL OR lane = ANY ($3)),
due AS MATERIALIZED (
  SELECT first.* FROM groups CROSS JOIN LATERAL (
    SELECT ${effectColumns} FROM @outbox AS waiting
    WHERE waiting.lane = groups.lane AND waiting.class = groups.class AND waiting.partner = groups.partner
      AND waiting.priority = groups.priority AND waiting.type = groups.type
      AND not_before <= $1 AND ${isFree} AND ${isHead}
    ORDER BY not_before, position
    LIMIT greatest(1, least($2::bigint, 1024 / (SELECT count(*) FROM groups)))) AS first)`;

/** Rows without a key say how much is at work. */
const foundText = `
SELECT key, lane, class, partner, priority, since, type, attempt, put, busy FROM (
  SELECT *, 0 AS busy FROM due
  UNION ALL
  SELECT NULL, lane, '', '', 0, '', '', 0, '', 0, count(*)::integer FROM @claims
  WHERE lease_until > $1 AND ($3::text[] IS NULL OR lane = ANY ($3)) GROUP BY lane) AS found
ORDER BY position`;

const claimableText = `${withDue}${foundText}`;

const claimableOfKeysText = `
WITH due AS (
  SELECT ${effectColumns} FROM @outbox AS waiting
  WHERE key = ANY ($2::text[]) AND ($3::text[] IS NULL OR lane = ANY ($3))
    AND not_before <= $1 AND ${isFree} AND ${isHead})
${foundText}`;

/** The lanes on which something is due and free, of `lanes` when given. */
export async function dueLanes(
  rows: Postgres['rows'],
  now: string,
  lanes: readonly string[] | undefined,
): Promise<readonly string[]> {
  const found = await rows<{ readonly lane: string }>('due lanes', dueLanesText, [now, lanes ?? null]);
  return found.map(({ lane }) => lane);
}

const dueLanesText = `
WITH RECURSIVE sorted AS (
  (SELECT lane FROM @outbox ORDER BY lane LIMIT 1)
  UNION ALL
  SELECT following.lane FROM sorted CROSS JOIN LATERAL (
    SELECT lane FROM @outbox AS other WHERE other.lane > sorted.lane ORDER BY lane LIMIT 1) AS following)
SELECT lane FROM sorted WHERE ($2::text[] IS NULL OR lane = ANY ($2)) AND EXISTS (
  SELECT FROM @outbox AS waiting WHERE waiting.lane = sorted.lane AND not_before <= $1 AND ${isFree})`;
