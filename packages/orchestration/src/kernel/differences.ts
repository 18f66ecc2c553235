/** The first few differences of two JSON values, in words: `lines.0.quantity.value 24 -> 30`. */
export function differences(before: unknown, after: unknown, limit = 3): readonly string[] {
  const found: string[] = [];
  compareAt('', before, after, found, limit);
  return found;
}

function compareAt(path: string, before: unknown, after: unknown, found: string[], limit: number): void {
  if (found.length >= limit || Object.is(before, after)) return;
  if (!isNode(before) || !isNode(after)) {
    found.push(`${path} ${show(before)} -> ${show(after)}`);
    return;
  }
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    compareAt(path === '' ? name : `${path}.${name}`, before[name], after[name], found, limit);
  }
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
