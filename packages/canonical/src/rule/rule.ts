import type { RoundingMode } from '../arithmetic/round.ts';
import type { Issue, Severity } from '../issue.ts';
import type { DecimalString } from '../value/value.ts';

/** What a partner's profile may set for the checks of amounts. */
export interface CheckSettings {
  /** How far a stated net amount or total may lie from the one computed; 0 by default. */
  tolerance?: DecimalString | undefined;
  /** What becomes of a half cent; `halfUp` by default. */
  rounding?: RoundingMode | undefined;
  /** Codes of the price basis that make a price of zero right, such as `['NC']` (X12 639); any zero price is when absent. */
  noChargeBases?: readonly string[] | undefined;
}

/** The settings with their defaults filled in. */
export interface CompleteSettings {
  tolerance: DecimalString;
  rounding: RoundingMode;
  noChargeBases?: readonly string[] | undefined;
}

/** One breach of a rule: the parts of an Issue that the rule itself does not fix. */
export interface Finding {
  message: string;
  path: readonly (string | number)[];
  expected?: string | undefined;
  found?: string | undefined;
}

/** What a rule is called, how much a breach of it weighs, and what it asks for, in half a sentence. */
export interface RuleName {
  readonly code: string;
  readonly severity: Severity;
  readonly meaning: string;
}

/** What no single field can state: a named check over a whole document. */
export interface Rule<T> extends RuleName {
  readonly find: (document: T, settings: CompleteSettings) => Iterable<Finding>;
}

/** Applies rules in their order. */
export function applyRules<T>(rules: readonly Rule<T>[], document: T, settings: CheckSettings): Issue[] {
  const complete: CompleteSettings = {
    tolerance: settings.tolerance ?? '0',
    rounding: settings.rounding ?? 'halfUp',
    noChargeBases: settings.noChargeBases,
  };
  return rules.flatMap(({ code, severity, find }) =>
    [...find(document, complete)].map((finding) => ({ code, severity, ...finding })),
  );
}
