import type { Severity } from '@dist/canonical';
import type { ConstRule } from '../map/rule.ts';
import { isAbsent } from '../run/own.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { leafPath } from './compile-paths.ts';
import { type LeafPath, locate, placeOf, reach, valueAt } from './leaf-path.ts';
import { needsOf } from './needs.ts';
import { type Action, nothing, type Operation } from './operation.ts';

/** A literal on one side: made when the side is written, verified when it is read. */
export function compileConst(context: CompileContext, rule: ConstRule, place: Place): Operation {
  const { native, canonical } = rule;
  if ((native === undefined) === (canonical === undefined)) {
    context.report(rule, 'rule-malformed', 'const needs native or canonical, one of them');
    return { read: nothing, write: nothing };
  }
  const side = native === undefined ? 'canonical' : 'native';
  const path = leafPath(context, rule, side, native ?? canonical ?? '', place);
  if (path === undefined) return { read: nothing, write: nothing };
  const { shape } = path.path;
  if (shape.kind === 'leaf' && shape.codes !== undefined && !shape.codes.has(String(rule.value))) {
    const expected = [...shape.codes].slice(0, 20).join(', ');
    context.report(rule, 'value-not-in-list', `${rule.value} is none of the values of ${path.path.text}`, {
      side,
      expected,
    });
  }
  const made = make(rule, path);
  const severity = rule.severity ?? (side === 'native' ? 'warning' : 'error');
  const verified = verify(rule, path, severity, place.scope.length > 0);
  const needs = needsOf({ ...path.path, steps: path.hops });
  if (side === 'native') return { read: verified, write: made, needs: { read: needs, write: [] } };
  return { read: made, write: verified, needs: { read: [], write: needs } };
}

function make(rule: ConstRule, path: LeafPath): Action {
  return (run, source, target) => {
    const owner = reach(run, target, path);
    if (!owner.set(path.key, rule.value)) {
      const message = `${path.path.text} has another value from an earlier rule`;
      run.report(rule.id, 'value-conflict', 'warning', source.path(), { message });
    }
    if (run.isTracing)
      run.traced({
        rule: rule.id,
        as: undefined,
        found: undefined,
        value: rule.value,
        from: undefined,
        fromKeys: [],
        to: owner,
        toKeys: path.keys,
      });
  };
}

function verify(rule: ConstRule, path: LeafPath, severity: Severity, conditional: boolean): Action {
  return (run, source) => {
    const owner = locate(run, source, path);
    const found = valueAt(owner, path.key);
    if (owner === undefined) return;
    // What stands there instead is put back, although writing makes the literal.
    if (found !== rule.value) run.keep(owner, [{ key: path.key, made: rule.value, sent: found }]);
    if (conditional && !isAbsent(found)) owner.keepLiteral({ key: path.key, made: undefined, sent: found });
    if (isAbsent(found)) owner.pass(path.key);
    else owner.verify(path.key);
    if (found === rule.value || isAbsent(found)) return;
    const expected = String(rule.value);
    const message = `expected ${JSON.stringify(rule.value)}, found ${JSON.stringify(found)}`;
    run.report(rule.id, 'const-differs', severity, placeOf(source, path), { message, expected, found });
  };
}
