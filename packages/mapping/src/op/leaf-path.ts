import type { Path, Step } from '../path/path.ts';
import { type Builder, bitOf } from '../run/builder.ts';
import type { Cursor } from '../run/cursor.ts';
import { own } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import type { CompileContext } from './compile-context.ts';

/** A path to a value, cut into the way to the object that holds it and the key there. */
export interface LeafPath {
  readonly path: Path;
  readonly hops: readonly Step[];
  /** Undefined where the place itself is the value: an item of a list of scalars. */
  readonly key: string | undefined;
  /** The key in a list; none where the place itself is the value. */
  readonly keys: readonly string[];
  /** The bit of the key among those of a builder. */
  readonly bit: number;
}

export function toLeafPath(path: Path, context: Pick<CompileContext, 'way'>): LeafPath {
  const last = path.steps[path.steps.length - 1];
  const isWhole = last === undefined || last.many;
  const key = isWhole ? undefined : last.key;
  return {
    path,
    hops: context.way(isWhole ? path.steps : path.steps.slice(0, -1)),
    key,
    keys: key === undefined ? [] : [key],
    bit: bitOf(key),
  };
}

/** The object that holds the value, if it exists. */
export function locate(run: Run, from: Cursor, { path, hops }: Pick<LeafPath, 'path' | 'hops'>): Cursor | undefined {
  if (hops.length === 0) return path.absolute ? run.source : from;
  return (path.absolute ? run.source : from).follow(hops);
}

/** The object that is to hold the value. */
export function reach(run: Run, from: Builder, { path, hops }: Pick<LeafPath, 'path' | 'hops'>): Builder {
  const start = path.absolute ? run.target : from;
  return hops.length === 0 ? start : start.follow(hops);
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
