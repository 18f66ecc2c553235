import type { Severity } from '@dist/canonical';
import type { Codec } from '../codec/codec.ts';
import type { Side } from '../issue.ts';
import type { Direction, Rule } from '../map/rule.ts';
import type { Path, Step } from '../path/path.ts';
import type { Shape } from '../shape/shape.ts';
import type { Derived } from './derived.ts';
import type { FormatOperations } from './format-operations.ts';
import type { Operation } from './operation.ts';

/** What the rules of a map fill, place by place: compared with what must be filled. */
export interface Cover {
  /** By key and, in a list, the item that a path chooses. */
  readonly kids: Map<string, Cover>;
  readonly key: string;
}

/** One end of the place where rules stand. */
export interface End {
  readonly shape: Shape;
  readonly cover: Cover;
  /** Says in text where the place is, so that two rules for one place are found. */
  readonly trail: string;
  /** The keys that lead there, without conditions. */
  readonly keys: readonly string[];
}

/** Where rules stand: at the document, or inside another rule. */
export interface Place {
  readonly native: End;
  readonly canonical: End;
  /** Ids of the conditions around the rules: rules under different ones may fill the same place. */
  readonly scope: readonly string[];
  /** The directions in which rules here run. */
  readonly ways: Ways;
}

export type Ways = Readonly<Record<Direction, boolean>>;

/** What compiling a rule may ask for and say. */
export interface CompileContext {
  /** Compiles rules that stand at a place into one operation. */
  readonly rules: (rules: readonly Rule[], place: Place) => Operation;
  /** Parses a path and notes what it covers. Undefined, and reported, where there is no such place. */
  readonly path: (rule: Rule, side: Side, text: string, place: Place, only?: Only) => ParsedPath | undefined;
  /** The list of steps that is the same for all paths that go this way. */
  readonly way: (steps: readonly Step[]) => readonly Step[];
  readonly codec: (rule: Rule, name: string | undefined) => Codec | undefined;
  /** The operations that the native Format brings. */
  readonly operations: FormatOperations | undefined;
  /** The level order of a map with `direction` counts for that direction only. */
  readonly direction: Direction | undefined;
  /** Notes that a rule fills a place, and reports a second one. */
  readonly claim: (rule: Rule, side: Side, end: End, place: Place) => void;
  /** The values that `calc` rules derive; their ranks are known when all rules are compiled. */
  readonly derived: Derived[];
  readonly report: (rule: Rule, code: string, message: string, more?: Report) => void;
}

export interface Report {
  readonly severity?: Severity | undefined;
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
  readonly side?: Side | undefined;
}

/** `look`: the path is only looked at, and fills nothing. `all`: it may go through all items of a list, too. */
export type Only = 'look' | 'all';

/** A path with the end of the place it leads to. */
export interface ParsedPath {
  readonly path: Path;
  readonly end: End;
}
