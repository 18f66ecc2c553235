import type { Definition } from '../definition/definition.ts';
import type { TransactionSet } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';
import { withDefaults } from '../limits.ts';
import { validateSet } from '../validate/validate-set.ts';
import { setLines } from './set-lines.ts';

/** The lines of a set against its definition, with the issues that are known of it, else those that it turns out to have. */
export function inspectedSet(
  set: TransactionSet,
  definition: Definition | undefined,
  known: readonly Issue[] | undefined,
): string[] {
  if (definition === undefined) return setLines(set, known ?? set.issues);
  const { root, levels, issues } = validateSet(definition, set, { issues: withDefaults().issues });
  return setLines(set, known ?? issues, { definition, root, levels });
}
