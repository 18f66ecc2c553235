import type { WorkClass } from '@dist/orchestration';
import type { Candidate, LaneLimit } from '@dist/orchestration/runtime';

/** One start as it happened. */
export interface Start {
  readonly at: number;
  readonly place: number;
  readonly row: Candidate;
}

/** The same question as `pick` gets, with all that ever started in the place of what it remembers. */
export interface OracleRequest {
  readonly now: number;
  readonly limit: number;
  readonly limits: readonly LaneLimit[];
  readonly waiting: readonly Candidate[];
  readonly history: readonly Start[];
  readonly claimed: ReadonlyMap<string, number>;
}

/** What goes now, worked out from the whole history at each start: slow, and each rule stands in it as it is said. */
export function oracle(request: OracleRequest): readonly Candidate[] {
  const history = [...request.history];
  let waiting = [...request.waiting];
  const chosen: Candidate[] = [];
  while (chosen.length < request.limit) {
    const lanes = [...new Set(waiting.map((row) => row.lane))].filter((lane) => {
      const claimed = (request.claimed.get(lane) ?? 0) + chosen.filter((row) => row.lane === lane).length;
      return roomOn(request, lane, claimed, history) > 0 && mayStart(request, lane, waiting).length > 0;
    });
    const next = lanes
      .map((lane) => nextOn(request, lane, waiting, history))
      .sort((a, b) => byLastStart(a, b, history) || byRank(request, a, b))[0];
    if (next === undefined) break;
    history.push({ at: request.now, place: chosen.length, row: next });
    chosen.push(next);
    waiting = waiting.filter((row) => row !== next);
  }
  return chosen;
}

/** How many starts a lane takes: what its concurrency leaves, and the tokens of a bucket that was full in the beginning. */
export function roomOn(
  { limits, now }: Pick<OracleRequest, 'limits' | 'now'>,
  lane: string,
  claimed: number,
  history: readonly Start[],
): number {
  const limit = limits.find((one) => one.lane === lane);
  if (limit?.paused) return 0;
  const free = (limit?.concurrency ?? Number.POSITIVE_INFINITY) - claimed;
  if (limit?.rate === undefined) return free;
  const { perSecond, burst } = limit.rate;
  // Thousandths of a token, so that all of it is whole numbers.
  let tokens = burst * 1000;
  let since = 0;
  for (const at of [...history.filter(({ row }) => row.lane === lane).map((start) => start.at), now]) {
    tokens = Math.min(burst * 1000, tokens + (at - since) * perSecond) - 1000;
    since = at;
  }
  return Math.min(free, Math.floor(tokens / 1000) + 1);
}

/** What waits on a lane and is not withheld. */
export function mayStart(
  { limits }: Pick<OracleRequest, 'limits'>,
  lane: string,
  waiting: readonly Candidate[],
): readonly Candidate[] {
  const withheld = limits.find((one) => one.lane === lane)?.withheld ?? [];
  return waiting.filter((row) => row.lane === lane && !withheld.includes(row.type));
}

const classes = ['realTime', 'nearRealTime', 'batch'] as const;

function nextOn(
  request: OracleRequest,
  lane: string,
  waiting: readonly Candidate[],
  history: readonly Start[],
): Candidate {
  const rows = mayStart(request, lane, waiting);
  const shares = request.limits.find((limit) => limit.lane === lane)?.shares;
  const tags = startTags(
    shares,
    history.filter(({ row }) => row.lane === lane),
  );
  const ranked = classes.filter((name) => rows.some((row) => row.class === name));
  const chosen = ranked.sort((a, b) => tags[a] - tags[b])[0];
  const ofClass = rows.filter((row) => row.class === chosen);
  const lastOf = (row: Candidate) =>
    history.findLastIndex(
      (start) => start.row.lane === lane && start.row.class === chosen && start.row.partner === row.partner,
    );
  const [next] = ofClass.sort((a, b) => lastOf(a) - lastOf(b) || byRank(request, a, b));
  if (next === undefined) throw new Error('nothing waits');
  return next;
}

/** Start-time fair queuing as its paper says it: a start is tagged with the later of virtual time and the class's last end. */
function startTags(shares: LaneLimit['shares'], history: readonly Start[]): Record<WorkClass, number> {
  const share = shares ?? { realTime: 1, nearRealTime: 1, batch: 1 };
  const all = share.realTime + share.nearRealTime + share.batch;
  const end = { realTime: 0, nearRealTime: 0, batch: 0 };
  let time = 0;
  for (const { row } of history) {
    time = Math.max(time, end[row.class]);
    end[row.class] = time + all / share[row.class];
  }
  return {
    realTime: Math.max(time, end.realTime),
    nearRealTime: Math.max(time, end.nearRealTime),
    batch: Math.max(time, end.batch),
  };
}

function byLastStart(a: Candidate, b: Candidate, history: readonly Start[]): number {
  const [lastA, lastB] = [a, b].map((row) => history.findLast((start) => start.row.lane === row.lane));
  return (lastA?.at ?? 0) - (lastB?.at ?? 0) || (lastA?.place ?? 0) - (lastB?.place ?? 0);
}

function byRank({ limits }: OracleRequest, a: Candidate, b: Candidate): number {
  const rank = (row: Candidate) => {
    const age = limits.find((limit) => limit.lane === row.lane)?.ageSeconds;
    return age === undefined
      ? row.priority * 1e9 + Date.parse(row.since) / 1000
      : row.priority * age + Date.parse(row.since) / 1000;
  };
  return rank(a) - rank(b) || a.position - b.position;
}
