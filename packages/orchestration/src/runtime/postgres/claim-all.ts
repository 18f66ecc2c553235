import type { Claimed, ClaimRequest } from '../journal.ts';
import type { ClaimableEffect } from './claimable-effects.ts';
import { withDue } from './claimable-effects.ts';
import type { Postgres } from './open-postgres.ts';
import { claimedOf, leaseEnd, type TakenRow, takenText } from './taken-text.ts';

/** What may start, and what was taken of it. */
export interface ClaimedAll {
  /** In order of position. */
  readonly candidates: readonly ClaimableEffect[];
  /** Nothing where the candidates are more than were asked for: then there is something to choose. */
  readonly taken: readonly Claimed[];
}

/**
 * Looks for what may start, of each group the first `most`, and claims it in the same statement when it is no more than
 * `limit`: where no lane has a limit all of it goes, whoever's turn it is.
 */
export async function claimAll(rows: Postgres['rows'], request: ClaimRequest, most: number): Promise<ClaimedAll> {
  const { now, lanes, limit, worker } = request;
  const values = [now, most, lanes ?? null, limit, worker, leaseEnd(request)];
  const found = await rows<FoundRow>('claim all', claimAllText, values);
  const candidates: ClaimableEffect[] = [];
  const taken: Claimed[] = [];
  for (const { key, lane, class: group, partner, priority, since, type, attempt, put, ...rest } of found) {
    candidates.push({
      key,
      lane,
      class: group,
      partner,
      priority,
      since,
      type,
      attempt,
      put,
      position: candidates.length,
    });
    if (rest.lease !== null) taken.push(claimedOf({ ...rest, attempt, not_before: since }));
  }
  return { candidates, taken };
}

type FoundRow = Omit<ClaimableEffect, 'position'> &
  (Omit<TakenRow, 'attempt' | 'not_before'> | { readonly lease: null });

const claimAllText = `
${withDue},
free AS MATERIALIZED (
  SELECT waiting.*, 0 AS ordinal FROM due CROSS JOIN LATERAL (
    SELECT key, position, lane, order_id, attempt, not_before, delivery, digest FROM @outbox AS known
    WHERE known.key = due.key AND known.position = due.position FOR UPDATE SKIP LOCKED) AS waiting
  WHERE (SELECT count(*) FROM due) <= $4::bigint),
${takenText}
SELECT due.*, lease, reclaimed, version, effect FROM due LEFT JOIN took USING (key) ORDER BY due.position`;
