import { Builder } from '../run/builder.ts';
import { Cursor } from '../run/cursor.ts';
import { type Names, nameOf } from '../run/name-of.ts';
import { isAbsent, nameText, own } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import { locate, placeOf, reach, valueAt } from './leaf-path.ts';
import type { Level, Nest } from './nest.ts';
import type { Action } from './operation.ts';
import { structureCode } from './structure-code.ts';

/** Trees of partners are six levels deep at most; deeper ones are hostile. */
const deepest = 20;

/** Reads the tree from the top: what a level says holds for all items below it. */
export function readNest(nest: Nest): Action {
  return (run, source, target) => {
    const roots = locate(run, source, nest.native)?.list(nest.native.step) ?? [];
    const before = run.position;
    const walk: Walk = {
      nest,
      run,
      target,
      units: new Map(),
      unitIds: new Set(),
      counts: new Map(),
      itemNames: new Map(),
      order: [],
    };
    const names: Names = new Map();
    for (const root of roots) readLevel(walk, root, top, names);
    run.position = before;
    if (walk.order.length > 0) verifyStructure(walk, source);
  };
}

/** What one reading of a tree gathers. */
interface Walk {
  readonly nest: Nest;
  readonly run: Run;
  readonly target: Builder;
  /** By type and SSCC: a carton of several orders stands in the tree several times. */
  readonly units: Map<string, Unit>;
  readonly unitIds: Set<string>;
  /** How many levels of a code were met. */
  readonly counts: Map<string, number>;
  readonly itemNames: Names;
  /** The longest order of levels met. */
  order: readonly string[];
}

interface Unit {
  readonly id: string;
  readonly builder: Builder;
  readonly sscc: string | undefined;
}

/** A group level on the way to an item. */
interface Group {
  readonly cursor: Cursor;
  readonly level: Level;
  readonly position: number;
  /** The first item that its rules were read for. */
  item: Builder | undefined;
}

/** What lies around a level. */
interface Around {
  readonly order: readonly string[];
  readonly groups: readonly Group[];
  readonly unit: Unit | undefined;
  /** The item around it, and the units found below it. */
  readonly item:
    | { readonly builder: Builder; readonly units: { readonly unit: Unit; readonly in: Unit | undefined }[] }
    | undefined;
}

const top: Around = { order: [], groups: [], unit: undefined, item: undefined };

function readLevel(walk: Walk, cursor: Cursor, around: Around, names: Names): void {
  const { nest, run } = walk;
  const head = cursor.go(nest.tree.head);
  const code = own(head?.value, nest.tree.level);
  const level = typeof code === 'string' ? nest.levels.get(code) : undefined;
  if (level === undefined || around.order.length >= deepest) {
    const expected = level === undefined ? [...nest.levels.keys()].join(', ') : `at most ${deepest} levels`;
    const message = level === undefined ? `no rule for level ${JSON.stringify(code ?? '')}` : 'the tree is too deep';
    const path = [...cursor.path(), nest.tree.head.key, nest.tree.level];
    run.report(nest.rule.id, 'level-unmapped', 'error', path, { message, expected, found: code });
    return;
  }
  const children = cursor.list(nest.tree.children);
  if (head !== undefined) takeHead(walk, head, children.length > 0);
  const order = [...around.order, level.code];
  if (order.length > walk.order.length) walk.order = order;
  const position = (walk.counts.get(level.code) ?? 0) + 1;
  walk.counts.set(level.code, position);
  run.position = position;
  const inside = { ...enter(walk, level, cursor, around, position), order };
  const below: Names = new Map();
  for (const child of children) readLevel(walk, child, inside, below);
  if (level.held.holds === 'item') placeItem(walk, cursor, inside);
  cursor.group = `${nest.rule.id}/${level.code}`;
  cursor.slot = nameOf(names, level.code, keyOf(level, inside));
}

/** HL01 to HL04 are made again when the tree is written, so that only another HL04 is worth keeping. */
function takeHead({ nest, run }: Walk, head: Cursor, hasChildren: boolean): void {
  const { id, parent, level, child } = nest.tree;
  for (const key of [id, parent, level, child]) if (!isAbsent(own(head.value, key))) head.take(key);
  const made = nest.rule.childCode === false ? undefined : hasChildren ? '1' : '0';
  const sent = own(head.value, child);
  if (made !== sent) run.keep(head, [{ key: child, made, sent }]);
}

function enter(walk: Walk, level: Level, cursor: Cursor, around: Around, position: number): Around {
  const { run, target, nest } = walk;
  switch (level.held.holds) {
    case 'document':
      level.operation.read(run, cursor, target);
      return around;
    case 'group': {
      const group: Group = { cursor, level, position, item: undefined };
      if (around.item !== undefined) readGroup(run, group, around.item.builder);
      return { ...around, groups: [...around.groups, group] };
    }
    case 'unit': {
      const unit = readUnit(walk, level, level.held.type, cursor, around.unit);
      around.item?.units.push({ unit, in: around.unit });
      return { ...around, unit };
    }
    case 'item': {
      const builder = reach(run, target, nest.items).add(nest.items.step, nest.rule.id);
      for (const group of around.groups) readGroup(run, group, builder);
      run.position = position;
      level.operation.read(run, cursor, builder);
      return { ...around, item: { builder, units: [] } };
    }
  }
}

/** What a group says is read into each of its items; what is wrong with it is said once. */
function readGroup(run: Run, group: Group, item: Builder): void {
  run.position = group.position;
  run.muting(group.item === undefined ? [] : ['issues', 'forms'], () => {
    group.level.operation.read(run, group.cursor, item);
  });
  group.item ??= item;
}

function readUnit(walk: Walk, level: Level, type: string, cursor: Cursor, around: Unit | undefined): Unit {
  const { nest, run, target } = walk;
  // Which unit it is shows only when its rules were read.
  const trial = new Builder(nest.units.step.shape);
  const apart = new Cursor(cursor.value, cursor.parent, cursor.key);
  run.muting(['issues', 'forms', 'trace'], () => level.operation.read(run, apart, trial));
  const sscc = trial.at('sscc');
  const name = typeof sscc === 'string' ? `${type}|${sscc}` : undefined;
  const known = name === undefined ? undefined : walk.units.get(name);
  const list = reach(run, target, nest.units);
  const builder = known?.builder ?? list.add(nest.units.step, nest.rule.id);
  level.operation.read(run, cursor, builder);
  builder.set('type', type);
  if (around !== undefined && !builder.set('parentId', around.id)) {
    const message = `this unit lies in another one elsewhere in the tree, and not in ${around.id}`;
    run.report(nest.rule.id, 'unit-differs', 'warning', cursor.path(), { message, found: around.id });
  }
  if (known !== undefined) return known;
  const unit = { id: identify(walk, cursor, builder), builder, sscc: typeof sscc === 'string' ? sscc : undefined };
  builder.slot = unit.sscc === undefined ? `#${list.count(nest.units.step) - 1}` : `=${unit.sscc}`;
  if (name !== undefined) walk.units.set(name, unit);
  return unit;
}

/** The unit's id in the document: what a rule set, or HL01. */
function identify({ nest, run, unitIds }: Walk, cursor: Cursor, builder: Builder): string {
  const given = builder.at('unitId');
  const id = own(own(cursor.value, nest.tree.head.key), nest.tree.id);
  let unitId = nameText(given) ?? nameText(id) ?? 'unit';
  if (given === undefined) {
    // HL01 is unique by the standard; two equal ones must not become one unit.
    if (unitIds.has(unitId)) unitId = `${unitId}/${unitIds.size + 1}`;
    builder.set('unitId', unitId);
    run.traced({
      rule: nest.rule.id,
      as: undefined,
      found: id,
      value: unitId,
      from: cursor,
      fromKeys: [nest.tree.head.key, nest.tree.id],
      to: builder,
      toKeys: ['unitId'],
    });
  }
  unitIds.add(unitId);
  return unitId;
}

/** Puts an item into its unit: the innermost above it, or the one below it. */
function placeItem({ nest, run, itemNames }: Walk, cursor: Cursor, { unit, item }: Around): void {
  if (item === undefined) return;
  let holder = unit;
  for (const { unit: inner, in: outer } of item.units) {
    if (outer === holder) holder = inner;
    else {
      const message = 'the item has several units below it, and nothing says how much lies in which';
      run.report(nest.rule.id, 'unit-ambiguous', 'error', cursor.path(), { message });
    }
  }
  if (holder !== undefined) item.builder.set('unitId', holder.id);
  const { builder } = item;
  const key = JSON.stringify([builder.at('orderNumber'), holder?.sscc, builder.at('lineId')]);
  builder.slot = nameOf(itemNames, '', key);
}

/** What tells a level from its neighbours. */
function keyOf({ held }: Level, { unit, item, groups }: Around): unknown {
  if (held.holds === 'unit') return unit?.sscc;
  if (held.holds === 'item') return item?.builder.at('lineId');
  return held.holds === 'group' ? groups[groups.length - 1]?.item?.at('orderNumber') : undefined;
}

function verifyStructure({ nest, run, order }: Walk, source: Cursor): void {
  const { structure, rule } = nest;
  const codes = rule.structure?.codes ?? {};
  const owner = structure && locate(run, source, structure);
  if (structure === undefined || owner === undefined) return;
  const found = valueAt(owner, structure.key);
  const written =
    structureCode(
      codes,
      rule.levels.filter((code) => order.includes(code)),
    ) ?? structureCode(codes, rule.levels);
  if (found !== written) run.keep(owner, [{ key: structure.key, made: written, sent: found }]);
  if (isAbsent(found)) return;
  owner.verify(structure.key);
  const expected = structureCode(codes, order);
  if (found === expected || (expected === undefined && !Object.values(codes).some((code) => code === found))) return;
  const message = `found ${JSON.stringify(found)}, but the levels stand in the order ${order.join('-')}`;
  run.report(rule.id, 'structure-differs', 'warning', placeOf(source, structure), { message, expected, found });
}
