import type { Gauge, SettledRequest, Taken } from './gauge.ts';
import { Hold } from './hold.ts';

/** A request in the books of a scope. */
export interface Entry {
  /** Counts what came of it. Milliseconds until there is room again, undefined where one of the limits cannot tell. */
  settle(outcome: SettledRequest, now: number): number | undefined;
  readonly mark: symbol | undefined;
}

/** The limits of one lane, or those of all, with the wait after a refusal by them. */
export class Scope {
  /** Undefined: it holds for all. */
  readonly lane: string | undefined;
  readonly hold: Hold;
  readonly #gauges: readonly Gauge[];

  constructor(lane: string | undefined, gauges: readonly Gauge[], random: () => number) {
    this.lane = lane;
    this.hold = new Hold(random);
    this.#gauges = gauges;
  }

  /** Milliseconds until one more may go; Infinity when that depends on an answer. */
  wait(cost: number, now: number): number {
    let wait = this.hold.wait(now);
    for (const gauge of this.#gauges) wait = Math.max(wait, gauge.wait(cost, now));
    return wait;
  }

  /** A guess at that, behind others who wait. */
  waitBehind(others: { readonly cost: number; readonly requests: number }, cost: number, now: number): number {
    const waits = this.#gauges.map((gauge) => gauge.waitBehind(others, cost, now));
    return Math.max(this.hold.estimate(now), 0, ...waits.filter(Number.isFinite));
  }

  enter(cost: number, now: number): Entry {
    const taken: readonly Taken[] = this.#gauges.map((gauge) => gauge.take(cost, now));
    return {
      mark: this.hold.enter(),
      settle: (outcome, at) => longestOf(taken.map((one) => one.settle(outcome, at))),
    };
  }
}

function longestOf(waits: readonly (number | undefined)[]): number | undefined {
  const known = waits.filter((wait) => wait !== undefined);
  return known.length < waits.length || known.length === 0 ? undefined : Math.max(...known);
}
