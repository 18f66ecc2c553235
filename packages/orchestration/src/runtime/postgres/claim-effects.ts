import type { Claimed, ClaimRequest, LaneLimit } from '../journal.ts';
import type { LaneState } from '../lanes/lane-state.ts';
import { limitOf } from '../lanes/limit-of.ts';
import { pick } from '../lanes/pick.ts';
import { claimAll } from './claim-all.ts';
import { type ClaimableEffect, claimableEffects, dueLanes, isFree, isHead } from './claimable-effects.ts';
import type { Postgres } from './open-postgres.ts';
import { claimedOf, leaseEnd, type TakenRow, takenText } from './taken-text.ts';

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

/** Without limits all that waits is taken at once, as long as it is no more than was asked for. */
async function claimFreely(rows: Postgres['rows'], turns: Turns, request: ClaimRequest): Promise<ClaimOutcome> {
  const { limit, limits, keys } = request;
  if (limits === undefined && keys === undefined) {
    const { candidates, taken } = await claimAll(rows, request, 2 * limit);
    if (candidates.length <= limit) return started(turns, request, candidates, taken, new Map());
    return claimChosen(rows, turns, request, candidates, new Map());
  }
  const { candidates, claimed: busy } = await claimableEffects(rows, request, 2 * limit);
  // On a lane that counts something may have come up only now: it has its turn the next time.
  const open = candidates.filter(({ lane }) => !isCounted(limitOf(limits, lane)));
  return claimChosen(rows, turns, request, open, busy);
}

/** Chooses more than it takes, so that it gets enough though others choose the same. */
async function claimChosen(
  rows: Postgres['rows'],
  turns: Turns,
  request: ClaimRequest,
  candidates: readonly ClaimableEffect[],
  claimed: ReadonlyMap<string, number>,
): Promise<ClaimOutcome> {
  const { now, limit, limits } = request;
  const { picks } = pick({ now, limit: 4 * limit, limits, candidates, states: turns, claimed });
  if (picks.length === 0) return { claimed: [], chosen: 0 };
  return started(turns, request, picks, await take(rows, request, picks, []), claimed);
}

/** Counts the turns of what was taken of the candidates, and puts it in the order in which it starts. */
function started(
  turns: Turns,
  { now, limits }: ClaimRequest,
  candidates: readonly ClaimableEffect[],
  taken: readonly Claimed[],
  claimed: ReadonlyMap<string, number>,
): ClaimOutcome {
  const byKey = new Map(taken.map((one) => [one.effect.key, one]));
  const those = candidates.filter(({ key }) => byKey.has(key));
  const { picks, states } = pick({ now, limit: taken.length, limits, candidates: those, states: turns, claimed });
  for (const [lane, state] of states) turns.set(lane, state);
  return { claimed: picks.flatMap(({ key }) => byKey.get(key) ?? []), chosen: candidates.length };
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

async function take(
  rows: Postgres['rows'],
  request: ClaimRequest,
  picks: readonly ClaimableEffect[],
  states: readonly (readonly [string, LaneState])[],
): Promise<readonly Claimed[]> {
  const taken = await rows<TakenRow>('claim', claimText, [
    request.now,
    picks.map(({ key }) => key),
    picks.map(({ put }) => put),
    request.limit,
    request.worker,
    leaseEnd(request),
    states.map(([lane]) => lane),
    states.map(([, state]) => JSON.stringify(state)),
  ]);
  return taken.map(claimedOf);
}

/**
 * Takes the first rows of the list that are still to be had. An attempt that another has just been put in the place of
 * is not, since all else that is read of it here would be older than the row that was locked.
 */
const claimText = `
WITH free AS MATERIALIZED (
  SELECT waiting.*, ordinal FROM unnest($2::text[], $3::bigint[]) WITH ORDINALITY AS wanted (key, position, ordinal)
  CROSS JOIN LATERAL (
    SELECT key, position, lane, order_id, attempt, not_before, delivery, digest FROM @outbox AS waiting
    WHERE waiting.key = wanted.key AND waiting.position = wanted.position AND not_before <= $1 AND ${isFree} AND ${isHead}
    FOR UPDATE SKIP LOCKED) AS waiting
  LIMIT $4),
counted AS (
  INSERT INTO @lanes (lane, state) SELECT lane, state::json FROM unnest($7::text[], $8::text[]) AS given (lane, state)
  ON CONFLICT (lane) DO UPDATE SET state = excluded.state),
${takenText}
SELECT * FROM took ORDER BY ordinal`;
