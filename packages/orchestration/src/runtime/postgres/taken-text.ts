import type { Claimed, ClaimRequest, OutboxEffect } from '../journal.ts';

/**
 * The end of a statement that claims the locked rows `free`, at `$1` for the worker `$5` until `$6`: `took` is what it got. A
 * claim that was committed after the statement began is found by the key of the claims, where it stands in the way.
 */
export const takenText = `
taken AS (
  INSERT INTO @claims AS known (key, position, lane, times, worker, lease, lease_until)
  SELECT key, position, lane, 1, $5::text, $5::text || '/' || position || '/1', $6 FROM free ORDER BY key
  ON CONFLICT (key) DO UPDATE SET position = excluded.position, lane = excluded.lane, worker = excluded.worker,
    times = CASE WHEN known.position = excluded.position THEN known.times + 1 ELSE 1 END,
    lease = $5::text || '/' || excluded.position || '/'
      || CASE WHEN known.position = excluded.position THEN known.times + 1 ELSE 1 END,
    lease_until = excluded.lease_until, reclaimed = known.position = excluded.position AND known.begun, begun = true
  WHERE known.position <> excluded.position OR known.lease_until <= $1
  RETURNING key, reclaimed, lease),
took AS (
  SELECT key, lease, reclaimed, attempt, not_before, coalesce(version, 0) AS version, ordinal,
    coalesce(delivery, effects.effect)::text AS effect
  FROM taken JOIN free USING (key)
  LEFT JOIN LATERAL (
    SELECT effect FROM @effects AS known
    WHERE known.order_id = free.order_id AND known.key = free.key AND known.digest = free.digest OFFSET 0) AS effects ON true
  LEFT JOIN LATERAL (SELECT version FROM @orders AS known WHERE known.id = order_id OFFSET 0) AS orders ON true)`;

/** A row of `took`. */
export interface TakenRow {
  readonly effect: string;
  readonly lease: string;
  readonly reclaimed: boolean;
  readonly attempt: number;
  readonly not_before: string;
  readonly version: number;
}

/** It as a claim. */
export function claimedOf({ effect, attempt, not_before: notBefore, version, lease, reclaimed }: TakenRow): Claimed {
  return { effect: { ...JSON.parse(effect), attempt, notBefore } as OutboxEffect, lease, reclaimed, version };
}

/** When a claim runs out. */
export function leaseEnd({ now, lease }: ClaimRequest): string {
  return new Date(Date.parse(now) + lease).toISOString();
}
