import type { Side } from '../issue.ts';
import type { EachRule } from '../map/rule.ts';
import type { Path } from '../path/path.ts';
import { Builder } from '../run/builder.ts';
import type { Cursor } from '../run/cursor.ts';
import { nameText } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import { valuesAt } from '../run/values-at.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { type ListPath, listPath } from './compile-paths.ts';
import { compileCondition, type Test } from './condition.ts';
import { type LeafPath, locate, reach, toLeafPath } from './leaf-path.ts';
import { type Names, nameOf } from './name-of.ts';
import { type Action, nothing, type Operation } from './operation.ts';

/** A list on each side, item by item. */
export function compileEach(context: CompileContext, rule: EachRule, place: Place): Operation {
  const native = listPath(context, rule, 'native', rule.native, place);
  const canonical = listPath(context, rule, 'canonical', rule.canonical, place);
  if (native === undefined || canonical === undefined) return { read: nothing, write: nothing };
  const item: Place = { ...place, native: begin(native, rule), canonical: begin(canonical, rule) };
  const inner = context.rules(rule.rules, item);
  const key = rule.key === undefined ? undefined : context.path(rule, 'canonical', rule.key, item, 'look')?.path;
  const test = (side: Side): Test => {
    const condition = rule.where?.[side];
    if (condition === undefined) return () => true;
    return compileCondition(condition, (text) => context.path(rule, side, text, item, 'look')?.path);
  };
  const readKey = key === undefined ? undefined : toLeafPath(key);
  return {
    read: every({
      rule,
      from: native,
      to: canonical,
      chosen: test('native'),
      inner: inner.read,
      keyOf: keyOfMade(readKey),
    }),
    write: every({
      rule,
      from: canonical,
      to: native,
      chosen: test('canonical'),
      inner: inner.write,
      keyOf: keyOfRead(key),
    }),
  };
}

/** Items of different rules are different places. */
function begin({ end }: ListPath, rule: EachRule) {
  return { ...end, trail: `${end.trail}{${rule.id}}` };
}

interface Each {
  readonly rule: EachRule;
  readonly from: ListPath;
  readonly to: ListPath;
  readonly chosen: Test;
  readonly inner: Action;
  /** The canonical value that tells items apart. */
  readonly keyOf: (run: Run, source: Cursor, target: Builder) => string | undefined;
}

function every({ rule, from, to, chosen, inner, keyOf }: Each): Action {
  return (run, source, target) => {
    const owner = locate(run, source, from);
    if (owner === undefined) return;
    const items = owner.list(from.step).filter((item) => chosen(run, item));
    if (items.length === 0) return;
    const made = reach(run, target, to);
    const before = run.position;
    const seen: Names = new Map();
    items.forEach((item, at) => {
      run.position = at + 1;
      const into = itemOf(run, rule, to, made, at, item);
      if (into === undefined) return;
      item.entered = true;
      inner(run, item, into);
      if (into.touched) name(item, into, rule, keyOf(run, item, into), seen);
    });
    run.position = before;
  };
}

/** The item to be filled; undefined, and reported, where the target holds only one. */
function itemOf(
  run: Run,
  rule: EachRule,
  { step }: ListPath,
  made: Builder,
  at: number,
  item: Cursor,
): Builder | undefined {
  if (step.many) return made.add(step, rule.id);
  if (at === 0) return made.go(step);
  const message = 'the other side has room for one item only';
  run.report(rule.id, 'items-too-many', 'error', item.path(), { message });
  return undefined;
}

/** Gives the item read and the item made one name, by which the complement finds the second. */
function name(item: Cursor, into: Builder, rule: EachRule, key: string | undefined, seen: Names): void {
  item.slot = nameOf(seen, '', key);
  item.group = rule.id;
  item.make();
  into.slot = item.slot;
}

function keyOfMade(key: LeafPath | undefined): Each['keyOf'] {
  if (key === undefined) return () => undefined;
  return (_run, _source, target) => {
    let at = target;
    for (const hop of key.hops) {
      const next = at.fields.get(hop.key);
      if (!(next instanceof Builder)) return undefined;
      at = next;
    }
    const value = at.at(key.key);
    return nameText(value);
  };
}

function keyOfRead(key: Path | undefined): Each['keyOf'] {
  if (key === undefined) return () => undefined;
  return (run, source) => {
    const value = (key.absolute ? run.valuesAtRoot(key) : valuesAt(source.value, key))[0];
    return nameText(value);
  };
}
