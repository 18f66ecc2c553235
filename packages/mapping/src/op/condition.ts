import type { Condition } from '../map/rule.ts';
import type { Path } from '../path/path.ts';
import type { Cursor } from '../run/cursor.ts';
import { firstAt } from '../run/first-at.ts';
import type { Run } from '../run/run.ts';

/** A condition, compiled: whether it holds at a place of the source. Looking does not mark anything as read. */
export type Test = (run: Run, at: Cursor) => boolean;

/** Compiles a condition; `parse` gives undefined for a path that does not exist, which is reported there. */
export function compileCondition(condition: Condition, parse: (text: string) => Path | undefined): Test {
  if (condition === true) return () => true;
  if ('all' in condition) {
    const tests = condition.all.map((inner) => compileCondition(inner, parse));
    return (run, at) => tests.every((test) => test(run, at));
  }
  if ('any' in condition) {
    const tests = condition.any.map((inner) => compileCondition(inner, parse));
    return (run, at) => tests.some((test) => test(run, at));
  }
  if ('not' in condition) {
    const test = compileCondition(condition.not, parse);
    return (run, at) => !test(run, at);
  }
  const path = parse(condition.path);
  if (path === undefined) return () => false;
  const inside = firstAt(path);
  const first = (run: Run, at: Cursor) => (path.absolute ? run.valuesAtRoot(path)[0] : inside(at.value));
  if ('present' in condition) return (run, at) => (first(run, at) !== undefined) === condition.present;
  const { is } = condition;
  if (!Array.isArray(is)) return (run, at) => first(run, at) === is;
  const values = new Set<unknown>(is);
  return (run, at) => values.has(first(run, at));
}
