/** How deep brackets may go. */
const deepest = 100;

const ignored = /(?:[\s,\uFEFF]|#[^\n\r]*)*/y;
const token =
  /"""(?:[^\\"]|\\[\s\S]|"(?!""))*"""|"(?:[^"\\\n\r]|\\.)*"|[_A-Za-z]\w*|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\.\.|[!$&()/:=@[\]{|}]/y;

/** The lexical tokens of a schema (GraphQL, 2.1), one after another. */
export class SdlTokens {
  private readonly text: string;
  private at = 0;
  private current = '';
  private depth = 0;

  constructor(text: string) {
    this.text = text;
    this.advance();
  }

  isAtEnd(): boolean {
    return this.current === '';
  }

  /** Passes over a sign or word where it stands here. */
  skip(word: string): boolean {
    if (this.current !== word) return false;
    this.advance();
    return true;
  }

  /** Passes over a description where one stands here. */
  skipText(): boolean {
    if (!this.current.startsWith('"')) return false;
    this.advance();
    return true;
  }

  /** Passes over a constant: a number, a text, a word, a list, or an object. */
  skipValue(): void {
    if (this.skip('[')) {
      while (!this.skip(']')) this.within(() => this.skipValue());
      return;
    }
    if (this.skip('{')) {
      while (!this.skip('}')) {
        this.name();
        this.expect(':');
        this.within(() => this.skipValue());
      }
      return;
    }
    if (!/^["\w-]/.test(this.current)) throw this.fault('a value');
    this.advance();
  }

  expect(word: string): void {
    if (!this.skip(word)) throw this.fault(word);
  }

  name(): string {
    const { current } = this;
    if (!/^[_A-Za-z]/.test(current)) throw this.fault('a name');
    this.advance();
    return current;
  }

  /** Goes one deeper, up to a limit. */
  within<T>(read: () => T): T {
    if (this.depth >= deepest) throw this.fault(`at most ${deepest} brackets in one another`);
    this.depth += 1;
    const made = read();
    this.depth -= 1;
    return made;
  }

  /** What is wrong at this place. */
  fault(expected: string): TypeError {
    const line = this.text.slice(0, this.at).split('\n').length;
    const found = this.current === '' ? 'the end' : JSON.stringify(this.current.slice(0, 40));
    return new TypeError(`line ${line} of the GraphQL schema: expected is ${expected}, found ${found}`);
  }

  private advance(): void {
    ignored.lastIndex = this.at;
    ignored.test(this.text);
    token.lastIndex = ignored.lastIndex;
    const [found = ''] = token.exec(this.text) ?? [];
    if (found === '' && ignored.lastIndex < this.text.length) {
      this.at = ignored.lastIndex;
      this.current = this.text.charAt(this.at);
      throw this.fault('a sign of GraphQL');
    }
    this.at = ignored.lastIndex + found.length;
    this.current = found;
  }
}
