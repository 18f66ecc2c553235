/** A value that differs between two documents: absent on one side, or another. */
export interface ValueChange {
  readonly path: readonly (string | number)[];
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What differs between two documents, value by value in the order of the first; lists are compared place by place. */
export function valueChanges(before: unknown, after: unknown): readonly ValueChange[] {
  return [...changes(before, after, [])];
}

function* changes(before: unknown, after: unknown, path: ValueChange['path']): Generator<ValueChange> {
  if (!isHolder(before) && !isHolder(after)) {
    if (before !== after) yield { path, before, after };
    return;
  }
  const [left, right] = [partsOf(before), partsOf(after)];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const step = Array.isArray(before ?? after) ? Number(key) : key;
    yield* changes(left.get(key), right.get(key), [...path, step]);
  }
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A map and not an object: a document may have a property of any name. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(isHolder(value) ? Object.entries(value) : []);
}
