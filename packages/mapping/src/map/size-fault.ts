/** What of a map or overlay may be how large. Maps that people write stay far below. */
const most = { depth: 64, rows: 20_000, rules: 5_000, values: 200_000, text: 20_000 };

/**
 * Why JSON is too large to be looked at as a map or overlay, in words; undefined where it is not. Counted before the schema
 * sees it, which recurses, and in time by what is counted, not by what there is.
 */
export function sizeFault(json: unknown): string | undefined {
  const left = { rules: most.rules, values: most.values };
  const waiting: Waiting[] = [{ value: json, depth: 0, name: '' }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const fault = visit(at, waiting, left);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

interface Waiting {
  readonly value: unknown;
  readonly depth: number;
  /** Its key, and at the top of a map that of what it stands in: `tables/unit`. */
  readonly name: string;
}

function visit(
  { value, depth, name }: Waiting,
  waiting: Waiting[],
  left: { rules: number; values: number },
): string | undefined {
  if (typeof value === 'string' && value.length > most.text) return `A text is longer than ${most.text} characters`;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= most.depth) return `The map is nested deeper than ${most.depth} levels`;
  const isTable = depth >= 2 && name.startsWith('tables/');
  const keys = Object.keys(value);
  left.values -= keys.length;
  if (isTable && keys.length > most.rows) return `Table ${name.slice(7, 87)} has more than ${most.rows} rows`;
  if (name === 'rules' && Array.isArray(value)) left.rules -= value.length;
  if (left.rules < 0) return `The map has more than ${most.rules} rules`;
  if (left.values < 0) return `The map has more than ${most.values} values`;
  for (const key of keys) {
    const path = isTable || (depth === 1 && name === 'tables') ? `tables/${key}` : key;
    waiting.push({ value: (value as Record<string, unknown>)[key], depth: depth + 1, name: path });
  }
  return undefined;
}
