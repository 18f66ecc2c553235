const ended: MapIterator<never> = new Map<never, never>().values();
// An iterator that has come to its end stays there: all maps without entries share it.
ended.next();

/**
 * A map by names that takes hardly any memory until something is put in: a view has some dozens of maps, most of which stay
 * empty, and the table of one that is empty is larger than all else that a step makes.
 */
export class SparseMap<Value> implements Map<string, Value> {
  #table: Map<string, Value> | undefined;

  get size(): number {
    return this.#table === undefined ? 0 : this.#table.size;
  }

  get [Symbol.toStringTag](): string {
    return 'Map';
  }

  has(key: string): boolean {
    return this.#table?.has(key) === true;
  }

  get(key: string): Value | undefined {
    return this.#table === undefined ? undefined : this.#table.get(key);
  }

  set(key: string, value: Value): this {
    this.#table ??= new Map();
    this.#table.set(key, value);
    return this;
  }

  delete(key: string): boolean {
    return this.#table?.delete(key) === true;
  }

  clear(): void {
    this.#table = undefined;
  }

  forEach(take: (value: Value, key: string, map: Map<string, Value>) => void): void {
    for (const [key, value] of this) take(value, key, this);
  }

  keys(): MapIterator<string> {
    return this.#table === undefined ? ended : this.#table.keys();
  }

  values(): MapIterator<Value> {
    return this.#table === undefined ? ended : this.#table.values();
  }

  entries(): MapIterator<[string, Value]> {
    return this.#table === undefined ? ended : this.#table.entries();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }
}
