import type { Severity } from '@dist/canonical';

/** A plain JSON value. */
export type Scalar = string | number | boolean;

/** A direction: `read` makes the canonical document from the native one, `write` the native one. */
export type Direction = 'read' | 'write';

interface RuleBase {
  /** Unique in the map with its overlays; overlays patch by it. */
  id: string;
  /** Why the rule is there, for people. */
  note?: string | undefined;
  /** Limits the rule to one direction. */
  only?: Direction | undefined;
}

/** One value on each side. Lists of paths go with codecs of several values. */
export interface BindRule extends RuleBase {
  op?: 'bind' | undefined;
  canonical: string | readonly string[];
  native: string | readonly string[];
  /** Name of the codec; `text` when absent. */
  as?: string | undefined;
  /** Its absence is an error: in both directions, or in one. */
  required?: boolean | Direction | undefined;
  /** The canonical value that stands for an absent one, in both directions. */
  default?: Scalar | undefined;
  /** A value equal to `default` is not written. */
  omitDefault?: boolean | undefined;
  /** Severity of its issues; `error` when absent. */
  severity?: Severity | undefined;
}

/** A literal: native, written and verified on read; or canonical, set on read and verified on write. */
export interface ConstRule extends RuleBase {
  op: 'const';
  native?: string | undefined;
  canonical?: string | undefined;
  value: Scalar;
  /** Severity of a difference: `warning` for native, `error` for canonical when absent. */
  severity?: Severity | undefined;
}

/** An object on each side. */
export interface OneRule extends RuleBase {
  op: 'one';
  canonical: string;
  native: string;
  rules: readonly Rule[];
}

/** A list on each side, item by item. */
export interface EachRule extends RuleBase {
  op: 'each';
  canonical: string;
  native: string;
  /** Which items, beside the condition in the path. */
  where?: SidedCondition | undefined;
  /** Canonical path inside the item that tells items apart, for the complement. */
  key?: string | undefined;
  rules: readonly Rule[];
}

/** What a qualifier means: the identifier's scheme, and the codec of its value. */
export interface PairCode {
  scheme: string;
  as?: string | undefined;
}

/** Qualifier and value in neighbouring elements ↔ a list of `{ scheme, value }`. */
export interface PairsRule extends RuleBase {
  op: 'pairs';
  canonical: string;
  /** Path of the segment; the place itself when absent. */
  native?: string | undefined;
  /** Number of the first qualifier's element. */
  from: number;
  /** Number of the last value's element; the segment's last when absent. */
  to?: number | undefined;
  codes: Readonly<Record<string, PairCode>>;
  /** Codes in the order they are tried and written. */
  order?: readonly string[] | undefined;
  /** Each code of `order` has its fixed place. */
  positional?: boolean | undefined;
  /** Several codes with one scheme and codec are meant. */
  lossy?: boolean | undefined;
}

/** A question to one document; `true` always holds. */
export type Condition =
  | true
  | { path: string; is: Scalar | readonly Scalar[] }
  | { path: string; present: boolean }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };

/** A condition for each direction: native on read, canonical on write. For `when`, a side left out never holds. */
export interface SidedCondition {
  canonical?: Condition | undefined;
  native?: Condition | undefined;
}

/** Rules under a condition. */
export interface WhenRule extends RuleBase {
  op: 'when';
  if: SidedCondition;
  rules: readonly Rule[];
}

/** What a `calc` rule derives. */
export type CalcFunction = 'count' | 'sum' | 'sumProduct' | 'index';

/** A value derived when its side is written and verified when it is read. */
export interface CalcRule extends RuleBase {
  op: 'calc';
  native?: string | undefined;
  canonical?: string | undefined;
  function: CalcFunction;
  /** What it is derived from: canonical paths, or native ones. */
  of?: string | readonly string[] | { native: string | readonly string[] } | undefined;
  as?: string | undefined;
  /** Largest difference that passes when verified, a decimal; `0` when absent. */
  tolerance?: string | undefined;
  /** Decimal places that `sumProduct` is rounded to. */
  places?: number | undefined;
  severity?: Severity | undefined;
}

/** What a level of an HL tree stands for. */
export type LevelRule =
  | { holds: 'document'; rules: readonly Rule[] }
  | { holds: 'group'; rules: readonly Rule[] }
  | { holds: 'unit'; type: string; rules: readonly Rule[] }
  | { holds: 'item'; rules: readonly Rule[] };

/** The HL tree of an 856 ↔ the flat units and items of a Shipment. */
export interface NestRule extends RuleBase {
  op: 'nest';
  native: string;
  /** Canonical path of the list of units. */
  units: string;
  /** Canonical path of the list of packed items. */
  items: string;
  /** Order of the levels when writing, outermost first. */
  levels: readonly string[];
  define: Readonly<Record<string, LevelRule>>;
  /** Defined levels that `levels` leaves out on purpose. */
  lossy?: readonly string[] | undefined;
  /**
   * Canonical paths of decimals inside an item. Items in one level above, of which the rules read the same apart from
   * these, are written as one level with the exact sums. For `levels` without units that end with the item.
   */
  sum?: readonly string[] | undefined;
  /** Code of the level order, for instance BSN05. */
  structure?: { native: string; codes: Readonly<Record<string, string>> } | undefined;
  /** False: HL04 is not written. */
  childCode?: boolean | undefined;
}

/** One element of an `alloc` and its codec. */
export interface AllocPart {
  element: number;
  as?: string | undefined;
}

/** SDQ segments ↔ a list of `{ location, quantity }`. */
export interface AllocRule extends RuleBase {
  op: 'alloc';
  canonical: string;
  native: string;
  /** Element of the unit (SDQ01). */
  unit: AllocPart;
  /** Element of the location's qualifier (SDQ02). */
  scheme: AllocPart;
  /** Number of the first location's element (3). */
  from: number;
  /** Most pairs in one segment (10). */
  pairs: number;
  /** Codec of the quantity; `decimal` when absent. */
  as?: string | undefined;
}

/** One rule of a map. The set is closed: everything a map can do is one of these. */
export type Rule = BindRule | ConstRule | OneRule | EachRule | PairsRule | WhenRule | CalcRule | NestRule | AllocRule;
