/**
 * One version of a record that is only ever written to at its newest version. All versions share one map, which is the
 * newest's; an older one keeps what was written over since, so that a write costs the same however long the record is, and
 * a version is a plain object when somebody asks for one.
 */
export class GrowingRecord<Value> {
  readonly #map: Map<string, Value>;
  /** What the map had before it was written to from this version on; in the order of the writes. */
  #over: { readonly key: string; readonly before: Value | undefined }[] | undefined;
  #later: GrowingRecord<Value> | undefined;
  #plain: Readonly<Record<string, Value>> | undefined;

  private constructor(map: Map<string, Value>, plain?: Readonly<Record<string, Value>>) {
    this.#map = map;
    this.#plain = plain;
  }

  /** A record that nothing else writes to. */
  static of<Value>(plain: Readonly<Record<string, Value>>): GrowingRecord<Value> {
    return new GrowingRecord(new Map(Object.entries(plain)), plain);
  }

  /** Whether a step has written to the record since this version. */
  get isWritten(): boolean {
    return this.#over !== undefined;
  }

  /** How many there are now, writes since this version included. */
  get size(): number {
    return this.#map.size;
  }

  /** The newest value, writes since this version included. */
  get(key: string): Value | undefined {
    return this.#map.get(key);
  }

  /** The value in this version, whatever was written since. */
  at(key: string): Value | undefined {
    for (let version: GrowingRecord<Value> | undefined = this; version !== undefined; version = version.#later) {
      const over = version.#over?.find((written) => written.key === key);
      if (over !== undefined) return over.before;
    }
    return this.#map.get(key);
  }

  /** The newest values, writes since this version included. */
  entries(): Iterable<[string, Value]> {
    return this.#map;
  }

  /** Writes a value that is to be in the version after this one. */
  write(key: string, value: Value): void {
    const before = this.#map.get(key);
    if (this.#over === undefined) this.#over = [{ key, before }];
    else this.#over.push({ key, before });
    this.#map.set(key, value);
  }

  /** The version with all that was written; this one when nothing was. */
  next(): GrowingRecord<Value> {
    if (this.#over === undefined) return this;
    this.#later = new GrowingRecord(this.#map);
    return this.#later;
  }

  /** This version as an object: the same one each time. A name from outside may be `__proto__`, which is a field like others. */
  plain(): Readonly<Record<string, Value>> {
    this.#plain ??= Object.fromEntries(this.#entriesNow());
    return this.#plain;
  }

  #entriesNow(): Iterable<readonly [string, Value]> {
    const versions: GrowingRecord<Value>[] = [this];
    let base = this.#later;
    while (base !== undefined && base.#plain === undefined) {
      versions.push(base);
      base = base.#later;
    }
    const plain = base === undefined ? undefined : base.#plain;
    const map = new Map<string, Value>(plain === undefined ? this.#map : Object.entries(plain));
    for (const version of versions.reverse()) {
      for (const { key, before } of [...(version.#over ?? [])].reverse()) {
        if (before === undefined) map.delete(key);
        else map.set(key, before);
      }
    }
    return map;
  }
}
