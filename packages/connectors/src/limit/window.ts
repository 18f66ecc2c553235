import type { WindowHeaders, WindowLimit } from '../port/policy.ts';
import { durationIn, numberIn, usageIn } from './answer-numbers.ts';
import type { Gauge, SettledRequest, Taken } from './gauge.ts';
import type { LimitedAnswer } from './limiter.ts';
import { SentLog } from './sent-log.ts';
import { Share } from './share.ts';
import { WindowReset } from './window-reset.ts';

/** No answer makes a window longer than a day, or one wrong answer would end it for good. */
const longestWindow = 24 * 60 * 60_000;

/**
 * So many requests in a span of time. Each counts until a whole window after its answer, unless the vendor says sooner when its
 * window begins anew or how many are left. A schedule that holds for sliding windows holds for all fixed ones too.
 */
export class Window implements Gauge {
  readonly lane: string | undefined;
  readonly #headers: WindowHeaders;
  readonly #isFixed: boolean;
  readonly #log: SentLog;
  readonly #reset = new WindowReset();
  readonly #share: Share;
  #requests: number;
  #held = 0;
  /** Of all that were settled ever. */
  #settled = 0;
  #spokenFor = Number.NEGATIVE_INFINITY;

  constructor({ requests, seconds, span, headers = {}, lane }: WindowLimit) {
    this.lane = lane;
    this.#headers = headers;
    this.#isFixed = span === 'fixed';
    this.#requests = requests;
    this.#log = new SentLog(seconds * 1000);
    // A refusal tells exactly what others have used, so little is cut; slower than the window slides nothing can be tried.
    this.#share = new Share(Math.max(3 * 60_000, 3000 * seconds), 0.95);
  }

  wait(_cost: number, now: number): number {
    this.#forget(now);
    return this.#untilFreed(this.#used() + 1 - this.#allowed(now), now);
  }

  waitBehind({ requests }: { readonly requests: number }, _cost: number, now: number): number {
    this.#forget(now);
    const allowed = this.#allowed(now);
    const missing = this.#used() + requests + 1 - allowed;
    if (missing <= 0) return 0;
    const windows = Math.floor((missing - 1) / allowed);
    const wait = this.#untilFreed(missing - windows * allowed, now);
    return windows * this.#log.length + Math.min(wait, this.#log.length);
  }

  take(_cost: number, now: number): Taken {
    this.#forget(now);
    this.#held++;
    const before = { settled: this.#settled, freed: this.#log.freed };
    return { settle: (outcome, at) => this.#settle(before, outcome, at) };
  }

  #settle(before: { settled: number; freed: number }, outcome: SettledRequest, now: number): number | undefined {
    this.#forget(now);
    const used = this.#used();
    this.#held--;
    if (outcome.notSent) return undefined;
    const during = this.#settled - before.settled;
    if (!outcome.throttled) {
      this.#log.add(1, now);
      this.#settled++;
    }
    if (outcome.answer !== undefined) this.#learnWindow(outcome.answer, outcome.sentAt, now);
    const left = outcome.answer && leftIn(outcome.answer, this.#headers);
    if (left !== undefined) this.#believe(left, during, this.#log.freed - before.freed, outcome.sentAt, now);
    else if (outcome.throttled) this.#share.refused(outcome.sentAt, now, used / this.#requests);
    const wait = left === undefined ? undefined : this.wait(1, now);
    return wait === Number.POSITIVE_INFINITY ? 0 : wait;
  }

  #learnWindow({ headers }: LimitedAnswer, sentAt: number, now: number): void {
    const { requests, usage, length, reset } = this.#headers;
    const allowed = numberIn(headers, requests) ?? usageIn(headers, usage)?.allowed;
    if (allowed !== undefined && allowed >= 1) this.#requests = allowed;
    const span = durationIn(headers, length);
    if (span !== undefined && span >= 1) this.#log.length = Math.min(span, longestWindow);
    const rest = durationIn(headers, reset);
    if (this.#isFixed && rest !== undefined && rest <= this.#log.length)
      this.#reset.learn(rest, sentAt, now, this.#log.length);
  }

  /** As with a {@link Bucket}: between the bounds of what the vendor's word can mean, our own account is kept. */
  #believe(left: number, during: number, freed: number, sentAt: number, now: number): void {
    if (sentAt < this.#spokenFor) return;
    this.#spokenFor = sentAt;
    const ours = this.#requests - this.#log.count;
    const most = left + this.#held + freed;
    const least = left - during;
    if (ours > most) this.#log.add(ours - most, now);
    else if (ours < least) this.#log.dropOldest(least - ours);
  }

  #used(): number {
    return this.#log.count + this.#held;
  }

  #allowed(now: number): number {
    return Math.max(1, Math.floor(this.#requests * this.#share.value(now) + 1e-9));
  }

  #forget(now: number): void {
    this.#log.forget(now);
    const over = this.#reset.pass(now, this.#log.length);
    if (over !== undefined) this.#log.dropUntil(over);
  }

  #untilFreed(count: number, now: number): number {
    if (count <= 0) return 0;
    const last = this.#log.lastOf(count);
    if (last === undefined) return Number.POSITIVE_INFINITY;
    const old = last + this.#log.length;
    const reset = last <= this.#reset.safe ? (this.#reset.certain ?? old) : old;
    return Math.max(1, Math.min(old, reset) - now);
  }
}

function leftIn({ headers }: LimitedAnswer, { left, usage }: WindowHeaders): number | undefined {
  const used = usageIn(headers, usage);
  return numberIn(headers, left) ?? (used && Math.max(0, used.allowed - used.used));
}
