import type { Format } from '../format/format.ts';
import type { MappingIssue } from '../issue.ts';
import type { Condition } from '../map/rule.ts';
import { isFault } from '../path/path.ts';
import type { Constraint } from './constraint.ts';

/**
 * The paths of constraints that their document does not have, each as an issue `path-malformed` or `path-unknown` with the
 * constraint's id as its rule. `format` is that of the canonical document: `json({ schema: Order })`.
 */
export function constraintFaults(constraints: readonly Constraint[], format: Format): MappingIssue[] {
  return constraints.flatMap((constraint) => {
    const from = constraint.at === undefined ? undefined : format.parsePath(constraint.at, format.shape);
    if (from !== undefined && isFault(from)) return [issueOf(constraint, from)];
    return pathsOf(constraint).flatMap((text) => {
      const path = format.parsePath(text, from?.shape ?? format.shape);
      return isFault(path) ? [issueOf(constraint, path)] : [];
    });
  });
}

function pathsOf(constraint: Constraint): string[] {
  const { then } = constraint;
  const asked = constraint.if === undefined ? [] : conditionPaths(constraint.if);
  if (then === true || !('path' in then)) return [...asked, ...conditionPaths(then)];
  const other = 'differsFrom' in then && then.differsFrom !== undefined ? [then.differsFrom] : [];
  return [...asked, then.path, ...other];
}

function conditionPaths(condition: Condition): string[] {
  if (condition === true) return [];
  if ('all' in condition) return condition.all.flatMap(conditionPaths);
  if ('any' in condition) return condition.any.flatMap(conditionPaths);
  return 'not' in condition ? conditionPaths(condition.not) : [condition.path];
}

function issueOf(
  { id }: Constraint,
  { code, message, expected }: { code: string; message: string; expected?: string | undefined },
): MappingIssue {
  const text = `Constraint ${id}: ${message}`;
  return { code, severity: 'error', message: text, path: [], rule: id, side: 'canonical', expected };
}
