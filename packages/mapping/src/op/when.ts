import type { Side } from '../issue.ts';
import type { WhenRule } from '../map/rule.ts';
import type { CompileContext, Place } from './compile-context.ts';
import type { Test } from './condition.ts';
import type { Operation } from './operation.ts';
import { sidedTest } from './sided-test.ts';

/** Rules under a condition: of the native document on read, of the canonical one on write. */
export function compileWhen(context: CompileContext, rule: WhenRule, place: Place): Operation {
  const test = (side: Side): Test => {
    const condition = rule.if[side];
    return condition === undefined ? () => false : sidedTest(context, rule, side, place, condition);
  };
  const [native, canonical] = [test('native'), test('canonical')];
  // A side left out never holds, so that the rules inside run the other way only.
  const ways = {
    read: place.ways.read && rule.if.native !== undefined,
    write: place.ways.write && rule.if.canonical !== undefined,
  };
  if (!ways.read && !ways.write) context.report(rule, 'rule-dead', 'its condition has no side that could hold here');
  const inner = context.rules(rule.rules, { ...place, scope: [...place.scope, rule.id], ways });
  return {
    read: (run, source, target) => {
      if (native(run, source)) inner.read(run, source, target);
    },
    write: (run, source, target) => {
      if (canonical(run, source)) inner.write(run, source, target);
    },
  };
}
