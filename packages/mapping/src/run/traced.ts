import type { NamedPlace, Notation } from '../format/notation.ts';
import type { Builder } from './builder.ts';
import type { Cursor } from './cursor.ts';

/** One value that went from one side to the other. */
export interface TraceStep {
  readonly rule: string;
  /** Place in the source, in the notation of its paths; absent where the rule itself gave the value. */
  readonly from?: string | undefined;
  readonly to: string;
  readonly as?: string | undefined;
  readonly found?: unknown;
  readonly value: unknown;
}

/** A trace step before its places are put in words: only when all is made it is known where in its list an item stands. */
export interface Traced {
  readonly rule: string;
  readonly as: string | undefined;
  readonly found: unknown;
  readonly value: unknown;
  /** An object of the source, and the keys from there. */
  readonly from: Cursor | undefined;
  readonly fromKeys: readonly (string | number)[];
  /** An object that was made, and the keys from there. */
  readonly to: Builder;
  readonly toKeys: readonly string[];
}

/** Trace steps in words. */
export function inWords(steps: readonly Traced[], source: Notation, target: Notation): TraceStep[] {
  const froms = new Map<Cursor, NamedPlace>();
  const tos = new Map<Builder, NamedPlace>();
  return steps.map(({ rule, as, found, value, from, fromKeys, to, toKeys }) => {
    const place = from === undefined ? undefined : textOf(source, cursorPlace(source, froms, from), fromKeys);
    // Field by field: to take an object apart and together again costs as much as the whole run.
    return { rule, from: place, to: textOf(target, builderPlace(target, tos, to), toKeys), as, found, value };
  });
}

function textOf(notation: Notation, start: NamedPlace, keys: readonly (string | number)[]): string {
  let place = start;
  for (const key of keys) place = notation.inside(place, key);
  return place.text;
}

/** The name of an object, which most of its values ask for. */
function cursorPlace(notation: Notation, known: Map<Cursor, NamedPlace>, at: Cursor): NamedPlace {
  const { parent, key } = at;
  if (parent === undefined) return notation.root;
  const place = known.get(at) ?? notation.inside(cursorPlace(notation, known, parent), key);
  known.set(at, place);
  return place;
}

function builderPlace(notation: Notation, known: Map<Builder, NamedPlace>, at: Builder): NamedPlace {
  const { parent, key, listKey } = at;
  if (parent === undefined) return notation.root;
  const around = known.get(at);
  if (around !== undefined) return around;
  const holder = builderPlace(notation, known, parent);
  const place =
    typeof key === 'number' ? notation.inside(notation.inside(holder, listKey), key) : notation.inside(holder, key);
  known.set(at, place);
  return place;
}
