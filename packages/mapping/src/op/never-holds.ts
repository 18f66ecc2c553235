import type { Condition, Scalar } from '../map/rule.ts';
import type { Path } from '../path/path.ts';

/**
 * Whether a condition can hold for no document: `impossible` by what it says (nothing to be one of, two values of one
 * place), `unlisted` where it asks for values that the place's closed list does not have. `paths` has those of the condition.
 */
export function neverHolds(
  condition: Condition,
  paths: ReadonlyMap<string, Path>,
): 'impossible' | 'unlisted' | undefined {
  if (condition === true || 'present' in condition) return undefined;
  if ('not' in condition) return alwaysHolds(condition.not) ? 'impossible' : undefined;
  if ('all' in condition) {
    if (excludeEachOther(condition.all)) return 'impossible';
    return condition.all.map((part) => neverHolds(part, paths)).find((found) => found !== undefined);
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => neverHolds(part, paths));
    if (parts.includes(undefined)) return undefined;
    return parts.includes('unlisted') ? 'unlisted' : 'impossible';
  }
  const values = valuesOf(condition.is);
  if (values.length === 0) return 'impossible';
  const shape = paths.get(condition.path)?.shape;
  const codes = shape?.kind === 'leaf' ? shape.codes : undefined;
  return codes === undefined || values.some((value) => codes.has(String(value))) ? undefined : 'unlisted';
}

function alwaysHolds(condition: Condition): boolean {
  return condition === true || ('all' in condition && condition.all.every(alwaysHolds));
}

/** Whether two parts want different values of one place. */
function excludeEachOther(parts: readonly Condition[]): boolean {
  const wanted = new Map<string, readonly Scalar[]>();
  for (const part of parts) {
    if (part === true || !('is' in part)) continue;
    const before = wanted.get(part.path);
    const values = valuesOf(part.is).filter((value) => before === undefined || before.includes(value));
    if (values.length === 0) return true;
    wanted.set(part.path, values);
  }
  return false;
}

function valuesOf(is: Scalar | readonly Scalar[]): readonly Scalar[] {
  return typeof is === 'object' ? is : [is];
}
