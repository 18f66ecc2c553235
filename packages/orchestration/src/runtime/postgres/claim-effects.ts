import type { Claimed, ClaimRequest, LaneLimit, OutboxEffect } from '../journal.ts';
import type { LaneState } from '../lanes/lane-state.ts';
import { limitOf } from '../lanes/limit-of.ts';
import { pick } from '../lanes/pick.ts';
import { type ClaimableEffect, claimableEffects, dueLanes, isFree, isHead } from './claimable-effects.ts';
import type { Postgres } from './open-postgres.ts';

/** Turns of the lanes that nothing has to be counted on: each process keeps its own. */
export type Turns = Map<string, LaneState>;

/** So often another look is taken when all that was chosen went to other workers meanwhile. */
const mostLooks = 5;

/**
 * Claims what the lanes let start. Where a limit counts (starts, or how many at once) the lane is locked from the
 * counting to the commit; elsewhere workers choose side by side, and one passes by what another is just taking.
 */
export async function claimEffects(
  postgres: Postgres,
  turns: Turns,
  request: ClaimRequest,
): Promise<readonly Claimed[]> {
  for (let look = 1; ; look++) {
    const counted = await countedLanes(postgres, request);
    const { claimed, chosen } =
      counted.length === 0
        ? await claimFreely(postgres.rows, turns, request)
        : await postgres.transaction((rows) => claimCounted(rows, turns, request, counted));
    if (claimed.length > 0 || chosen === 0 || look === mostLooks) return claimed;
  }
}

interface ClaimOutcome {
  readonly claimed: readonly Claimed[];
  /** How many were asked for. */
  readonly chosen: number;
}

/** Lanes of which the journal keeps the count, sorted: that is the order in which they are locked. */
async function countedLanes({ rows }: Postgres, request: ClaimRequest): Promise<readonly string[]> {
  const { now, limits, lanes, keys } = request;
  if (!limits?.some(isCounted)) return [];
  const due =
    keys === undefined
      ? await dueLanes(rows, now, lanes)
      : new Set((await claimableEffects(rows, request, keys.length)).candidates.map(({ lane }) => lane));
  return [...due].filter((lane) => isCounted(limitOf(limits, lane))).sort();
}

function isCounted(limit: LaneLimit | undefined): boolean {
  return limit !== undefined && !limit.paused && (limit.concurrency !== undefined || limit.rate !== undefined);
}

/** Chooses more than it takes, so that it gets enough though others choose the same. */
async function claimFreely(rows: Postgres['rows'], turns: Turns, request: ClaimRequest): Promise<ClaimOutcome> {
  const { now, limit, limits } = request;
  const { candidates: due, claimed: busy } = await claimableEffects(rows, request, 2 * limit);
  // On a lane that counts something may have come up only now: it has its turn the next time.
  const candidates = due.filter(({ lane }) => !isCounted(limitOf(limits, lane)));
  const { picks } = pick({ now, limit: 4 * limit, limits, candidates, states: turns, claimed: busy });
  if (picks.length === 0) return { claimed: [], chosen: 0 };
  const claimed = await take(rows, request, picks, []);
  const taken = new Set(claimed.map(({ effect }) => effect.key));
  const started = picks.filter(({ key }) => taken.has(key));
  const { states } = pick({ now, limit, limits, candidates: started, states: turns, claimed: busy });
  for (const [lane, state] of states) turns.set(lane, state);
  return { claimed, chosen: picks.length };
}

/** The lanes are locked before anything is looked at, so that what others have claimed on them is seen. */
async function claimCounted(
  rows: Postgres['rows'],
  turns: Turns,
  request: ClaimRequest,
  counted: readonly string[],
): Promise<ClaimOutcome> {
  const { now, limit, limits } = request;
  const locked = await rows<LaneRow>('lock lanes', lockText, [counted]);
  const { candidates, claimed: busy } = await claimableEffects(rows, request, limit);
  const states = withStored(turns, locked);
  // A lane that came up only now is not locked: it has its turn the next time.
  const open = candidates.filter(({ lane }) => counted.includes(lane) || !isCounted(limitOf(limits, lane)));
  const picked = pick({ now, limit, limits, candidates: open, states, claimed: busy });
  if (picked.picks.length === 0) return { claimed: [], chosen: 0 };
  for (const [lane, state] of picked.states) if (!counted.includes(lane)) turns.set(lane, state);
  const stored = [...picked.states].filter(([lane]) => counted.includes(lane));
  return { claimed: await take(rows, request, picked.picks, stored), chosen: picked.picks.length };
}

/** What is stored of a lane; nothing of one that nobody has counted on. */
export interface LaneRow {
  readonly lane: string;
  readonly state: string | null;
}

/** Turns of all lanes: those of this process, and in their place what is stored. */
export function withStored(turns: Turns, stored: readonly LaneRow[]): Turns {
  const kept = stored.flatMap(({ lane, state }) =>
    state === null ? [] : [[lane, JSON.parse(state) as LaneState] as const],
  );
  return new Map([...turns, ...kept]);
}

const lockText = `
WITH fresh AS (
  INSERT INTO @lanes (lane) SELECT lane FROM unnest($1::text[]) AS given (lane) ORDER BY lane
  ON CONFLICT (lane) DO UPDATE SET lane = excluded.lane RETURNING lane, state)
SELECT lane, state::text FROM fresh`;

interface TakenRow {
  readonly effect: string;
  readonly lease: string;
  readonly reclaimed: boolean;
  readonly attempt: number;
  readonly not_before: string;
  readonly version: number;
}

async function take(
  rows: Postgres['rows'],
  { now, worker, limit, lease: milliseconds }: ClaimRequest,
  picks: readonly ClaimableEffect[],
  states: readonly (readonly [string, LaneState])[],
): Promise<readonly Claimed[]> {
  const until = new Date(Date.parse(now) + milliseconds).toISOString();
  const taken = await rows<TakenRow>('claim', claimText, [
    now,
    picks.map(({ key }) => key),
    limit,
    worker,
    until,
    states.map(([lane]) => lane),
    states.map(([, state]) => JSON.stringify(state)),
    picks.map(({ put }) => put),
  ]);
  return taken.map(({ effect, attempt, not_before: notBefore, version, lease, reclaimed }) => ({
    effect: { ...JSON.parse(effect), attempt, notBefore } as OutboxEffect,
    lease,
    reclaimed,
    version,
  }));
}

/**
 * Takes the first rows of the list that are still to be had. An attempt that another has just been put in the place of
 * is not, since all else that is read of it here would be older than the row that was locked. A claim that was committed after this statement began is
 * found by the key of the claims, where it stands in the way.
 */
const claimText = `
WITH free AS MATERIALIZED (
  SELECT key, position, lane, ordinal
  FROM unnest($2::text[], $8::bigint[]) WITH ORDINALITY AS wanted (key, position, ordinal)
  JOIN @outbox AS waiting USING (key, position)
  WHERE not_before <= $1 AND ${isFree} AND ${isHead}
  ORDER BY ordinal LIMIT $3 FOR UPDATE OF waiting SKIP LOCKED),
taken AS (
  INSERT INTO @claims AS known (key, position, lane, times, worker, lease, lease_until)
  SELECT key, position, lane, 1, $4::text, $4::text || '/' || position || '/1', $5 FROM free ORDER BY key
  ON CONFLICT (key) DO UPDATE SET position = excluded.position, lane = excluded.lane, worker = excluded.worker,
    times = CASE WHEN known.position = excluded.position THEN known.times + 1 ELSE 1 END,
    lease = $4::text || '/' || excluded.position || '/'
      || CASE WHEN known.position = excluded.position THEN known.times + 1 ELSE 1 END,
    lease_until = excluded.lease_until, reclaimed = known.position = excluded.position AND known.begun, begun = true
  WHERE known.position <> excluded.position OR known.lease_until <= $1
  RETURNING key, reclaimed, lease),
counted AS (
  INSERT INTO @lanes (lane, state) SELECT lane, state::json FROM unnest($6::text[], $7::text[]) AS given (lane, state)
  ON CONFLICT (lane) DO UPDATE SET state = excluded.state)
SELECT taken.lease, taken.reclaimed, waiting.attempt, waiting.not_before, coalesce(version, 0) AS version,
  coalesce(waiting.delivery, effects.effect)::text AS effect
FROM taken JOIN free USING (key) JOIN @outbox AS waiting USING (key)
LEFT JOIN @effects AS effects ON effects.order_id = waiting.order_id AND effects.key = waiting.key
  AND effects.digest = waiting.digest
LEFT JOIN @orders AS orders ON orders.id = waiting.order_id
ORDER BY ordinal`;
