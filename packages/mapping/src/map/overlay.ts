import type { Rule } from './rule.ts';

/** A rule added by an overlay. */
export interface AddedRule {
  /** Id of a rule with rules, or `<nest>/<level>`; the top when absent. */
  into?: string | undefined;
  /** Id of the rule it goes before; the end when absent. */
  before?: string | undefined;
  rule: Rule;
}

/** What a partner does differently, as a patch of a map by rule id. */
export interface Overlay {
  $schema?: string | undefined;
  id: string;
  version: string;
  /** Id of the map, or of an overlay before this one. */
  base: string;
  /** Rule id → what changes in it (objects merge, everything else is replaced, null removes), or null: the rule goes. */
  patch?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>> | undefined;
  add?: readonly AddedRule[] | undefined;
  /** Table name → entries that change; null removes an entry or a table. */
  tables?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>> | undefined;
}
