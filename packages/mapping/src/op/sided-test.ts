import type { Side } from '../issue.ts';
import type { Condition, Rule } from '../map/rule.ts';
import type { Path } from '../path/path.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { compileCondition, type Test } from './condition.ts';
import { type Needs, needsOfCondition } from './needs.ts';
import { neverHolds } from './never-holds.ts';

/** The condition of a rule on one side, compiled. Reported where it never holds, so that what stands under it is dead. */
export function sidedTest(
  context: CompileContext,
  rule: Rule,
  side: Side,
  place: Place,
  condition: Condition,
): SidedTest {
  const paths = new Map<string, Path>();
  const test = compileCondition(condition, (text) => {
    const path = context.path(rule, side, text, place, 'look')?.path;
    if (path !== undefined) paths.set(text, path);
    return path;
  });
  const never = place.ways[side === 'native' ? 'read' : 'write'] ? neverHolds(condition, paths) : undefined;
  if (never === 'impossible') context.report(rule, 'rule-dead', 'its condition never holds', { side });
  if (never === 'unlisted') {
    const message = 'its condition asks for a code that its element does not have';
    context.report(rule, 'rule-dead', message, { side, severity: 'warning' });
  }
  return { test, needs: needsOfCondition(condition, paths) };
}

/** A condition, compiled, and what must stand there for it to hold. */
export interface SidedTest {
  readonly test: Test;
  readonly needs: Needs;
}
