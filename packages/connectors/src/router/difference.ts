/** Where two systems differ in one answer. */
export interface AnswerDifference {
  /** Place in the answer: `items.0.quantities.1.quantity.value`. */
  readonly path: string;
  readonly primary: unknown;
  readonly shadow: unknown;
}

/** Most differences that are told of one answer. */
const most = 50;

/** The places where two answers differ, field by field, in the order of the first. */
export function difference(primary: unknown, shadow: unknown): readonly AnswerDifference[] {
  const found: AnswerDifference[] = [];
  compare(primary, shadow, '', found);
  return found;
}

function compare(a: unknown, b: unknown, path: string, found: AnswerDifference[]): void {
  if (found.length >= most || Object.is(a, b)) return;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) {
    found.push({ path, primary: a, shadow: b });
    return;
  }
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    compare(a[name], b[name], path === '' ? name : `${path}.${name}`, found);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
