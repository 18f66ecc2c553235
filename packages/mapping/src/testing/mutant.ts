import type { Rule } from '../map/rule.ts';
import type { Partner } from './partner.ts';

/** Ways in which a map is wrong. */
export type MutantKind =
  | 'wrong-qualifier'
  | 'wrong-constant'
  | 'swapped-rows'
  | 'dropped-rule'
  | 'dropped-required'
  | 'wrong-codec'
  | 'wrong-level'
  | 'lost-bag'
  | 'wrong-default'
  | 'dropped-condition';

/** A partner with one thing wrong in one map. */
export interface Mutant {
  /** `wrong-qualifier:references/REF01`: the kind, the rule or table, and the place in it. */
  readonly id: string;
  readonly kind: MutantKind;
  /** Id of the rule, or name of the table. */
  readonly rule: string;
  /** Which of the partner's documents: `850 in`. */
  readonly document: string;
  /** The partner with that document alone, its map wrong. */
  readonly partner: Partner;
}

/** A rule made wrong; undefined where it is left out. */
export interface RuleMutation {
  readonly kind: MutantKind;
  /** The place in the rule; none where it is the rule as a whole. */
  readonly where?: string | undefined;
  /** The codes that it is about, where it is not about all that the rule does. */
  readonly codes?: readonly string[] | undefined;
  readonly rule: Rule | undefined;
}
