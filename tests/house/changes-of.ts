/** JSON with one thing changed. */
export interface Change {
  /** What was done where: `rules.*.canonical: a number`; the same for all items of a list. */
  readonly change: string;
  readonly make: () => unknown;
}

type Path = readonly (string | number)[];

/** What stands in a place instead of what stood there. */
const instead: readonly (readonly [words: string, value: unknown])[] = [
  ['a number', 7],
  ['an empty text', ''],
  ['a text', 'zz'],
  ['null', null],
  ['a flag', true],
  ['an empty list', []],
  ['an empty object', {}],
];

/** JSON in every way that one place of it can be left out, filled with another type, or given a field that nobody knows. */
export function* changesOf(json: unknown): Generator<Change> {
  const seen = new Set<string>();
  for (const path of pathsIn(json)) {
    const place = `${path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')}${operationAt(json, path)}`;
    if (seen.has(place)) continue;
    seen.add(place);
    for (const [words, value] of instead)
      yield { change: `${place}: ${words}`, make: () => changed(json, path, () => value) };
    if (typeof path.at(-1) === 'string')
      yield { change: `${place}: left out`, make: () => changed(json, path, () => undefined) };
    if (isObject(at(json, path)))
      yield {
        change: `${place}: one more field`,
        make: () => changed(json, path, (one) => ({ ...Object(one), unheardOf: 1 })),
      };
  }
}

/** Rules are told apart by what they do. */
function operationAt(json: unknown, path: Path): string {
  const inner = path
    .map((_, index) => at(json, path.slice(0, index + 1)))
    .filter((one) => isObject(one) && 'id' in one);
  const rule = inner.at(-1);
  return isObject(rule) && typeof rule['op'] === 'string' ? ` of ${rule['op']}` : '';
}

function* pathsIn(json: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (Array.isArray(json)) for (const [index, one] of json.entries()) yield* pathsIn(one, [...path, index]);
  else if (isObject(json)) for (const [key, one] of Object.entries(json)) yield* pathsIn(one, [...path, key]);
}

function at(json: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], json);
}

function changed(json: unknown, [step, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (step === undefined) return change(json);
  const copy = (Array.isArray(json) ? [...json] : { ...Object(json) }) as Record<string | number, unknown>;
  copy[step] = changed(copy[step], rest, change);
  if (copy[step] === undefined) delete copy[step];
  return copy;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
