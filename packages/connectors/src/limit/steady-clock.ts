/** A timer may be late by so much before time is taken for a jump of the clock. */
const lateMs = 50;

/**
 * Milliseconds that only go forward. A clock that is set back stands still once; one that leaps ahead while a timer is set
 * goes no further than that timer allows, since otherwise buckets would be full that the vendor knows to be empty.
 */
export class SteadyClock {
  readonly #read: () => number;
  #last: number;
  #time = 0;
  #most = Number.POSITIVE_INFINITY;

  constructor(read: () => number) {
    this.#read = read;
    this.#last = read();
  }

  now(): number {
    const read = this.#read();
    const gone = Math.min(Math.max(0, read - this.#last), this.#most);
    this.#last = read;
    this.#most -= gone;
    this.#time += gone;
    return this.#time;
  }

  /** A timer was set, for so many milliseconds; undefined: there is none any more. */
  expect(milliseconds: number | undefined): void {
    this.#most = milliseconds === undefined ? Number.POSITIVE_INFINITY : milliseconds + lateMs;
  }
}
