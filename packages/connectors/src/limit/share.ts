/** Never less than this, or nothing would ever be learned. */
const least = 0.01;

/**
 * The share of a limit that is ours where others use it too and nobody says how much. After a refusal it is less at once, comes
 * back soon to a little below what was refused, stays there, and only then tries more: the curve of CUBIC (RFC 9438 §4.2), since
 * straight growth (AIMD) meets the ceiling several times as often.
 */
export class Share {
  readonly #spanMs: number;
  readonly #cut: number;
  /** What was refused last; 1 before. */
  #ceiling = 1;
  #cutAt: number | undefined;

  /** `spanMs`: from a ceiling of half to the whole it takes some 1.3 of it. `cut`: what is left of the share after a refusal. */
  constructor(spanMs: number, cut: number) {
    this.#spanMs = spanMs;
    this.#cut = cut;
  }

  value(now: number): number {
    if (this.#cutAt === undefined) return 1;
    const spans = (now - this.#cutAt) / this.#spanMs - Math.cbrt(this.#ceiling * (1 - this.#cut));
    const value = this.#ceiling + spans ** 3;
    if (value >= 1) this.#cutAt = undefined;
    return Math.min(1, Math.max(least, value));
  }

  /** A request was refused while we used such a share. Several that were under way together count once. */
  refused(sentAt: number, now: number, used = 1): void {
    if (this.#cutAt !== undefined && sentAt <= this.#cutAt) return;
    this.#ceiling = Math.max(least, Math.min(this.value(now), used));
    this.#cutAt = now;
  }
}
