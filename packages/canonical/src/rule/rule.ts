import type { RoundingMode } from '../arithmetic/round.ts';
import type { Issue, Severity } from '../issue.ts';
import type { DecimalString } from '../value/value.ts';

/** What a partner's profile may set for the checks of amounts. */
export interface CheckSettings {
  /** How far a stated net amount or total may lie from the one computed; 0 by default. */
  tolerance?: DecimalString | undefined;
  /** What becomes of a half cent; `halfUp` by default. */
  rounding?: RoundingMode | undefined;
}

/** The settings with their defaults filled in. */
export interface CompleteSettings {
  tolerance: DecimalString;
  rounding: RoundingMode;
}

/** One breach of a rule: the parts of an Issue that the rule itself does not fix. */
export interface Finding {
  message: string;
  path: readonly (string | number)[];
  expected?: string | undefined;
  found?: string | undefined;
}

/** What no single field can state: a named check over a whole document. */
export interface Rule<T> {
  code: string;
  severity: Severity;
  find: (document: T, settings: CompleteSettings) => Iterable<Finding>;
}

/** Applies rules in their order. */
export function applyRules<T>(rules: readonly Rule<T>[], document: T, settings: CheckSettings): Issue[] {
  const complete: CompleteSettings = {
    tolerance: settings.tolerance ?? '0',
    rounding: settings.rounding ?? 'halfUp',
  };
  return rules.flatMap(({ code, severity, find }) =>
    [...find(document, complete)].map((finding) => ({ code, severity, ...finding })),
  );
}
