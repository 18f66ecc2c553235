import type { Side } from '../issue.ts';
import type { WhenRule } from '../map/rule.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { type Action, nothing, type Operation } from './operation.ts';
import { type SidedTest, sidedTest } from './sided-test.ts';

/** Rules under a condition: of the native document on read, of the canonical one on write. */
export function compileWhen(context: CompileContext, rule: WhenRule, place: Place): Operation {
  const test = (side: Side): SidedTest | undefined => {
    const condition = rule.if[side];
    return condition && sidedTest(context, rule, side, place, condition);
  };
  const [native, canonical] = [test('native'), test('canonical')];
  // A side left out never holds, so that the rules inside run the other way only.
  const ways = {
    read: place.ways.read && native !== undefined,
    write: place.ways.write && canonical !== undefined,
  };
  if (!ways.read && !ways.write) context.report(rule, 'rule-dead', 'its condition has no side that could hold here');
  const inner = context.rules(rule.rules, { ...place, scope: [...place.scope, rule.id], ways });
  return {
    read: under(native, inner.read),
    write: under(canonical, inner.write),
    needs: { read: native?.needs ?? [], write: canonical?.needs ?? [] },
  };
}

function under(condition: SidedTest | undefined, inner: Action): Action {
  if (condition === undefined || inner === nothing) return nothing;
  const { test } = condition;
  return (run, source, target) => {
    if (test(run, source)) inner(run, source, target);
  };
}
