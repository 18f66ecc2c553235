/** A field that a GraphQL document asks for, with its arguments resolved. */
export interface Field {
  readonly name: string;
  /** The name in the answer: the alias, where there is one. */
  readonly as: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly fields: readonly Field[];
}

export interface Operation {
  readonly type: 'query' | 'mutation';
  readonly fields: readonly Field[];
}

const mostDepth = 20;
const token = /(?:[\s,]|#[^\n]*)*([{}()[\]:=$!]|"(?:[^"\\\n]|\\.)*"|-?\d[\d.]*|\w+|$)/y;

/**
 * Reads a GraphQL document of one operation: fields, aliases, arguments, variables; no fragments and directives, which
 * the adapter does not send. Throws a SyntaxError for anything else.
 */
export function readQuery(document: string, variables: Readonly<Record<string, unknown>>): Operation {
  const tokens = tokensOf(document);
  const type = tokens[0] === 'mutation' ? 'mutation' : 'query';
  const reader = { tokens, position: Math.max(tokens.indexOf('{'), 0), variables: new Map(Object.entries(variables)) };
  // Before the first brace stand the operation's name and its variables, whose types the server does not check.
  if (!['query', 'mutation', '{'].includes(tokens[0] ?? '')) throw new SyntaxError('expected a query or a mutation');
  const fields = readFields(reader, 1);
  if (reader.position < tokens.length) throw new SyntaxError('expected one operation');
  return { type, fields };
}

interface Reader {
  readonly tokens: readonly string[];
  position: number;
  readonly variables: ReadonlyMap<string, unknown>;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const scanner = new RegExp(token);
  while (scanner.lastIndex < text.length) {
    const at = scanner.lastIndex;
    const found = scanner.exec(text);
    if (found === null) throw new SyntaxError(`unexpected character at ${at}`);
    if (found[1]) tokens.push(found[1]);
  }
  return tokens;
}

function readFields(reader: Reader, depth: number): Field[] {
  if (depth > mostDepth) throw new SyntaxError('nested too deep');
  expect(reader, '{');
  const fields: Field[] = [];
  while (!take(reader, '}')) {
    const first = name(reader);
    const second = take(reader, ':') ? name(reader) : first;
    const asked = take(reader, '(') ? readPairs(reader, ')', depth) : {};
    const inner = peek(reader) === '{' ? readFields(reader, depth + 1) : [];
    fields.push({ name: second, as: first, arguments: asked, fields: inner });
  }
  if (fields.length === 0) throw new SyntaxError('expected fields');
  return fields;
}

function readPairs(reader: Reader, end: ')' | '}', depth: number): Record<string, unknown> {
  const pairs: [string, unknown][] = [];
  while (!take(reader, end)) {
    const key = name(reader);
    expect(reader, ':');
    pairs.push([key, readValue(reader, depth + 1)]);
  }
  return Object.fromEntries(pairs);
}

function readValue(reader: Reader, depth: number): unknown {
  if (depth > mostDepth) throw new SyntaxError('nested too deep');
  if (take(reader, '$')) return reader.variables.get(name(reader));
  if (take(reader, '{')) return readPairs(reader, '}', depth);
  if (take(reader, '[')) {
    const list: unknown[] = [];
    while (!take(reader, ']')) list.push(readValue(reader, depth + 1));
    return list;
  }
  const text = peek(reader);
  if (text === undefined) throw new SyntaxError('expected a value');
  reader.position++;
  if (/^(?:".*"|-?\d[\d.]*|true|false|null)$/.test(text)) return JSON.parse(text);
  if (!/^\w+$/.test(text)) throw new SyntaxError(`unexpected ${text.slice(0, 20)}`);
  return text;
}

function name(reader: Reader): string {
  const text = peek(reader);
  if (text === undefined || !/^[A-Za-z_]\w*$/.test(text))
    throw new SyntaxError(`expected a name, found ${text?.slice(0, 20) ?? 'the end'}`);
  reader.position++;
  return text;
}

function expect(reader: Reader, text: string): void {
  if (!take(reader, text)) throw new SyntaxError(`expected ${text}, found ${peek(reader)?.slice(0, 20) ?? 'the end'}`);
}

function take(reader: Reader, text: string): boolean {
  if (peek(reader) !== text) return false;
  reader.position++;
  return true;
}

function peek(reader: Reader): string | undefined {
  return reader.tokens[reader.position];
}
