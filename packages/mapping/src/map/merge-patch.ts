import { setOwn } from '../run/own.ts';

/** A JSON merge patch (RFC 7396): objects merge, everything else is replaced, null removes. Neither is changed. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  const made: Record<string, unknown> = {};
  for (const [key, value] of merged) setOwn(made, key, value);
  return made;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
