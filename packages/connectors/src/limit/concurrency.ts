import type { ConcurrencyLimit } from '../port/policy.ts';
import type { Gauge, SettledRequest, Taken } from './gauge.ts';

/** Weight of the latest request in the usual duration. */
const latest = 0.1;

/**
 * What a refusal takes, in places, and what each success gives back: where others come and go by chance, that settles where
 * one request in 25 is refused.
 */
const refusalTakes = 0.5;
const successGives = 0.02;

/**
 * Places for requests at the same time. One to which no answer came keeps its place a while, since it may still run there. A
 * pool that other integrations use too shows in refusals: then fewer places are ours, and slowly more again.
 */
export class Concurrency implements Gauge {
  readonly lane: string | undefined;
  readonly #requests: number;
  readonly #lostMs: number;
  /** How many are ours now, with a fraction that counts towards the next. */
  #ours: number;
  #running = 0;
  /** When places of lost requests come back, in order. */
  #lost: number[] = [];
  /** How long a request usually takes, in milliseconds. */
  #usual: number | undefined;
  #cutAt = Number.NEGATIVE_INFINITY;

  constructor({ requests, lostSeconds = 30, lane }: ConcurrencyLimit) {
    this.lane = lane;
    this.#requests = requests;
    this.#ours = requests;
    this.#lostMs = lostSeconds * 1000;
  }

  wait(_cost: number, now: number): number {
    this.#forget(now);
    const missing = this.#running + this.#lost.length + 1 - this.#places();
    if (missing <= 0) return 0;
    const back = this.#lost[missing - 1];
    return back === undefined ? Number.POSITIVE_INFINITY : back - now;
  }

  waitBehind({ requests }: { readonly requests: number }, _cost: number, now: number): number {
    this.#forget(now);
    const missing = this.#running + this.#lost.length + requests + 1 - this.#places();
    return missing <= 0 ? 0 : (missing / this.#places()) * (this.#usual ?? 0);
  }

  take(_cost: number, _now: number): Taken {
    this.#running++;
    return { settle: (outcome, now) => this.#settle(outcome, now) };
  }

  #settle({ answer, notSent, throttled, sentAt }: SettledRequest, now: number): number | undefined {
    const used = this.#running;
    this.#running--;
    if (throttled) this.#refused(sentAt, used, now);
    else if (answer !== undefined) this.#succeeded(now - sentAt);
    else if (!notSent && this.#lostMs > 0) this.#lost.push(now + this.#lostMs);
    return this.#usual;
  }

  /** Those that were under way together count once. */
  #refused(sentAt: number, used: number, now: number): void {
    if (sentAt <= this.#cutAt) return;
    this.#cutAt = now;
    this.#ours = Math.max(1, Math.min(this.#ours, used) - refusalTakes);
  }

  #succeeded(duration: number): void {
    this.#usual = this.#usual === undefined ? duration : this.#usual + (duration - this.#usual) * latest;
    this.#ours = Math.min(this.#requests, this.#ours + successGives);
  }

  #places(): number {
    // The sum of many small steps is a hair below the whole.
    return Math.floor(this.#ours + 1e-9);
  }

  #forget(now: number): void {
    if (this.#lost[0] !== undefined && this.#lost[0] <= now) this.#lost = this.#lost.filter((back) => back > now);
  }
}
