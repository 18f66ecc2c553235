/** A map of at most `most` entries: the one that was set longest ago goes first. Throws a RangeError below 1. */
export class Remembered<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    if (!Number.isInteger(most) || most < 1) throw new RangeError(`at least one entry is remembered, not ${most}`);
    this.#most = most;
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#most && oldest !== undefined) this.#entries.delete(oldest);
  }

  /** The value of a key, which is forgotten. */
  take(key: string): Value | undefined {
    const value = this.#entries.get(key);
    this.#entries.delete(key);
    return value;
  }
}
