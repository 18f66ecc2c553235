import type { Delimiters } from '../envelope/interchange.ts';

/**
 * A companion guide: what a trading partner asks of a transaction set beyond the standard. Plain data, made from JSON by
 * `readGuide`; lengths count characters as the standard does, counts are uses within one repetition of the loop around.
 */
export interface Guide {
  /** Of the JSON Schema that an editor checks it by. */
  readonly $schema?: string | undefined;
  readonly name: string;
  readonly version?: string | undefined;
  /** ST01, for instance `850`. */
  readonly set: string;
  /** The release of the definition that it is laid over: `004010`. */
  readonly release: string;
  /** First and last day in force, `2026-01-31`; open where absent. */
  readonly effective?: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined;
  /** Where the rules were taken from. */
  readonly provenance?: readonly string[] | undefined;
  /** For people. */
  readonly notes?: readonly string[] | undefined;
  /** Segments of a sample document, for people. */
  readonly example?: string | undefined;
  readonly characters?: GuideCharacters | undefined;
  /** Separators that the partner wants; `write` takes them where none are given, `read` tells where others came. */
  readonly separators?: Delimiters | undefined;
  /** Orders of levels that are allowed, each by HL03 from the outermost in: `['S', 'O', 'T', 'P', 'I']`. */
  readonly levels?: readonly (readonly string[])[] | undefined;
  /** What a fault does, by issue code; `guide-*` stands for every code of the guide that is not named. */
  readonly violations?: Readonly<Record<string, Violation>> | undefined;
  readonly places?: readonly GuidePlace[] | undefined;
  readonly conditions?: readonly GuideCondition[] | undefined;
}

/** What a fault does: error, warning or information. A guide's own faults are accepted with errors unless it says otherwise. */
export type Violation = 'reject' | 'accept-with-errors' | 'silent';

/** Whether a place is filled. `dependent`: a condition says when, which is not checked by itself. */
export type Usage = 'required' | 'used' | 'dependent' | 'not-used';

/** A code that a guide allows, and what it means. */
export interface GuideCode {
  readonly code: string;
  readonly label?: string | undefined;
}

/** What the characters of a value must be: `no-blanks` forbids blanks only. */
export type ValueFormat = 'digits' | 'letters' | 'letters-and-digits' | 'upper-case' | 'no-blanks';

/** What a guide asks of one value. */
export interface ValueRule {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly format?: ValueFormat | undefined;
  /** Text that it begins with. */
  readonly starts?: string | undefined;
}

/** The rule of one place: a loop, a segment, an element or a component. */
export interface GuidePlace extends ValueRule {
  /** `REF[01=IA].02`, `PO1/PO102`, `HL[03=S]/TD5`: it holds for all that the path names. */
  readonly path: string;
  readonly usage?: Usage | undefined;
  /** Least uses of a segment or repetitions of a loop; 1 where it is required. */
  readonly least?: number | undefined;
  /** Most uses, or repeats of an element. */
  readonly most?: number | undefined;
  /** The only codes allowed. */
  readonly codes?: readonly GuideCode[] | undefined;
  /** What the partner calls it. */
  readonly name?: string | undefined;
  readonly notes?: string | undefined;
}

/** When one thing is so, another must be so too. */
export interface GuideCondition {
  readonly id: string;
  /** The loop or segment in each of which it is asked; the whole set when absent. */
  readonly at?: string | undefined;
  /** Always, when absent. */
  readonly when?: Condition | undefined;
  readonly must: Condition;
  /** The rule as the partner words it. */
  readonly text?: string | undefined;
}

/**
 * A statement about a place, from where the condition stands; a path that begins with `/` is of the whole set. As `when` it is
 * true when one of the values fits, as `must` when there are some and all fit.
 */
export type Condition =
  | (ValueRule & { readonly path: string; readonly is?: readonly string[] | undefined })
  | { readonly path: string; readonly present: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** The characters of values, and what is written instead of others. */
export interface GuideCharacters {
  /** The basic or the extended character set of X12.6. */
  readonly set: 'basic' | 'extended';
  /** Further characters that are allowed. */
  readonly also?: string | undefined;
  /** Characters that are allowed by the set and not by the partner. */
  readonly except?: string | undefined;
  /** What is written instead of one character outside the set. */
  readonly replace?: Readonly<Record<string, string>> | undefined;
  /** Writes letters without accents, and in capitals where the set has no small ones. */
  readonly fold?: boolean | undefined;
  /** Written instead of what has no other replacement; without it such a value is refused. */
  readonly otherwise?: string | undefined;
}
