import type { Condition } from '../map/rule.ts';
import type { Path } from '../path/path.ts';

/**
 * The property that must stand at the place of a rule, and the one inside that, for the rule to do anything at all. None where
 * it always does something.
 */
export type Needs = readonly [] | readonly [string] | readonly [string, string];

/** What must stand there for a path to lead to a value. */
export function needsOf({ absolute, steps }: Pick<Path, 'absolute' | 'steps'>): Needs {
  const [first, second] = steps;
  if (absolute || first === undefined) return [];
  return second === undefined || first.many ? [first.key] : [first.key, second.key];
}

/** What must stand there for a condition to hold. */
export function needsOfCondition(condition: Condition, paths: ReadonlyMap<string, Path>): Needs {
  if (condition === true || 'not' in condition) return [];
  if ('all' in condition) {
    const parts = condition.all.map((part) => needsOfCondition(part, paths));
    return parts.find(({ length }) => length > 1) ?? parts.find(({ length }) => length > 0) ?? [];
  }
  if ('any' in condition) {
    const [first = [], ...others] = condition.any.map((part) => needsOfCondition(part, paths));
    return common(first, others);
  }
  const path = paths.get(condition.path);
  return path === undefined || ('present' in condition && !condition.present) ? [] : needsOf(path);
}

/** What all of them need. */
function common(first: Needs, others: readonly Needs[]): Needs {
  const [one, two] = first;
  if (one === undefined || others.some(([other]) => other !== one)) return [];
  return two === undefined || others.some(([, other]) => other !== two) ? [one] : first;
}
