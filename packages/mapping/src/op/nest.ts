import type { LevelRule, NestRule } from '../map/rule.ts';
import type { Step } from '../path/path.ts';
import type { Field } from '../shape/shape.ts';
import type { CompileContext, End, Place } from './compile-context.ts';
import { type ListPath, leafPath, listPath } from './compile-paths.ts';
import { endInside } from './end-inside.ts';
import type { LeafPath } from './leaf-path.ts';
import { readNest } from './nest-read.ts';
import { sumPaths } from './nest-sum-paths.ts';
import { writeNest } from './nest-write.ts';
import { nothing, type Operation } from './operation.ts';

/** A level of the tree with its rules. */
export interface Level {
  readonly code: string;
  readonly held: LevelRule;
  readonly operation: Operation;
}

/** A `nest` rule, compiled. */
export interface Nest {
  readonly rule: NestRule;
  readonly native: ListPath;
  readonly units: ListPath;
  readonly items: ListPath;
  readonly tree: Tree;
  readonly levels: ReadonlyMap<string, Level>;
  /** Types of unit that have a level. */
  readonly types: ReadonlySet<string>;
  /** Keys inside an item of the values that equal items are summed by when writing. */
  readonly sums: readonly (readonly string[])[];
  readonly structure: LeafPath | undefined;
}

/** Where the parts of an HL loop stand. */
export interface Tree {
  /** From a level to those below it. */
  readonly children: Step;
  /** From a level to its HL segment. */
  readonly head: Step;
  /** Keys of HL01 to HL04. */
  readonly id: string;
  readonly parent: string;
  readonly level: string;
  readonly child: string;
}

/** The HL tree of an 856 ↔ the flat units and items of a Shipment. */
export function compileNest(context: CompileContext, rule: NestRule, place: Place): Operation {
  const native = listPath(context, rule, 'native', rule.native, place);
  const units = listPath(context, rule, 'canonical', rule.units, place);
  const items = listPath(context, rule, 'canonical', rule.items, place);
  const structure = rule.structure && leafPath(context, rule, 'native', rule.structure.native, place);
  checkLevels(context, rule);
  if (native === undefined || units === undefined || items === undefined) return { read: nothing, write: nothing };
  const tree = treeOf(context, rule, native);
  if (tree === undefined) return { read: nothing, write: nothing };
  const ends = { native: native.end, units: begin(units, rule.id), items: begin(items, rule.id) };
  const inUnit = { ...place, canonical: ends.units };
  for (const text of ['unitId', 'type', 'parentId']) context.path(rule, 'canonical', text, inUnit);
  const inItem = { ...place, canonical: ends.items };
  context.path(rule, 'canonical', 'unitId', inItem);
  const sums = sumPaths(context, rule, inItem);
  const levels = new Map<string, Level>();
  for (const [code, held] of Object.entries(rule.define)) {
    const operation = context.rules(held.rules, placeOfLevel(code, held, place, ends));
    levels.set(code, { code, held, operation });
  }
  const types = new Set(Object.values(rule.define).flatMap((held) => (held.holds === 'unit' ? [held.type] : [])));
  const nest = { rule, native, units, items, tree, levels, types, sums, structure };
  return { read: readNest(nest), write: writeNest(nest) };
}

/** Items of different rules are different places. */
function begin({ end }: ListPath, name: string): End {
  return { ...end, trail: `${end.trail}{${name}}` };
}

function placeOfLevel(
  code: string,
  { holds }: LevelRule,
  place: Place,
  ends: Readonly<Record<'native' | 'units' | 'items', End>>,
): Place {
  const native = { ...ends.native, trail: `${ends.native.trail}{${code}}` };
  if (holds === 'document') return { ...place, native };
  if (holds !== 'unit') return { ...place, native, canonical: ends.items };
  return { ...place, native, canonical: { ...ends.units, trail: `${ends.units.trail}{${code}}` } };
}

function treeOf(context: CompileContext, rule: NestRule, { step, end }: ListPath): Tree | undefined {
  const shape = step.shape.kind === 'object' ? step.shape : undefined;
  const { children, first } = shape ?? {};
  const segment = first?.shape.kind === 'object' ? first.shape : undefined;
  const elements = segment?.positions?.slice(0, 4) ?? [];
  const [id, parent, level, child] = elements;
  if (first === undefined || children === undefined || !id || !parent || !level || !child) {
    context.report(rule, 'path-not-value', `${rule.native} is no HL tree`, { side: 'native' });
    return undefined;
  }
  const head = endInside(end, first);
  for (const element of elements) endInside(head, element);
  return {
    children: { ...step, key: children, select: [], slot: '' },
    head: plain(first),
    id: id.key,
    parent: parent.key,
    level: level.key,
    child: child.key,
  };
}

function plain({ key, shape }: Field): Step {
  return {
    key,
    many: false,
    select: [],
    index: undefined,
    all: false,
    takesFirst: true,
    slot: '',
    children: undefined,
    shape,
  };
}

function checkLevels(context: CompileContext, rule: NestRule): void {
  const { levels, define, lossy = [], structure } = rule;
  const mentioned = [...levels, ...lossy, ...Object.keys(structure?.codes ?? {}).flatMap((order) => order.split('-'))];
  for (const code of new Set(mentioned)) {
    if (!Object.hasOwn(define, code))
      context.report(rule, 'level-unknown', `level ${code} is not defined`, { found: code });
  }
  if (new Set(levels).size < levels.length) context.report(rule, 'rule-malformed', 'a level stands twice in levels');
  const held = levels.filter((code) => Object.hasOwn(define, code) && define[code]?.holds === 'item');
  if (held.length !== 1) context.report(rule, 'rule-malformed', 'levels needs one level that holds the item');
  if (context.direction === 'read') return;
  for (const code of Object.keys(define)) {
    if (levels.includes(code) || lossy.includes(code)) continue;
    const message = `level ${code} is defined and never written: name it in lossy, or in levels`;
    context.report(rule, 'level-lossy', message, { found: code });
  }
  const order = levels.join('-');
  if (structure !== undefined && !Object.hasOwn(structure.codes, order)) {
    context.report(rule, 'target-uncovered', `structure has no code for ${order}`, { side: 'native', expected: order });
  }
}
