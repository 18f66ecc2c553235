const ended: SetIterator<never> = new Set<never>().values();
// An iterator that has come to its end stays there: all sets without members share it.
ended.next();

/** A set of names that takes hardly any memory until something is put in, as a sparse map does. */
export class SparseSet implements Set<string> {
  #table: Set<string> | undefined;

  get size(): number {
    return this.#table === undefined ? 0 : this.#table.size;
  }

  get [Symbol.toStringTag](): string {
    return 'Set';
  }

  has(name: string): boolean {
    return this.#table?.has(name) === true;
  }

  add(name: string): this {
    this.#table ??= new Set();
    this.#table.add(name);
    return this;
  }

  delete(name: string): boolean {
    return this.#table?.delete(name) === true;
  }

  clear(): void {
    this.#table = undefined;
  }

  forEach(take: (name: string, same: string, set: Set<string>) => void): void {
    for (const name of this) take(name, name, this);
  }

  keys(): SetIterator<string> {
    return this.values();
  }

  values(): SetIterator<string> {
    return this.#table === undefined ? ended : this.#table.values();
  }

  entries(): SetIterator<[string, string]> {
    return this.#table === undefined ? ended : this.#table.entries();
  }

  [Symbol.iterator](): SetIterator<string> {
    return this.values();
  }
}
