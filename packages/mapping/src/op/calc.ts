import { add, compare, isDecimal, multiply, round, subtract } from '@dist/canonical/arithmetic';
import { type Codec, Refusal } from '../codec/codec.ts';
import { convertOne } from '../codec/convert.ts';
import type { Side } from '../issue.ts';
import type { CalcRule, Scalar } from '../map/rule.ts';
import type { Path } from '../path/path.ts';
import type { Builder } from '../run/builder.ts';
import type { Cursor } from '../run/cursor.ts';
import { isAbsent, isScalar } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import { valuesAt } from '../run/values-at.ts';
import { valuesBuilt } from '../run/values-built.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { leafPath } from './compile-paths.ts';
import type { Derived } from './derived.ts';
import { type LeafPath, locate, placeOf, reach, valueAt } from './leaf-path.ts';
import { type Action, nothing, type Operation } from './operation.ts';

/** A value derived when its side is made and verified when it is read. */
export function compileCalc(context: CompileContext, rule: CalcRule, place: Place): Operation {
  const side: Side = rule.native === undefined ? 'canonical' : 'native';
  const text = rule[side];
  const none = { read: nothing, write: nothing };
  if (text === undefined || (rule.native !== undefined && rule.canonical !== undefined)) {
    context.report(rule, 'rule-malformed', 'calc needs native or canonical, one of them');
    return none;
  }
  const path = leafPath(context, rule, side, text, place);
  const codec = context.codec(rule, rule.as);
  const of = operands(context, rule, place);
  if (path === undefined || codec === undefined || of === undefined) return none;
  const derived: Derived = {
    side,
    key: path.key,
    ofSide: of.side,
    ofKeys: new Set(of.paths.map(({ steps }) => steps[steps.length - 1]?.key)),
    rank: 0,
  };
  context.derived.push(derived);
  const calc = {
    rule,
    side,
    path,
    codec,
    of,
    derived,
    totals: new WeakMap<Run, Total>(),
    lists: new WeakMap<Run, Lists>(),
  };
  const [made, verified] = [derive(calc), verify(calc)];
  return side === 'native' ? { read: verified, write: made } : { read: made, write: verified };
}

interface Operands {
  readonly side: Side;
  readonly paths: readonly Path[];
}

interface Calc {
  readonly rule: CalcRule;
  readonly side: Side;
  readonly path: LeafPath;
  readonly codec: Codec;
  readonly of: Operands;
  readonly derived: Derived;
  /** What the whole of a document makes, of each run: in a list every item asks for it. */
  readonly totals: WeakMap<Run, Total>;
  /** The values at absolute paths of the side that is made, of each run. */
  readonly lists: WeakMap<Run, Lists>;
}

interface Total {
  readonly value: string | undefined;
}

type Lists = Map<Path, readonly unknown[]>;

const wanted: Readonly<Record<CalcRule['function'], number>> = { count: 1, sum: 1, sumProduct: 2, index: 0 };

function operands(context: CompileContext, rule: CalcRule, place: Place): Operands | undefined {
  const { of = [] } = rule;
  const isNative = typeof of === 'object' && 'native' in of;
  const side: Side = isNative ? 'native' : 'canonical';
  const given = isNative ? of.native : of;
  const texts = typeof given === 'string' ? [given] : given;
  if (texts.length !== wanted[rule.function]) {
    context.report(
      rule,
      'rule-malformed',
      `${rule.function} is of ${wanted[rule.function]} path(s), not ${texts.length}`,
    );
    return undefined;
  }
  const found = texts.map((text) => context.path(rule, side, text, place, 'all')?.path);
  const paths = found.filter((path) => path !== undefined);
  return paths.length === found.length ? { side, paths } : undefined;
}

function derive(calc: Calc): Action {
  const { rule, path, codec, side } = calc;
  return (run, source, target) => {
    if (run.isTrial) return;
    const position = run.position;
    later(calc, run, () => {
      const value = compute(calc, run, source, target, position);
      if (value === undefined) return unknown(run, calc, source);
      const made = side === 'native' ? convertOne(codec, value, 'write', run) : typed(value, path);
      if (made instanceof Refusal) return refused(run, calc, source, made, value);
      const owner = reach(run, target, path);
      owner.set(path.key, made);
      if (run.isTracing) {
        run.traced({
          rule: rule.id,
          as: rule.as,
          found: undefined,
          value: made,
          from: undefined,
          fromKeys: [],
          to: owner,
          toKeys: path.keys,
        });
      }
    });
  };
}

function verify(calc: Calc): Action {
  const { rule, path, codec, side } = calc;
  return (run, source, target) => {
    const owner = locate(run, source, path);
    const found = valueAt(owner, path.key);
    if (owner === undefined || !(isScalar(found) || isAbsent(found))) return;
    if (isAbsent(found)) owner.pass(path.key);
    else owner.verify(path.key);
    // What was verified before is not reported again.
    if (run.isMuted('issues')) return;
    const position = run.position;
    later(calc, run, () => {
      const value = compute(calc, run, source, target, position);
      if (value === undefined) return unknown(run, calc, source);
      const made = side === 'native' ? convertOne(codec, value, 'write', run) : typed(value, path);
      if (made !== found && !(made instanceof Refusal)) run.keep(owner, [{ key: path.key, made, sent: found }]);
      if (!isScalar(found) || isAbsent(found)) return;
      const stated = side === 'native' ? convertOne(codec, found, 'read', run) : found;
      if (stated instanceof Refusal) return refused(run, calc, source, stated, found);
      if (agrees(String(stated), value, rule.tolerance ?? '0')) return;
      const message = `expected ${value} (${rule.function}), found ${stated}`;
      run.report(rule.id, 'calc-differs', rule.severity ?? 'warning', placeOf(source, path), {
        message,
        expected: value,
        found,
      });
    });
  };
}

/** What is derived from the side that is being made waits until it is complete, and what it is derived of is derived. */
function later({ of, derived }: Calc, run: Run, action: () => void): void {
  if (of.side === run.targetSide) run.after.push({ rank: derived.rank, action });
  else action();
}

function compute(calc: Calc, run: Run, source: Cursor, target: Builder, position: number): string | undefined {
  const { rule, of, totals } = calc;
  if (rule.function === 'index') return String(position);
  const isOfWhole = of.paths.every(({ absolute }) => absolute);
  const known = isOfWhole ? totals.get(run) : undefined;
  if (known !== undefined) return known.value;
  const value = total(
    rule,
    of.paths.map((path) => valuesOf(calc, run, path, source, target)),
  );
  if (isOfWhole) totals.set(run, { value });
  return value;
}

function valuesOf({ of, lists }: Calc, run: Run, path: Path, source: Cursor, target: Builder): readonly unknown[] {
  if (of.side !== run.targetSide) return path.absolute ? run.valuesAtRoot(path) : valuesAt(source.value, path);
  if (!path.absolute) return valuesBuilt(target, path);
  const found = lists.get(run) ?? new Map();
  lists.set(run, found);
  const values = found.get(path) ?? valuesBuilt(run.target, path);
  found.set(path, values);
  return values;
}

function total(rule: CalcRule, lists: readonly (readonly unknown[])[]): string | undefined {
  if (rule.function === 'count') return String(lists[0]?.length ?? 0);
  // Said before they are looked at: one may be of the whole document, and asked for by each item.
  if (lists.some(({ length }) => length !== lists[0]?.length)) return undefined;
  const [first = [], second] = lists.map((list) => list.map(String));
  if (![...first, ...(second ?? [])].every(isShortDecimal)) return undefined;
  if (second === undefined) return first.reduce(add, '0');
  const exact = first.reduce((sum, value, at) => add(sum, multiply(value, second[at] ?? '0')), '0');
  return rule.places === undefined ? exact : round(exact, rule.places);
}

/** Exact arithmetic takes time by the number of digits, and how many there are is up to the sender. */
function isShortDecimal(text: string): boolean {
  return text.length <= 64 && isDecimal(text);
}

function agrees(stated: string, value: string, tolerance: string): boolean {
  if (!isShortDecimal(stated)) return false;
  const difference = subtract(stated, value);
  return compare(difference.replace('-', ''), tolerance) <= 0;
}

function typed(value: string, { path }: LeafPath): Scalar {
  return path.shape.kind === 'leaf' && path.shape.type === 'number' ? Number(value) : value;
}

function unknown(run: Run, { rule, path }: Calc, source: Cursor): void {
  const message = `${rule.function} needs decimals, as many in each list`;
  run.report(rule.id, 'calc-impossible', 'warning', placeOf(source, path), { message });
}

function refused(run: Run, { rule, path }: Calc, source: Cursor, { expected }: Refusal, found: unknown): void {
  const message = `expected ${expected}, found ${JSON.stringify(found)}`;
  run.report(rule.id, 'value-unmappable', rule.severity ?? 'error', placeOf(source, path), {
    message,
    expected,
    found,
  });
}
