/** Names what there is of a subject, each with its instant. */
export type Teller<Subject> = (subject: Subject, name: (what: string, at: string) => void) => void;

// What is being named. One function for all steps: to make one for each would take longer than to name what most have.
let known: readonly string[] = [];
let same = 0;
/** Made when something is another than before. */
let found: string[] | undefined;

function name(what: string, at: string): void {
  if (found !== undefined) found.push(what, at);
  else if (known[same] === what && known[same + 1] === at) same += 2;
  else {
    found = known.slice(0, same);
    found.push(what, at);
  }
}

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

  /** What the tellers name of a subject; the ones before when they are the same, which they are after most steps. */
  static named<Subject>(before: Instants, tellers: readonly Teller<Subject>[], subject: Subject): Instants {
    known = before.#found;
    same = 0;
    found = undefined;
    for (const tell of tellers) tell(subject, name);
    if (found === undefined && same === known.length) return before;
    return new Instants(found ?? known.slice(0, same));
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  get size(): number {
    return this.#found.length / 2;
  }

  has(what: string): boolean {
    for (let index = 0; index < this.#found.length; index += 2) if (this.#found[index] === what) return true;
    return false;
  }

  /** The name with a number, from 0 on. */
  name(index: number): string {
    return this.#found[index * 2] ?? '';
  }

  /** Its instant. */
  at(index: number): string {
    return this.#found[index * 2 + 1] ?? '';
  }

  /** The same object each time. */
  plain(): Readonly<Record<string, string>> {
    if (this.#plain !== undefined) return this.#plain;
    const plain: Record<string, string> = {};
    // Each name begins with what is owed, so that none of them is `__proto__`.
    for (let index = 0; index < this.size; index++) plain[this.name(index)] = this.at(index);
    this.#plain = plain;
    return plain;
  }
}
