import { own } from '../run/own.ts';

/** A place at which two JSON documents differ; undefined where one has nothing there. */
export interface Difference {
  /** `lines[0].price`; empty where the documents as a whole differ. */
  readonly path: string;
  readonly expected: unknown;
  readonly found: unknown;
}

export interface DifferenceOptions {
  /** Keys that are not expected may stand there. */
  readonly more?: boolean | undefined;
  /** How many are looked for; all when absent. */
  readonly most?: number | undefined;
}

/** Where two JSON documents differ, in the order of the expected one. A key without value is no key. */
export function differences(
  expected: unknown,
  found: unknown,
  { more = false, most = Number.POSITIVE_INFINITY }: DifferenceOptions = {},
): readonly Difference[] {
  const differing: Difference[] = [];
  gather(differing, { path: '', expected, found }, { more, most });
  return differing;
}

function gather(
  differing: Difference[],
  place: Difference,
  options: { readonly more: boolean; readonly most: number },
): void {
  const { path, expected, found } = place;
  if (Object.is(expected, found)) return;
  if (!isObject(expected) || !isObject(found) || Array.isArray(expected) !== Array.isArray(found)) {
    differing.push(place);
    return;
  }
  const isList = Array.isArray(expected);
  const others = options.more && !isList ? [] : Object.keys(found);
  for (const key of new Set([...Object.keys(expected), ...others])) {
    if (differing.length >= options.most) return;
    const inner = isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    gather(differing, { path: inner, expected: own(expected, key), found: own(found, key) }, options);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
