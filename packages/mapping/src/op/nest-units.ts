import type { Cursor } from '../run/cursor.ts';
import { nameText, own } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import { locate } from './leaf-path.ts';
import type { Nest } from './nest.ts';

/** A unit of the shipment and what lies around it. */
export interface Unit {
  readonly id: string;
  readonly type: string;
  readonly sscc: string | undefined;
  readonly cursor: Cursor;
  readonly parent: Unit | undefined;
  /** The nearest unit of each type that has a level, from here outwards, this one among them. */
  readonly around: ReadonlyMap<string, Unit>;
}

/** The units of a shipment by id. */
export function readUnits(nest: Nest, run: Run, source: Cursor): ReadonlyMap<string, Unit> {
  const cursors = new Map<string, Cursor>();
  const list = locate(run, source, nest.units)?.list(nest.units.step) ?? [];
  for (const [at, cursor] of list.entries()) {
    const [id, sscc] = [nameText(own(cursor.value, 'unitId')), nameText(own(cursor.value, 'sscc'))];
    cursor.group = nest.rule.id;
    cursor.slot = sscc === undefined ? `#${at}` : `=${sscc}`;
    if (id !== undefined && !cursors.has(id)) cursors.set(id, cursor);
    else reportId(nest, run, cursor, id);
  }
  const units = new Map<string, Unit>();
  for (const id of cursors.keys()) addWithParents(nest, run, id, cursors, units);
  return units;
}

function reportId(nest: Nest, run: Run, cursor: Cursor, found: string | undefined): void {
  const message = found === undefined ? 'the unit has no id' : `another unit has the id ${JSON.stringify(found)}`;
  run.report(nest.rule.id, 'unit-id-invalid', 'error', [...cursor.path(), 'unitId'], { message, found });
}

/** Adds a unit after those around it. Not by recursion: how deep units lie in each other is up to the sender. */
function addWithParents(
  nest: Nest,
  run: Run,
  id: string,
  cursors: ReadonlyMap<string, Cursor>,
  units: Map<string, Unit>,
): void {
  const chain: string[] = [];
  const seen = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && !units.has(at) && cursors.has(at) && !seen.has(at)) {
    seen.add(at);
    chain.push(at);
    at = nameText(own(cursors.get(at)?.value, 'parentId'));
  }
  const outermost = chain[chain.length - 1];
  const cursor = outermost === undefined ? undefined : cursors.get(outermost);
  if (cursor !== undefined && at !== undefined && !units.has(at)) {
    const message = seen.has(at) ? 'the unit lies in itself' : `there is no unit ${JSON.stringify(at)}`;
    const code = seen.has(at) ? 'unit-cyclic' : 'unit-missing';
    run.report(nest.rule.id, code, 'error', [...cursor.path(), 'parentId'], { message, found: at });
  }
  let parent = at === undefined ? undefined : units.get(at);
  for (const inner of chain.reverse()) {
    const made = toUnit(nest, inner, cursors.get(inner), parent);
    if (made === undefined) return;
    units.set(inner, made);
    parent = made;
  }
}

function toUnit(nest: Nest, id: string, cursor: Cursor | undefined, parent: Unit | undefined): Unit | undefined {
  if (cursor === undefined) return undefined;
  const [type, sscc] = [own(cursor.value, 'type'), own(cursor.value, 'sscc')];
  const around = new Map(parent?.around);
  const unit: Unit = {
    id,
    type: nameText(type) ?? '',
    sscc: typeof sscc === 'string' ? sscc : undefined,
    cursor,
    parent,
    around,
  };
  // Other types could be as many as there are units.
  if (nest.types.has(unit.type)) around.set(unit.type, unit);
  return unit;
}
