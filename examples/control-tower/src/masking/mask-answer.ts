import { hidden, isPersonal, redact } from './personal-fields.ts';
import { personalValues } from './personal-values.ts';

/** Names and numbers of orders and their parts: they look like anything, and links are made of them. */
const numbers = new Set([
  ...['id', 'order', 'order_id', 'number', 'key', 'item', 'effect', 'causation', 'partner', 'next', 'at', 'since'],
  ...['controlNumber', 'controlNumbers', 'first', 'timer', 'hold', 'type', 'phase', 'traceparent'],
]);

const everything = /[\s\S]+/g;

/** Personal texts of an order, by its id; it rejects where the order cannot be read. */
export type PersonalOf = (order: string) => Promise<readonly string[]>;

/**
 * A copy of an answer for somebody who may only look: personal fields are hidden, e-mail addresses and telephone numbers
 * wherever they stand, and in sentences also what the personal fields of their order say. `asked` is the order that the whole
 * answer is about.
 */
export async function maskAnswer(answer: unknown, asked: string | undefined, personalOf: PersonalOf): Promise<unknown> {
  const orders = new Set(asked === undefined ? [] : [asked]);
  eachOrder(answer, 0, (order) => orders.add(order));
  const patterns = new Map<string, RegExp>();
  const own = personalValues(answer);
  for (const order of orders) {
    // Of an order that cannot be read nobody knows what is personal.
    const personal = await personalOf(order).catch(() => undefined);
    const pattern = personal === undefined ? everything : patternOf([...own, ...personal]);
    if (pattern !== undefined) patterns.set(order, pattern);
  }
  const rest = asked === undefined ? patternOf(own) : (patterns.get(asked) ?? patternOf(own));
  return masked(answer, { at: '', depth: 0, pattern: rest }, patterns);
}

interface Place {
  readonly at: string;
  readonly depth: number;
  readonly pattern: RegExp | undefined;
}

function masked(value: unknown, place: Place, patterns: ReadonlyMap<string, RegExp>): unknown {
  const { at, depth, pattern } = place;
  if (typeof value === 'string') return numbers.has(at) ? value : sentence(value, pattern);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 100) return hidden;
  if (Array.isArray(value)) return value.map((inner) => masked(inner, { at, depth: depth + 1, pattern }, patterns));
  const order = orderOf(value);
  const here = (order === undefined ? undefined : patterns.get(order)) ?? pattern;
  // `kind` says what number the value beside it is.
  const isNumber = (name: string) => name === 'value' && typeof (value as { kind?: unknown }).kind === 'string';
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (inner !== null && inner !== '' && isPersonal(name, value, at)) return [name, hidden];
      if (isNumber(name) && typeof inner === 'string') return [name, inner];
      return [name, masked(inner, { at: name, depth: depth + 1, pattern: here }, patterns)];
    }),
  );
}

function sentence(text: string, pattern: RegExp | undefined): string {
  return redact.text(pattern === undefined ? text : text.replace(pattern, hidden));
}

/** Any of some texts as whole words, in capital letters or not; the longest first, so that nothing is left of it. */
function patternOf(texts: readonly string[]): RegExp | undefined {
  if (texts.length === 0) return undefined;
  const any = [...new Set(texts)].sort((one, other) => other.length - one.length);
  const plain = any.map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${plain.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function eachOrder(value: unknown, depth: number, found: (order: string) => void): void {
  if (typeof value !== 'object' || value === null || depth > 100) return;
  const order = Array.isArray(value) ? undefined : orderOf(value);
  if (order !== undefined) found(order);
  for (const inner of Object.values(value)) eachOrder(inner, depth + 1, found);
}

/** The order that a row, a note or an act is of. */
function orderOf(value: object): string | undefined {
  const { order_id, order, first } = value as { order_id?: unknown; order?: unknown; first?: unknown };
  return [order_id, order, first].find((one) => typeof one === 'string' && one !== '') as string | undefined;
}
