import fc from 'fast-check';

type Path = readonly (string | number)[];

/** What stands where something else should: wrong types, missing parts, numbers that are none or too long. */
const hostileValues: readonly unknown[] = [
  undefined,
  null,
  5,
  true,
  '',
  'abc',
  '0',
  '-1',
  '1e5',
  'NaN',
  '.',
  '__proto__',
  '9'.repeat(64),
  '9'.repeat(65),
  [],
  [null],
  [[]],
  {},
  { value: 'abc', unit: 5 },
  Symbol('value'),
  Object.create(null),
];

/** A document with up to three of its parts replaced. */
export function mutated(document: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(document, []);
  const change = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...hostileValues));
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((value, [path, part]) => replaced(value, path, part), document));
}

function placesIn(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, stepOf(value, key)]))];
}

function stepOf(owner: object, key: string): string | number {
  return Array.isArray(owner) ? Number(key) : key;
}

function replaced(value: unknown, [step, ...rest]: Path, part: unknown): unknown {
  if (step === undefined) return part;
  if (Array.isArray(value)) return value.map((one, index) => (index === step ? replaced(one, rest, part) : one));
  if (typeof value !== 'object' || value === null) return value;
  const owner = value as Readonly<Record<string, unknown>>;
  return { ...owner, [step]: replaced(owner[step], rest, part) };
}
