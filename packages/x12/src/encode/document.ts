import type { Issue } from '../issue.ts';
import { makeIssue } from '../make-issue.ts';

/** A plain object of a typed document, as it came: nothing about it is known yet. */
export type DocumentObject = Readonly<Record<string, unknown>>;

export type Path = readonly (string | number)[];

export const isObject = (value: unknown): value is DocumentObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own property; what an object inherits (`constructor`, `__proto__`) is never data. */
export function propertyOf(object: DocumentObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** An object and its place in the document. */
export interface Placed {
  readonly value: DocumentObject;
  readonly path: Path;
}

/** The objects at a place: one, or those of an array where the standard allows several. */
export function itemsOf(value: unknown, isMany: boolean, path: Path, report: (issue: Issue) => void): Placed[] {
  if (isMany !== Array.isArray(value)) {
    report(valueFault(path, isMany ? 'an array of objects' : 'an object', value));
    return [];
  }
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((item, index) => {
    const place = isMany ? [...path, index] : path;
    if (isObject(item)) return [{ value: item, path: place }];
    report(valueFault(place, 'an object', item));
    return [];
  });
}

/** Every property must have its place: one that is not known would be lost in silence. */
export function checkProperties(
  object: DocumentObject,
  known: readonly string[],
  path: Path,
  report: (issue: Issue) => void,
): void {
  for (const key of Object.keys(object)) {
    if (known.includes(key) || object[key] === undefined) continue;
    report(
      makeIssue('document-property', {
        message: `${placeOf(path)} has no property ${JSON.stringify(key)}`,
        ...nowhere,
        path: [...path, key],
        expected: known.length > 12 ? `one of ${known.slice(0, 12).join(', ')}, …` : `one of ${known.join(', ')}`,
        found: key,
      }),
    );
  }
}

/** A value of the wrong kind. */
export function valueFault(path: Path, expected: string, found: unknown): Issue {
  const message = `${placeOf(path)} must be ${expected}`;
  return makeIssue('document-value', { message, ...nowhere, path, expected, found: kindOf(found) });
}

/** A document has no bytes to point at: `path` tells the place. */
const nowhere = { at: { offset: 0, length: 0 }, address: {} } as const;

const placeOf = (path: Path): string => (path.length === 0 ? 'the document' : path.join('.'));

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : `${typeof value}`;
}
