import { own } from '../run/own.ts';

/**
 * The first difference of two JSON documents as a sentence, `lines[0].price: 12.5 expected, nothing found`; undefined where
 * they are the same. A key without value is no key. With `more`, keys that are not expected may stand there.
 */
export function difference(expected: unknown, found: unknown, { more = false } = {}): string | undefined {
  return differenceAt(expected, found, '', more);
}

function differenceAt(expected: unknown, found: unknown, path: string, more: boolean): string | undefined {
  if (Object.is(expected, found)) return undefined;
  if (!isObject(expected) || !isObject(found) || Array.isArray(expected) !== Array.isArray(found)) {
    return `${path === '' ? 'the document' : path}: ${inWords(expected)} expected, ${inWords(found)} found`;
  }
  const isList = Array.isArray(expected);
  const others = more && !isList ? [] : Object.keys(found);
  for (const key of new Set([...Object.keys(expected), ...others])) {
    const place = isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const one = differenceAt(own(expected, key), own(found, key), place, more);
    if (one !== undefined) return one;
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function inWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
