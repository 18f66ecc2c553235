/** Names with their instants, in the order in which they were named; an object of them is made when somebody asks for it. */
export class Instants {
  /** A name, its instant, the next name, its instant. */
  readonly #found: readonly string[];
  #plain: Readonly<Record<string, string>> | undefined;

  private constructor(found: readonly string[], plain?: Readonly<Record<string, string>>) {
    this.#found = found;
    this.#plain = plain;
  }

  static of(plain: Readonly<Record<string, string>>): Instants {
    return new Instants(Object.entries(plain).flat(), plain);
  }

  /** What `tell` names; the ones before when they are the same, which they are after most steps. */
  static named(before: Instants, tell: (name: (what: string, at: string) => void) => void): Instants {
    const found: string[] = [];
    let same = true;
    tell((what, at) => {
      if (same && (before.#found[found.length] !== what || before.#found[found.length + 1] !== at)) same = false;
      found.push(what, at);
    });
    return same && found.length === before.#found.length ? before : new Instants(found);
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  has(what: string): boolean {
    return this.some((name) => name === what);
  }

  some(test: (what: string, at: string) => boolean): boolean {
    for (let index = 0; index < this.#found.length; index += 2) {
      if (test(this.#found[index] ?? '', this.#found[index + 1] ?? '')) return true;
    }
    return false;
  }

  /** The same object each time. */
  plain(): Readonly<Record<string, string>> {
    if (this.#plain !== undefined) return this.#plain;
    const plain: Record<string, string> = {};
    // Each name begins with what is owed, so that none of them is `__proto__`.
    this.some((what, at) => {
      plain[what] = at;
      return false;
    });
    this.#plain = plain;
    return plain;
  }
}
