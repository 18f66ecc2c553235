import { own } from '../run/own.ts';

/** A copy of an object with another value at the keys. */
export function replaceIn(object: unknown, keys: readonly string[], value: string): unknown {
  const [key, ...inner] = keys;
  if (key === undefined) return value;
  return { ...(typeof object === 'object' ? object : {}), [key]: replaceIn(own(object, key), inner, value) };
}
