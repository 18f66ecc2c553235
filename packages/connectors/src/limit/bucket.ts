import type { Gauge, SettledRequest, Taken } from './gauge.ts';
import type { LimitedAnswer } from './limiter.ts';
import { Share } from './share.ts';

/** How much a bucket holds at most, and gets in a millisecond. */
export interface BucketSize {
  readonly capacity: number;
  readonly perMs: number;
}

/** What an answer says of the bucket; whatever it does not say is undefined. */
export interface BucketReading {
  readonly capacity?: number | undefined;
  readonly perMs?: number | undefined;
  /** In the bucket after this request was paid. */
  readonly level?: number | undefined;
  /** What this request cost in the end. */
  readonly cost?: number | undefined;
}

export interface BucketSettings {
  readonly lane: string | undefined;
  /** Undefined: only an answer tells it. Until then one request goes at a time. */
  readonly size: BucketSize | undefined;
  /** Whether a request takes one, or the points that it costs. */
  readonly unit: 'requests' | 'points';
  readonly read: (answer: LimitedAnswer) => BucketReading;
}

/** Sums of fractions differ in their last digits. */
const rounding = 1e-6;

/** Of the share after a refusal: see {@link Share}. */
const spanMs = 3 * 60_000;

/** A vendor that says less than this is asked again all the same, or one wrong answer would end it for good. */
const longestFill = 24 * 60 * 60_000;

/** In which what is kept back for others halves. */
const halvesMs = 5 * 60_000;

/**
 * A bucket of tokens or points. Jitter of the network costs burst here, never rate: while fewer are under way than the bucket
 * holds, it never runs over, and everything that the vendor pours in is used.
 */
export class Bucket implements Gauge {
  readonly lane: string | undefined;
  readonly #settings: BucketSettings;
  readonly #share = new Share(spanMs, 0.75);
  #size: BucketSize | undefined;
  /** A lower bound of what the vendor has for us, those under way left out. */
  #level = 0;
  #at = 0;
  /** Of requests under way. */
  #held = 0;
  /** Of all that were settled ever. */
  #settled = 0;
  /** When the request was sent whose answer spoke last. */
  #spokenFor = Number.NEGATIVE_INFINITY;
  /** Kept back since others take from the bucket between the vendor's word and our next request. */
  #reserve = 0;

  constructor(settings: BucketSettings) {
    this.lane = settings.lane;
    this.#settings = settings;
    this.#size = settings.size;
    this.#level = settings.size?.capacity ?? 0;
  }

  wait(cost: number, now: number): number {
    return this.#waitFor(0, this.#pointsOf(cost), now);
  }

  waitBehind(others: { readonly cost: number; readonly requests: number }, cost: number, now: number): number {
    // Bigger than the bucket is no fault here: it is a sum that goes through it by and by.
    const ahead = this.#settings.unit === 'points' ? others.cost : others.requests;
    const wait = this.#waitFor(ahead, this.#pointsOf(cost), now);
    return Number.isFinite(wait) ? wait : 0;
  }

  take(cost: number, now: number): Taken {
    const points = this.#pointsOf(cost);
    const settledBefore = this.#settled;
    this.#fill(now);
    this.#held += points;
    return { settle: (outcome, at) => this.#settle(points, settledBefore, outcome, at) };
  }

  #pointsOf(cost: number): number {
    return this.#settings.unit === 'points' ? cost : 1;
  }

  #waitFor(ahead: number, cost: number, now: number): number {
    if (this.#size === undefined) return this.#held > 0 ? Number.POSITIVE_INFINITY : 0;
    this.#fill(now);
    const { capacity, perMs } = this.#size;
    // What costs more than the bucket holds can only be tried when it is full: the vendor decides.
    const needed = Math.min(cost + this.#reserve, capacity) + ahead;
    const missing = needed + this.#held - this.#level;
    if (missing <= rounding) return 0;
    if (ahead === 0 && needed + this.#held > capacity + rounding) return Number.POSITIVE_INFINITY;
    return missing / (perMs * this.#share.value(now));
  }

  #settle(points: number, settledBefore: number, outcome: SettledRequest, now: number): number | undefined {
    this.#fill(now);
    this.#held = Math.max(0, this.#held - points);
    if (outcome.notSent) return undefined;
    const reading = outcome.answer === undefined ? {} : this.#settings.read(outcome.answer);
    const duringFlight = this.#settled - settledBefore;
    if (!outcome.throttled) {
      const paid = reading.cost ?? points;
      // Whatever was paid, no vendor's bucket holds less than nothing.
      this.#level = Math.max(0, this.#level - paid);
      this.#settled += paid;
    }
    this.#resize(reading);
    if (reading.level === undefined) {
      if (outcome.throttled) this.#empty(outcome.sentAt, now);
      return undefined;
    }
    this.#believe(reading.level, duringFlight, outcome.sentAt, now);
    if (outcome.throttled) this.#reserve = Math.min((this.#size?.capacity ?? 0) / 2, this.#reserve + points);
    const wait = this.#waitFor(0, points, now);
    return Number.isFinite(wait) ? wait : 0;
  }

  #resize({ capacity: most = this.#size?.capacity, perMs = this.#size?.perMs }: BucketReading): void {
    if (most === undefined || perMs === undefined) return;
    const capacity = Math.max(1, most);
    this.#size = { capacity, perMs: Math.max(perMs, capacity / longestFill) };
    this.#level = Math.min(this.#level, capacity);
  }

  /**
   * The vendor's word holds for some moment between sending and answer. Those settled meanwhile may be missing in it, those
   * under way may be in it already: between these two bounds our own account is kept, beyond them the vendor's.
   */
  #believe(level: number, duringFlight: number, sentAt: number, now: number): void {
    if (sentAt < this.#spokenFor || this.#size === undefined) return;
    this.#spokenFor = sentAt;
    const { capacity, perMs } = this.#size;
    const most = Math.min(capacity, level + perMs * (now - sentAt) + this.#held);
    this.#level = Math.min(most, Math.max(this.#level, level - duringFlight));
  }

  #empty(sentAt: number, now: number): void {
    this.#level = Math.min(this.#level, this.#held);
    this.#share.refused(sentAt, now);
  }

  #fill(now: number): void {
    const gone = Math.max(0, now - this.#at);
    this.#at = Math.max(this.#at, now);
    if (this.#size === undefined || gone === 0) return;
    this.#reserve *= 2 ** (-gone / halvesMs);
    const { capacity, perMs } = this.#size;
    this.#level = Math.min(capacity, this.#level + gone * perMs * this.#share.value(now));
  }
}
