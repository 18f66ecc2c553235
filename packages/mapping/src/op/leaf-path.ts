import type { Path, Step } from '../path/path.ts';
import type { Builder } from '../run/builder.ts';
import type { Cursor } from '../run/cursor.ts';
import { own } from '../run/own.ts';
import type { Run } from '../run/run.ts';

/** A path to a value, cut into the way to the object that holds it and the key there. */
export interface LeafPath {
  readonly path: Path;
  readonly hops: readonly Step[];
  /** Undefined where the place itself is the value: an item of a list of scalars. */
  readonly key: string | undefined;
}

export function toLeafPath(path: Path): LeafPath {
  const last = path.steps[path.steps.length - 1];
  if (last === undefined || last.many) return { path, hops: path.steps, key: undefined };
  return { path, hops: path.steps.slice(0, -1), key: last.key };
}

/** The object that holds the value, if it exists. */
export function locate(run: Run, from: Cursor, { path, hops }: Pick<LeafPath, 'path' | 'hops'>): Cursor | undefined {
  if (path.absolute) return run.atRoot(hops);
  let at: Cursor | undefined = from;
  for (const hop of hops) {
    at = at.go(hop);
    if (at === undefined) return undefined;
  }
  return at;
}

/** The object that is to hold the value. */
export function reach(run: Run, from: Builder, { path, hops }: Pick<LeafPath, 'path' | 'hops'>): Builder {
  let at = path.absolute ? run.target : from;
  for (const hop of hops) at = at.go(hop);
  return at;
}

export function valueAt(owner: Cursor | undefined, key: string | undefined): unknown {
  return key === undefined ? owner?.value : own(owner?.value, key);
}

/** The place of a value that may not exist, for issues. */
export function placeOf(from: Cursor, { path, hops, key }: LeafPath): (string | number)[] {
  let at = path.absolute ? rootOf(from) : from;
  const missing: string[] = key === undefined ? [] : [key];
  for (const [index, hop] of hops.entries()) {
    const next = at.go(hop);
    if (next === undefined) {
      missing.unshift(...hops.slice(index).map((step) => step.key));
      break;
    }
    at = next;
  }
  return [...at.path(), ...missing];
}

function rootOf(from: Cursor): Cursor {
  let at = from;
  while (at.parent !== undefined) at = at.parent;
  return at;
}

/** The place of a value under construction. */
export function inside(owner: Builder, key: string | undefined): (string | number)[] {
  const path = owner.path();
  if (key !== undefined) path.push(key);
  return path;
}
