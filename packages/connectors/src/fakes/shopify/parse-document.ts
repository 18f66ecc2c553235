/** One field that is asked for, with what is asked of it; `on` is the type of an inline fragment. */
export interface Selection {
  readonly name: string;
  readonly alias: string;
  readonly on?: string | undefined;
  readonly args: Readonly<Record<string, unknown>>;
  readonly directives: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly selections: readonly Selection[];
}

/** The selections of a document with one operation. */
export interface ParsedDocument {
  readonly kind: string;
  readonly selections: readonly Selection[];
}

/**
 * Reads a document with one operation and puts its variables in (GraphQL October 2021, 2.2 to 2.12, without named fragments).
 * Throws a SyntaxError for another text.
 */
export function parseDocument(text: string, variables: Readonly<Record<string, unknown>>): ParsedDocument {
  return new Reader(text.match(token) ?? [], variables).document();
}

const token = /"(?:\\.|[^"\\])*"|\.\.\.|[\w-]+|[{}()[\]:$!@=]/g;

/** Deepest document that is read. */
const deepest = 40;

class Reader {
  private at = 0;
  private readonly tokens: readonly string[];
  private readonly variables: Readonly<Record<string, unknown>>;

  constructor(tokens: readonly string[], variables: Readonly<Record<string, unknown>>) {
    this.tokens = tokens;
    this.variables = variables;
  }

  document(): ParsedDocument {
    const kind = this.take();
    while (this.peek() !== '{') this.take();
    return { kind, selections: this.selectionSet(0) };
  }

  private selectionSet(depth: number): readonly Selection[] {
    if (depth > deepest) throw new SyntaxError('too deep');
    if (this.peek() !== '{') return [];
    this.take();
    const found: Selection[] = [];
    while (this.peek() !== '}') found.push(this.selection(depth));
    this.take();
    return found;
  }

  private selection(depth: number): Selection {
    const first = this.take();
    if (first === '...') {
      this.take('on');
      const on = this.take();
      return { name: on, alias: on, on, args: {}, directives: {}, selections: this.selectionSet(depth + 1) };
    }
    const isAlias = this.peek() === ':';
    if (isAlias) this.take();
    const name = isAlias ? this.take() : first;
    const args = this.argumentList();
    const directives: [string, Readonly<Record<string, unknown>>][] = [];
    while (this.peek() === '@') {
      this.take();
      directives.push([this.take(), this.argumentList()]);
    }
    const selections = this.selectionSet(depth + 1);
    return { name, alias: first, args, directives: Object.fromEntries(directives), selections };
  }

  private argumentList(): Readonly<Record<string, unknown>> {
    if (this.peek() !== '(') return {};
    this.take();
    return this.pairsUntil(')', 0);
  }

  private pairsUntil(end: string, depth: number): Readonly<Record<string, unknown>> {
    const found: [string, unknown][] = [];
    while (this.peek() !== end) {
      const name = this.take();
      this.take(':');
      found.push([name, this.value(depth)]);
    }
    this.take();
    // A variable that was not given is an argument that was not.
    return Object.fromEntries(found.filter(([, one]) => one !== undefined));
  }

  private value(depth: number): unknown {
    if (depth > deepest) throw new SyntaxError('too deep');
    const first = this.take();
    if (first === '$') return this.variables[this.take()];
    if (first === '{') return this.pairsUntil('}', depth + 1);
    if (first === '[') {
      const list: unknown[] = [];
      while (this.peek() !== ']') list.push(this.value(depth + 1));
      this.take();
      return list;
    }
    if (first.startsWith('"')) return JSON.parse(first);
    if (/^-?\d+$/.test(first)) return Number(first);
    if (first === 'true' || first === 'false') return first === 'true';
    return first === 'null' ? null : first;
  }

  private peek(): string {
    return this.tokens[this.at] ?? '';
  }

  private take(wanted?: string): string {
    const found = this.peek();
    if (found === '' || (wanted !== undefined && found !== wanted))
      throw new SyntaxError(`syntax error, unexpected ${found || 'end of file'}`);
    this.at++;
    return found;
  }
}
