import type { Side } from '../issue.ts';
import type { EachRule } from '../map/rule.ts';
import type { Path } from '../path/path.ts';
import { Builder } from '../run/builder.ts';
import type { Cursor } from '../run/cursor.ts';
import { firstAt } from '../run/first-at.ts';
import { nameText } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { type ListPath, listPath } from './compile-paths.ts';
import type { Test } from './condition.ts';
import { type LeafPath, locate, reach, toLeafPath } from './leaf-path.ts';
import { needsOf } from './needs.ts';
import { type Action, nothing, type Operation } from './operation.ts';
import { sidedTest } from './sided-test.ts';

/** A list on each side, item by item. */
export function compileEach(context: CompileContext, rule: EachRule, place: Place): Operation {
  const native = listPath(context, rule, 'native', rule.native, place);
  const canonical = listPath(context, rule, 'canonical', rule.canonical, place);
  if (native === undefined || canonical === undefined) return { read: nothing, write: nothing };
  const item: Place = { ...place, native: begin(native, rule), canonical: begin(canonical, rule) };
  const inner = context.rules(rule.rules, item);
  const key = rule.key === undefined ? undefined : context.path(rule, 'canonical', rule.key, item, 'look')?.path;
  const test = (side: Side): Test | undefined => {
    const condition = rule.where?.[side];
    return condition && sidedTest(context, rule, side, item, condition).test;
  };
  const readKey = key === undefined ? undefined : toLeafPath(key, context);
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
    needs: { read: needsOf(native.path), write: needsOf(canonical.path) },
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
  readonly chosen: Test | undefined;
  readonly inner: Action;
  /** The canonical value that tells items apart. */
  readonly keyOf: (run: Run, source: Cursor, target: Builder) => string | undefined;
}

function every({ rule, from, to, chosen, inner, keyOf }: Each): Action {
  return (run, source, target) => {
    const owner = locate(run, source, from);
    const items = owner?.list(from.step) ?? [];
    if (items.length === 0) return;
    const before = run.position;
    let made: Builder | undefined;
    let count = 0;
    for (const item of items) {
      if (chosen !== undefined && !chosen(run, item)) continue;
      made ??= reach(run, target, to);
      run.position = ++count;
      const into = itemOf(run, rule, to, made, count, item);
      if (into === undefined) continue;
      item.enter();
      inner(run, item, into);
      if (into.touched) name(item, into, rule, keyOf(run, item, into));
    }
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
  if (at === 1) return made.go(step);
  const message = 'the other side has room for one item only';
  run.report(rule.id, 'items-too-many', 'error', item.path(), { message });
  return undefined;
}

/** Gives the item read and the item made one key: by its name the complement finds the second. */
function name(item: Cursor, into: Builder, rule: EachRule, key: string | undefined): void {
  item.named = key ?? null;
  item.group = rule.id;
  item.make();
  into.named = item.named;
}

function keyOfMade(key: LeafPath | undefined): Each['keyOf'] {
  if (key === undefined) return () => undefined;
  return (_run, _source, target) => {
    let at = target;
    for (const hop of key.hops) {
      const next = at.kid(hop.key);
      if (!(next instanceof Builder)) return undefined;
      at = next;
    }
    const value = at.at(key.key);
    return nameText(value);
  };
}

function keyOfRead(key: Path | undefined): Each['keyOf'] {
  if (key === undefined) return () => undefined;
  const inside = firstAt(key);
  return (run, source) => {
    const value = key.absolute ? run.valuesAtRoot(key)[0] : inside(source.value);
    return nameText(value);
  };
}
