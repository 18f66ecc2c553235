import type { WorkClass } from '@dist/orchestration';
import { type Candidate, type LaneLimit, pick } from '@dist/orchestration/runtime';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits, play, steps } from './lane-story.ts';
import { mayStart, roomOn } from './pick-oracle.ts';

const runs = { numRuns: 60 };
const now = '2026-03-02T08:00:00.000Z';

describe('the choice of what starts', () => {
  it('is that of the slow oracle, whatever came before', () => {
    fc.assert(
      fc.property(limits, steps, (limits, day) => {
        for (const { picked, expected } of play(limits, day)) expect(keysOf(picked)).toEqual(keysOf(expected));
      }),
      runs,
    );
  });

  it('is never above a limit: neither at work, nor in any window of time, nor paused or withheld', () => {
    fc.assert(
      fc.property(limits, steps, (limits, day) => {
        const choices = play(limits, day);
        for (const limit of limits) for (const choice of choices) expect(excess(limit, choice)).toBeUndefined();
      }),
      runs,
    );
  });

  it('conserves work: a worker with room gets something as long as anything may go', () => {
    fc.assert(
      fc.property(limits, steps, (limits, day) => {
        for (const { now, asked, waiting, claimed, history, picked } of play(limits, day)) {
          if (picked.length === asked) continue;
          const after = [...history, ...picked.map((row, place) => ({ at: now, place, row }))];
          for (const lane of ['erp:a', 'erp:b', 'local']) {
            const started = picked.filter((row) => row.lane === lane).length;
            const left = mayStart({ limits }, lane, waiting).length - started;
            const room = roomOn({ limits, now }, lane, (claimed.get(lane) ?? 0) + started, after);
            expect(Math.min(left, room)).toBeLessThanOrEqual(0);
          }
        }
      }),
      runs,
    );
  });

  it('gives each other partner one start at most while a partner waits for its turn', () => {
    fc.assert(
      fc.property(limits, steps, (limits, day) => {
        for (const choice of play(limits, day)) expect(jumped(choice)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('shares of a lane', () => {
  const shares = { realTime: 6, nearRealTime: 3, batch: 1 };

  it.each<[string, readonly WorkClass[], Readonly<Record<string, number>>]>([
    [
      'are kept while all classes wait',
      ['realTime', 'nearRealTime', 'batch'],
      { realTime: 60, nearRealTime: 30, batch: 10 },
    ],
    ['of a class without work go to the others', ['realTime', 'batch'], { realTime: 85, batch: 15 }],
    ['are all of it for a class alone', ['batch'], { batch: 100 }],
  ])('%s', (_, waiting, expected) => {
    const candidates = waiting.flatMap((name) => rows(100, { class: name }));
    expect(countsOf(choose(candidates, 100, { shares }))).toEqual(expected);
  });

  it('come back at once to a class that was away, which cannot save them up', () => {
    const first = pick({ ...request(rows(50, { class: 'realTime' }), 50), limits: [{ lane: 'erp:a', shares }] });
    const later = [...rows(50, { class: 'realTime' }), ...rows(50, { class: 'batch' })];
    const next = pick({ ...request(later, 20), limits: [{ lane: 'erp:a', shares }], states: first.states });
    expect(countsOf(next.picks)).toEqual({ realTime: 17, batch: 3 });
  });

  it('of nothing are a mistake of the program', () => {
    expect(() => choose(rows(1), 1, { shares: { ...shares, realTime: 0 } })).toThrow(RangeError);
  });
});

describe('within a lane', () => {
  it('the small partner starts second, not after the burst of another', () => {
    const burst = rows(1000, { partner: 'LARGE' });
    const small = rows(1, { partner: 'SMALL' }, 1000);
    expect(choose([...burst, ...small], 3, {}).map((row) => row.partner)).toEqual(['LARGE', 'SMALL', 'LARGE']);
  });

  it.each<[string, LaneLimit['ageSeconds'], readonly string[]]>([
    ['a lower priority goes first, however long the other waits', undefined, ['urgent', 'old']],
    ['ten minutes of waiting make up for two steps at five minutes each', 300, ['old', 'urgent']],
    ['but not for two steps at six minutes each', 360, ['urgent', 'old']],
  ])('%s', (_, ageSeconds, expected) => {
    const old = row({ key: 'old', priority: 5, since: '2026-03-02T07:49:59.000Z' });
    const urgent = row({ key: 'urgent', priority: 3, since: now, position: 1 });
    expect(keysOf(choose([urgent, old], 2, { ageSeconds }))).toEqual(expected);
  });

  it('nothing starves: what waits longest of the last priority is passed only by what came soon after it', () => {
    const slow = row({ key: 'slow', priority: 9, since: '2026-03-02T06:00:00.000Z' });
    const fresh = rows(500, { priority: 0 }, 1);
    expect(keysOf(choose([...fresh, slow], 1, { ageSeconds: 600 }))).toEqual(['slow']);
    expect(keysOf(choose([...fresh, slow], 1, {}))).toEqual(['1']);
  });
});

describe('among lanes', () => {
  it('each takes its turn, so that a full one takes nobody else’s', () => {
    const candidates = [...rows(50, { lane: 'local' }), ...rows(3, { lane: 'erp:a' }, 50)];
    const chosen = pick(request(candidates, 6)).picks.map(({ lane }) => lane);
    expect(chosen).toEqual(['local', 'erp:a', 'local', 'erp:a', 'local', 'erp:a']);
  });

  it('a limit with a star counts for each by itself, and one of its own comes before it', () => {
    const lanes = ['partner:A', 'partner:B', 'partner:C'];
    const candidates = lanes.flatMap((lane, index) => rows(5, { lane }, index * 5));
    const limits = [
      { lane: 'partner:*', concurrency: 2 },
      { lane: 'partner:C', paused: true },
    ];
    const chosen = pick({ ...request(candidates, 15), limits }).picks.map(({ lane }) => lane);
    expect(chosen).toEqual(['partner:A', 'partner:B', 'partner:A', 'partner:B']);
  });
});

function row(more: Partial<Candidate>): Candidate {
  const rest = {
    class: 'realTime',
    partner: 'northfield',
    priority: 5,
    since: now,
    position: 0,
    type: 'erp.submit',
  } as const;
  return { key: 'key', lane: 'erp:a', ...rest, ...more };
}

function rows(count: number, more: Partial<Candidate> = {}, from = 0): readonly Candidate[] {
  return Array.from({ length: count }, (_, index) => row({ key: `${from + index}`, position: from + index, ...more }));
}

function request(candidates: readonly Candidate[], limit: number) {
  return { now, limit, candidates, states: new Map(), claimed: new Map() };
}

function choose(candidates: readonly Candidate[], count: number, limit: Omit<LaneLimit, 'lane'>): readonly Candidate[] {
  return pick({ ...request(candidates, count), limits: [{ lane: 'erp:a', ...limit }] }).picks;
}

function keysOf(rows: readonly Candidate[]): readonly string[] {
  return rows.map(({ key }) => key);
}

function countsOf(rows: readonly Candidate[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { class: name } of rows) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

type Choice = ReturnType<typeof play>[number];

/** What a choice did beyond a limit. */
function excess(limit: LaneLimit, { now, claimed, history, picked }: Choice): string | undefined {
  const started = picked.filter(({ lane }) => lane === limit.lane);
  if (started.length === 0) return undefined;
  if (limit.paused) return 'paused';
  if (started.some(({ type }) => limit.withheld?.includes(type))) return 'withheld';
  const atWork = (claimed.get(limit.lane) ?? 0) + started.length;
  if (atWork > (limit.concurrency ?? Number.POSITIVE_INFINITY)) return 'concurrency';
  if (limit.rate === undefined) return undefined;
  const { perSecond, burst } = limit.rate;
  const all = [...history.filter(({ row }) => row.lane === limit.lane).map(({ at }) => at), ...started.map(() => now)];
  const above = all.some((from, index) => all.length - index > burst + ((now - from) / 1000) * perSecond);
  return above ? 'rate' : undefined;
}

/** Partners that started twice in a lane and class since another one, which waited all the while, started. */
function jumped({ now, waiting, history, picked }: Choice): readonly string[] {
  const started = [...history, ...picked.map((row, place) => ({ at: now, place, row }))];
  const still = waiting.filter((row) => !picked.includes(row) && row.type !== 'erp.submit');
  return still.flatMap((held) => {
    const group = started.filter(({ row }) => row.lane === held.lane && row.class === held.class);
    const own = group.findLastIndex(({ row }) => row.partner === held.partner);
    const since = group.slice(own + 1).filter(({ at }) => at > Date.parse(held.since));
    const others = since.map(({ row }) => row.partner);
    return others.filter((partner, index) => others.indexOf(partner) !== index);
  });
}
