import type { Step } from '../path/path.ts';
import { Builder } from '../run/builder.ts';
import type { Cursor } from '../run/cursor.ts';
import { finish } from '../run/finish.ts';
import { type Names, nameOf } from '../run/name-of.ts';
import { isAbsent, nameText, own } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import { locate, reach } from './leaf-path.ts';
import type { Level, Nest } from './nest.ts';
import { writeSum } from './nest-sum.ts';
import { sumKey } from './nest-sum-key.ts';
import { readUnits, type Unit } from './nest-units.ts';
import type { Action } from './operation.ts';
import { structureCode } from './structure-code.ts';

/** Writes the levels in their order: items with the same values above them share the levels there. */
export function writeNest(nest: Nest): Action {
  return (run, source, target) => {
    const items = locate(run, source, nest.items)?.list(nest.items.step) ?? [];
    const writing: Writing = {
      nest,
      run,
      units: readUnits(nest, run, source),
      written: new Set(),
      count: 0,
      order: [],
    };
    const root = toTree(writing, source, items);
    const owner = reach(run, target, nest.native);
    const before = run.position;
    const names: Names = new Map();
    for (const node of root.nodes.values())
      writeLevel(writing, node, { owner, step: nest.native.step, id: undefined, order: [] }, names);
    run.position = before;
    takeIds(writing, items);
    writeStructure(writing, target);
  };
}

interface Writing {
  readonly nest: Nest;
  readonly run: Run;
  readonly units: ReadonlyMap<string, Unit>;
  /** Units and groups that stand in the tree. */
  readonly written: Set<Cursor>;
  /** Levels written, for HL01. */
  count: number;
  /** The longest order of levels written. */
  order: readonly string[];
}

/** A level to be written. */
interface Node {
  readonly level: Level;
  /** What it holds: the document, the first item of a group, a unit or an item. */
  readonly cursor: Cursor;
  readonly position: number;
  readonly key: unknown;
  readonly nodes: Map<string, Node>;
  /** The items of an item's level: several where they are summed. */
  readonly parts: Cursor[];
}

function toTree(writing: Writing, source: Cursor, items: readonly Cursor[]): Pick<Node, 'nodes'> {
  const { nest } = writing;
  const root = { nodes: new Map<string, Node>() };
  const levels = nest.rule.levels.flatMap((code) => nest.levels.get(code) ?? []);
  // Without items there is still the document to be told of.
  if (items.length === 0) {
    const [first] = levels;
    if (first?.held.holds === 'document') nodeIn(root.nodes, first, '', source, undefined);
  }
  const names: Names = new Map();
  for (const [at, item] of items.entries()) {
    const units = unitsAround(writing, item);
    let nodes = root.nodes;
    for (const level of levels) {
      const node = nodeFor(writing, nodes, level, { source, item, at, units });
      if (node !== undefined) nodes = node.nodes;
    }
    const innermost = units.get('')?.sscc;
    const key = JSON.stringify([own(item.value, 'orderNumber'), innermost, own(item.value, 'lineId')]);
    item.group = nest.rule.id;
    item.slot = nameOf(names, '', key);
  }
  return root;
}

/** The units around an item by their type; the innermost also without type. */
function unitsAround({ nest, run, units }: Writing, item: Cursor): ReadonlyMap<string, Unit> {
  const id = own(item.value, 'unitId');
  if (isAbsent(id)) return new Map();
  const unit = units.get(nameText(id) ?? '');
  if (unit !== undefined) return new Map(unit.around).set('', unit);
  const message = `there is no unit ${JSON.stringify(id)}`;
  run.report(nest.rule.id, 'unit-missing', 'error', [...item.path(), 'unitId'], { message, found: id });
  return new Map();
}

function nodeFor(
  { nest, run }: Writing,
  nodes: Map<string, Node>,
  level: Level,
  { source, item, at, units }: { source: Cursor; item: Cursor; at: number; units: ReadonlyMap<string, Unit> },
): Node | undefined {
  switch (level.held.holds) {
    case 'document':
      return nodeIn(nodes, level, '', source, undefined);
    case 'group':
      return nodeIn(nodes, level, groupKey(nest, run, level, item), item, own(item.value, 'orderNumber'));
    case 'unit': {
      const unit = units.get(level.held.type);
      // An item that lies in no such unit stands under the level above.
      return unit && nodeIn(nodes, level, unit.id, unit.cursor, unit.sscc);
    }
    case 'item': {
      const name = (nest.sums.length > 0 ? sumKey(nest, run, level, item) : undefined) ?? String(at);
      const node = nodeIn(nodes, level, name, item, own(item.value, 'lineId'), at + 1);
      node.parts.push(item);
      return node;
    }
  }
}

function nodeIn(
  nodes: Map<string, Node>,
  level: Level,
  name: string,
  cursor: Cursor,
  key: unknown,
  position = nodes.size + 1,
): Node {
  const full = `${level.code}|${name}`;
  const known = nodes.get(full);
  if (known !== undefined) return known;
  const made: Node = { level, cursor, position, key, nodes: new Map(), parts: [] };
  nodes.set(full, made);
  return made;
}

/** Items are grouped by what the group's rules make of them. */
function groupKey(nest: Nest, run: Run, { operation }: Level, item: Cursor): string {
  const trial = new Builder(nest.native.step.shape);
  run.muting(['issues', 'trace'], () => operation.write(run, item, trial));
  return JSON.stringify(finish(trial, undefined, { fills: false, unplaced: 0 })) ?? '';
}

interface Above {
  readonly owner: Builder;
  readonly step: Step;
  /** HL01 of the level above. */
  readonly id: string | undefined;
  readonly order: readonly string[];
}

function writeLevel(writing: Writing, node: Node, above: Above, names: Names): void {
  const { nest, run, written } = writing;
  const { level, cursor } = node;
  const { tree } = nest;
  const id = String(++writing.count);
  const builder = above.owner.add(above.step, `${nest.rule.id}/${level.code}`);
  builder.slot = nameOf(names, level.code, node.key);
  const head = builder.go(tree.head);
  head.set(tree.id, id);
  if (above.id !== undefined) head.set(tree.parent, above.id);
  head.set(tree.level, level.code);
  if (nest.rule.childCode !== false) head.set(tree.child, node.nodes.size > 0 ? '1' : '0');
  run.position = node.position;
  if (node.parts.length > 1) writeSum(nest, run, level, node.parts, builder);
  else run.muting(repeated(node, written), () => level.operation.write(run, cursor, builder));
  if (level.held.holds === 'unit') written.add(cursor);
  const order = [...above.order, level.code];
  if (order.length > writing.order.length) writing.order = order;
  const below: Names = new Map();
  for (const inner of node.nodes.values())
    writeLevel(writing, inner, { owner: builder, step: tree.children, id, order }, below);
}

/** What was said or kept already: of a group when items were grouped, of a unit where it stood first. */
function repeated({ level, cursor }: Node, written: ReadonlySet<Cursor>): readonly ('issues' | 'forms')[] {
  if (level.held.holds === 'group') return ['forms'];
  return level.held.holds === 'unit' && written.has(cursor) ? ['issues', 'forms'] : [];
}

/** The ids that became places in the tree were read; those of units that the levels leave out are lost. */
function takeIds({ nest, run, units, written }: Writing, items: readonly Cursor[]): void {
  const types = new Set(nest.rule.levels.flatMap((code) => typeOf(nest.levels.get(code)) ?? []));
  for (const unit of units.values()) {
    const { cursor, parent } = unit;
    if (written.has(cursor)) {
      cursor.take('unitId');
      cursor.take('type');
      if (parent !== undefined && written.has(parent.cursor)) cursor.take('parentId');
    } else if (types.has(unit.type)) {
      const message = 'nothing is packed in this unit, so that it has no place in the tree';
      run.report(nest.rule.id, 'unit-empty', 'warning', cursor.path(), { message, found: unit.id });
    }
  }
  for (const item of items) {
    const unit = units.get(nameText(own(item.value, 'unitId')) ?? '');
    if (unit !== undefined && written.has(unit.cursor)) item.take('unitId');
  }
}

function typeOf(level: Level | undefined): string | undefined {
  return level?.held.holds === 'unit' ? level.held.type : undefined;
}

function writeStructure({ nest, run, order }: Writing, target: Builder): void {
  const { structure, rule } = nest;
  if (structure === undefined || order.length === 0) return;
  const codes = rule.structure?.codes ?? {};
  const code = structureCode(codes, order) ?? structureCode(codes, rule.levels);
  if (code === undefined) return;
  const owner = reach(run, target, structure);
  owner.set(structure.key, code);
  run.traced({
    rule: rule.id,
    as: undefined,
    found: undefined,
    value: code,
    from: undefined,
    fromKeys: [],
    to: owner,
    toKeys: structure.keys,
  });
}
