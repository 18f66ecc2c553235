import type { WorkClass } from '@dist/orchestration';
import { type Candidate, type LaneLimit, type LaneState, pick, waitingIndex } from '@dist/orchestration/runtime';
import * as fc from 'fast-check';
import { oracle, type Start } from './pick-oracle.ts';

/** One step of a lane's day: time passes, work comes, some work ends, a worker asks for more. */
export interface Step {
  readonly passes: number;
  readonly arrives: readonly Omit<Candidate, 'key' | 'since' | 'position'>[];
  readonly ends: number;
  readonly asks: number;
}

/** Limits of two lanes, with rates and shares that are exact in binary. */
export const limits: fc.Arbitrary<readonly LaneLimit[]> = fc.tuple(...['erp:a', 'erp:b'].map(limitOfLane));

function limitOfLane(lane: string): fc.Arbitrary<LaneLimit> {
  const share = fc.constantFrom(1, 2, 4, 8);
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
  return fc.record({
    lane: fc.constant(lane),
    paused: fc.constantFrom(undefined, undefined, undefined, true),
    withheld: maybe(fc.constant(['erp.submit'])),
    concurrency: maybe(fc.integer({ min: 1, max: 6 })),
    rate: maybe(fc.record({ perSecond: fc.constantFrom(1, 2, 4, 8), burst: fc.integer({ min: 1, max: 4 }) })),
    shares: maybe(fc.record({ realTime: share, nearRealTime: share, batch: share })),
    ageSeconds: maybe(fc.constantFrom(1, 4, 60)),
  });
}

const workClass = fc.constantFrom<WorkClass>('realTime', 'nearRealTime', 'batch');
const arrival = fc.record({
  lane: fc.constantFrom('erp:a', 'erp:a', 'erp:b', 'local'),
  class: workClass,
  partner: fc.constantFrom('A', 'B', 'C', 'D'),
  priority: fc.integer({ min: 0, max: 9 }),
  type: fc.constantFrom('erp.submit', 'erp.find', 'erp.cancel'),
});

/** Days of some steps. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    passes: fc.constantFrom(0, 0, 125, 250, 1000),
    arrives: fc.array(arrival, { maxLength: 6 }),
    ends: fc.integer({ min: 0, max: 4 }),
    asks: fc.integer({ min: 0, max: 5 }),
  }),
  { minLength: 1, maxLength: 25 },
);

/** One choice in a story: what was asked, what `pick` and the oracle said. */
export interface Choice {
  readonly now: number;
  readonly asked: number;
  /** What waited before. */
  readonly waiting: readonly Candidate[];
  readonly claimed: ReadonlyMap<string, number>;
  readonly history: readonly Start[];
  readonly picked: readonly Candidate[];
  readonly expected: readonly Candidate[];
}

const start = Date.parse('2026-03-02T08:00:00.000Z');

/** Plays a day: `pick` remembers by its states and sees what an index gives it, the oracle sees all that ever was. */
export function play(limits: readonly LaneLimit[], day: readonly Step[]): readonly Choice[] {
  const index = waitingIndex();
  const states = new Map<string, LaneState>();
  const history: Start[] = [];
  const choices: Choice[] = [];
  let waiting: Candidate[] = [];
  let working: Candidate[] = [];
  let now = start;
  let position = 0;
  for (const { passes, arrives, ends, asks } of day) {
    now += passes;
    const at = new Date(now).toISOString();
    for (const one of arrives) {
      const row = { ...one, key: `${position}`, since: at, position: position++ };
      waiting.push(row);
      index.put(row);
    }
    working = working.slice(ends);
    const claimed = new Map(working.map(({ lane }) => [lane, working.filter((row) => row.lane === lane).length]));
    const { picks, states: after } = pick({
      now: at,
      limit: asks,
      limits,
      candidates: index.candidates(at, asks),
      states,
      claimed,
    });
    const expected = oracle({ now, limit: asks, limits, waiting, history, claimed });
    choices.push({ now, asked: asks, waiting, claimed, history: [...history], picked: picks, expected });
    for (const [lane, state] of after) states.set(lane, JSON.parse(JSON.stringify(state)));
    picks.forEach((row, place) => {
      index.remove(row.key);
      history.push({ at: now, place, row });
    });
    waiting = waiting.filter((row) => !picks.includes(row));
    working = [...working, ...picks];
  }
  return choices;
}
