import type { Shape } from '../shape/shape.ts';

/** A condition on an item of a list: the value at `keys` inside it, as text. */
export interface Select {
  readonly keys: readonly string[];
  readonly value: string;
}

/** One step from an object to one of its places. */
export interface Step {
  readonly key: string;
  /** A list stands there. */
  readonly many: boolean;
  /** Conditions on the item (or on the object itself where not `many`). */
  readonly select: readonly Select[];
  /** Place in the list, from 0. */
  readonly index: number | undefined;
  /** All items: `[]`. */
  readonly all: boolean;
  /** Without a condition the first item is meant, as in X12; otherwise the list itself. */
  readonly takesFirst: boolean;
  /** What tells this step's item apart from those of other rules in the same list. */
  readonly slot: string;
  /** Key of the list of the levels below, where the items form a tree. */
  readonly children: string | undefined;
  /** What stands there: the item where `many`. */
  readonly shape: Shape;
}

/** A path, parsed once when a map is compiled. */
export interface Path {
  readonly text: string;
  /** From the document, wherever the rule stands. */
  readonly absolute: boolean;
  /** None for `.`, the place itself. */
  readonly steps: readonly Step[];
  /** What stands at its end. */
  readonly shape: Shape;
}

/** Why a text is no path here. */
export interface PathFault {
  readonly code: 'path-malformed' | 'path-unknown';
  readonly message: string;
  readonly expected?: string | undefined;
}

export function isFault(path: Path | PathFault): path is PathFault {
  return 'code' in path;
}
