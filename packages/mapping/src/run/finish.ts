import type { Field, ObjectShape, Shape } from '../shape/shape.ts';
import { type Builder, ListBuilder } from './builder.ts';
import type { KeptForm, KeptItem, KeptNode } from './complement.ts';
import { type Names, nameIn } from './name-of.ts';
import { isAbsent, own, setOwn } from './own.ts';

/** What `finish` does beside turning builders into data. */
export interface Finishing {
  /** Required lists and objects that stay empty are written. */
  readonly fills: boolean;
  /** The builders are still built on: what comes out is a copy of what there is so far. */
  readonly copies?: boolean | undefined;
  /** Counts what a complement holds and has no place any more. */
  unplaced: number;
}

/** The plain data of a builder, with what a complement kept put back. */
export function finish(builder: Builder, kept: KeptNode | undefined, finishing: Finishing): unknown {
  if (builder.self !== undefined) return restoreSelf(builder.self, kept);
  const out = finishing.copies === true ? { ...builder.out } : builder.out;
  for (let kid = builder.firstKid; kid !== undefined; kid = kid.next) {
    const value = finishKid(kid, kept, finishing);
    if (value !== undefined) setOwn(out, kid.key as string, value);
  }
  if (kept !== undefined) restore(out, builder, kept, finishing);
  if (finishing.fills) fill(out, builder.shape, 0);
  return out;
}

function finishKid(kid: Builder | ListBuilder, kept: KeptNode | undefined, finishing: Finishing): unknown {
  const part = kept === undefined ? undefined : (own(kept.parts, kid.key) as KeptNode | undefined);
  if (kid instanceof ListBuilder) {
    const list = finishList(kid, kept === undefined ? undefined : ownList(kept.lists, kid.key), part, finishing);
    // One object stood where a list was expected.
    return part !== undefined && Array.isArray(list) && list.length === 1 ? list[0] : list;
  }
  if (!kid.touched && !kid.choosing && !revives(part)) return undefined;
  return finish(kid, part, finishing);
}

function ownList(lists: KeptNode['lists'], key: string): readonly KeptItem[] | undefined {
  const items = own(lists, key);
  return Array.isArray(items) ? items : undefined;
}

function restoreSelf(value: unknown, kept: KeptNode | undefined): unknown {
  const form = kept?.forms?.[0]?.[0];
  return form !== undefined && form.made === value ? form.sent : value;
}

function finishList(
  list: ListBuilder,
  kept: readonly KeptItem[] | undefined,
  part: KeptNode | undefined,
  finishing: Finishing,
): unknown {
  const isSorted = list.slots.some(({ index }) => index !== undefined);
  const begun = isSorted ? [...list.items].sort(byIndex) : list.items;
  const made =
    kept === undefined ? finishTouched(begun, part, finishing) : merge(itemsBeside(begun, kept), kept, finishing);
  return made.length === 0 ? undefined : made;
}

function byIndex(one: Builder, other: Builder): number {
  return (one.index ?? Number.MAX_VALUE) - (other.index ?? Number.MAX_VALUE);
}

/** The items that were filled. What one object kept that stood where a list was expected goes into the first. */
function finishTouched(begun: readonly Builder[], part: KeptNode | undefined, finishing: Finishing): unknown[] {
  const made: unknown[] = [];
  for (const item of begun) {
    if (item.touched) made.push(finishItem(item, made.length, made.length === 0 ? part : undefined, finishing));
  }
  return made;
}

/** The items that were filled, with their names, and those that what was kept brings back. */
function itemsBeside(begun: readonly Builder[], kept: readonly KeptItem[]): Builder[] {
  const names = new Map<string, Names>();
  for (const item of begun) {
    if (item.named !== undefined && item.touched) item.slot = nameIn(names, item.group, item.named);
  }
  const revived = new Set(kept.flatMap((item) => (isRevived(item) ? [fullName(item)] : [])));
  return begun.filter((item) => item.touched || revived.has(fullName(item)));
}

/** Whether a place that no rule filled is there nevertheless: it held a default that the partner wrote out. */
function revives(kept: KeptNode | undefined): boolean {
  if (kept === undefined) return false;
  const { forms = [], parts = {}, lists = {} } = kept;
  return (
    forms.some((group) => group.every(({ made, sent }) => made === undefined && !isAbsent(sent))) ||
    Object.values(parts).some(revives) ||
    Object.values(lists).some((items) => items.some(isRevived))
  );
}

function isRevived(item: KeptItem): boolean {
  return !('value' in item) && revives(item.node);
}

function finishItem(item: Builder, at: number, kept: KeptNode | undefined, finishing: Finishing): unknown {
  item.key = at;
  return finish(item, kept, finishing);
}

/**
 * Puts kept items back between the made ones: each where it stood. Items of one `each` or `nest` keep the order they were
 * made in and fill the places that such items had.
 */
function merge(items: readonly Builder[], kept: readonly KeptItem[], finishing: Finishing): unknown[] {
  return mergeQueues(queuesOf(items), keptNodes(items, kept, finishing), kept, finishing);
}

function queueName({ group, slot }: { group?: string | undefined; slot: string }): string {
  return group === undefined ? `.${slot}` : `@${group}`;
}

function fullName(item: Builder | KeptItem): string {
  return 'value' in item ? '' : `${queueName(item)}|${item.slot}`;
}

/** Made items by the places they may take. */
function queuesOf(items: readonly Builder[]): Map<string, Builder[]> {
  const queues = new Map<string, Builder[]>();
  for (const item of items) {
    const queue = queues.get(queueName(item));
    if (queue === undefined) queues.set(queueName(item), [item]);
    else queue.push(item);
  }
  return queues;
}

/** What is kept for each made item, found by its slot. */
function keptNodes(
  items: readonly Builder[],
  kept: readonly KeptItem[],
  finishing: Finishing,
): Map<Builder, KeptNode | undefined> {
  const bySlot = new Map<string, KeptNode | undefined>();
  const counts = new Map<string, number>();
  for (const item of kept) {
    if ('value' in item) continue;
    bySlot.set(fullName(item), item.node);
    counts.set(queueName(item), (counts.get(queueName(item)) ?? 0) + 1);
  }
  for (const item of items) counts.set(queueName(item), (counts.get(queueName(item)) ?? 0) - 1);
  const nodes = new Map<Builder, KeptNode | undefined>();
  for (const item of items) {
    const slot = fullName(item);
    // Items told apart by their place only are the same ones only while there are as many.
    if (item.slot.startsWith('#') && counts.get(queueName(item)) !== 0) continue;
    nodes.set(item, bySlot.get(slot));
    bySlot.delete(slot);
  }
  for (const node of bySlot.values()) if (node !== undefined) finishing.unplaced++;
  return nodes;
}

function mergeQueues(
  queues: ReadonlyMap<string, readonly Builder[]>,
  nodes: ReadonlyMap<Builder, KeptNode | undefined>,
  kept: readonly KeptItem[],
  finishing: Finishing,
): unknown[] {
  const places = new Map<string, number>();
  for (const item of kept) {
    if (!('value' in item)) places.set(queueName(item), (places.get(queueName(item)) ?? 0) + 1);
  }
  const next = new Map<string, number>();
  const merged: unknown[] = [];
  const take = (name: string) => {
    const at = next.get(name) ?? 0;
    const item = queues.get(name)?.[at];
    if (item === undefined) return false;
    next.set(name, at + 1);
    merged.push(finishItem(item, merged.length, nodes.get(item), finishing));
    return true;
  };
  for (const item of kept) {
    if ('value' in item) {
      merged.push(item.value);
      continue;
    }
    const name = queueName(item);
    const left = (places.get(name) ?? 0) - 1;
    places.set(name, left);
    take(name);
    // Items that were added go behind the last one of their kind.
    if (left === 0) while (take(name));
  }
  for (const name of queues.keys()) while (take(name));
  return merged;
}

function restore(out: Record<string, unknown>, builder: Builder, kept: KeptNode, finishing: Finishing): void {
  for (const [key, value] of Object.entries(kept.values ?? {})) {
    const made = Object.hasOwn(out, key) && !builder.standIns?.has(key) ? out[key] : undefined;
    // Of a list that no rule read all stands behind what was made now: these are other items.
    if (Array.isArray(made) && Array.isArray(value)) setOwn(out, key, [...made, ...value]);
    else if (made !== undefined) finishing.unplaced++;
    else setOwn(out, key, value);
  }
  const restored = (kept.forms ?? []).map((group) => restoreForms(out, group));
  for (const { form, keys, pairs } of kept.extras ?? []) {
    if (restored[form] !== true) appendPairs(out, keys, pairs, finishing);
  }
  for (const key of Object.keys(kept.parts ?? {})) if (!Object.hasOwn(out, key)) finishing.unplaced++;
  for (const [key, items] of Object.entries(kept.lists ?? {})) {
    if (builder.kid(key) instanceof ListBuilder) continue;
    const whole = items.filter((item) => 'value' in item).map(({ value }) => value);
    if (whole.length > 0 && !Object.hasOwn(out, key)) setOwn(out, key, whole);
  }
}

/** Restores a group of spellings if none of its values has changed. */
function restoreForms(out: Record<string, unknown>, group: readonly KeptForm[]): boolean {
  const unchanged = group.every(({ key = '', made }) => (Object.hasOwn(out, key) ? out[key] : undefined) === made);
  if (!unchanged) return false;
  for (const { key = '', sent } of group) {
    if (sent === undefined) delete out[key];
    else setOwn(out, key, sent);
  }
  return true;
}

/** Puts unread pairs behind the others. */
function appendPairs(
  out: Record<string, unknown>,
  keys: readonly string[],
  pairs: readonly (readonly unknown[])[],
  finishing: Finishing,
): void {
  let at = keys.findLastIndex((key) => Object.hasOwn(out, key)) + 1;
  at += at % 2;
  for (const [code, value] of pairs) {
    const [codeKey, valueKey] = [keys[at], keys[at + 1]];
    at += 2;
    if (codeKey === undefined || valueKey === undefined) {
      finishing.unplaced++;
      continue;
    }
    // A complement that was stored as JSON has null where nothing stood.
    if (code !== undefined && code !== null) setOwn(out, codeKey, code);
    if (value !== undefined && value !== null) setOwn(out, valueKey, value);
  }
}

/** Required lists and objects are there even when empty, where their schema lets them be. */
function fill(out: Record<string, unknown>, shape: Shape, depth: number): void {
  if (shape.kind !== 'object' || depth > 8) return;
  for (const field of requiredParts(shape)) {
    if (Object.hasOwn(out, field.key)) continue;
    const empty = emptyOf(field, depth);
    if (empty !== undefined) setOwn(out, field.key, empty);
  }
}

const partsOfShapes = new WeakMap<ObjectShape, readonly Field[]>();

/** The required lists and objects of a shape, found once: every item of a list asks. */
function requiredParts(shape: ObjectShape): readonly Field[] {
  const known = partsOfShapes.get(shape);
  if (known !== undefined) return known;
  const parts = [...shape.fields.values()].filter(
    ({ required, many, shape: inner }) => required && (many || inner.kind === 'object'),
  );
  partsOfShapes.set(shape, parts);
  return parts;
}

function emptyOf(field: Field, depth: number): unknown {
  if (field.many) return (field.minimum ?? 0) === 0 ? [] : undefined;
  if (field.shape.kind !== 'object' || !mayBeEmpty(field.shape, depth)) return undefined;
  const made: Record<string, unknown> = {};
  fill(made, field.shape, depth + 1);
  return made;
}

/** Whether an object needs no value that only a rule could give. */
function mayBeEmpty(shape: ObjectShape, depth = 0): boolean {
  return depth <= 8 && [...shape.fields.values()].every((field) => !field.required || isFillable(field, depth));
}

export function isFillable(field: Field, depth = 0): boolean {
  if (field.many) return (field.minimum ?? 0) === 0;
  return field.shape.kind === 'object' && mayBeEmpty(field.shape, depth + 1);
}
