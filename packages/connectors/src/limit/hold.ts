/** First wait after a refusal that names no time, and the longest. */
const firstMs = 1000;
const longestMs = 60_000;

/** Added to a wait by chance, at most: a tenth of it, within these bounds. Other processes wait for the same instant. */
const leastJitterMs = 50;
const mostJitterMs = 5000;

/**
 * After a refusal nobody goes until the vendor's time; then one goes alone, and the others when it was let through.
 */
export class Hold {
  readonly #random: () => number;
  #until: number | undefined;
  #since = Number.NEGATIVE_INFINITY;
  #probe: symbol | undefined;
  #failures = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Milliseconds until one may go; Infinity while one tries. */
  wait(now: number): number {
    if (this.#until === undefined) return 0;
    if (this.#probe !== undefined) return Number.POSITIVE_INFINITY;
    return Math.max(0, this.#until - now);
  }

  /** As `wait`, and a guess where it depends on the answer to come. */
  estimate(now: number): number {
    return this.#until === undefined ? 0 : Math.max(0, this.#until - now);
  }

  /** One goes; the mark says whether it goes alone. */
  enter(): symbol | undefined {
    if (this.#until === undefined) return undefined;
    this.#probe = Symbol('probe');
    return this.#probe;
  }

  /** It was refused. `waitMs`: the vendor's time, undefined where it names none. */
  refused(waitMs: number | undefined, sentAt: number, mark: symbol | undefined, now: number): void {
    // Those that were under way together are one refusal.
    if (mark !== undefined || sentAt > this.#since) {
      this.#failures++;
      this.#since = now;
    }
    this.#end(mark);
    const growing = Math.min(longestMs, firstMs * 2 ** Math.min(this.#failures - 1, 10));
    // A vendor that says "at once" again and again is not believed.
    const wait = waitMs === undefined || (this.#failures > 1 && waitMs < firstMs) ? growing : waitMs;
    const jitter = Math.min(Math.max(wait / 10, leastJitterMs), mostJitterMs) * this.#random();
    this.#until = Math.max(this.#until ?? 0, now + wait + jitter);
  }

  /** It was let through. */
  passed(mark: symbol | undefined): void {
    if (mark === undefined || mark !== this.#probe) {
      if (this.#until === undefined) this.#failures = 0;
      return;
    }
    this.#end(mark);
    this.#until = undefined;
    this.#failures = 0;
  }

  /** Nobody knows: the next one tries. */
  unknown(mark: symbol | undefined): void {
    this.#end(mark);
  }

  #end(mark: symbol | undefined): void {
    if (mark !== undefined && mark === this.#probe) this.#probe = undefined;
  }
}
