import type { NamedPlace, Notation } from '../format/notation.ts';
import type { KeptForm, KeptItem, KeptNode } from './complement.ts';
import type { Cursor, Form } from './cursor.ts';
import { type Names, nameIn } from './name-of.ts';
import { isAbsent, isOwnKey, setOwn } from './own.ts';

/** A value of the source that no rule read. */
export interface Loss {
  readonly path: readonly (string | number)[];
  /** Its place in the notation of paths. */
  readonly at: string;
  readonly value: unknown;
}

export interface Remainder {
  readonly kept: KeptNode | undefined;
  readonly loss: readonly Loss[];
  /** Paths below which the document was too deep to be kept. */
  readonly tooDeep: readonly (readonly (string | number)[])[];
}

/** Documents nest a dozen levels; a deeper one is hostile, and its depth must not exhaust the stack. */
const deepest = 64;

type Keys = (string | number)[];

interface Walk {
  readonly notation: Notation;
  readonly loss: Loss[];
  readonly tooDeep: Keys[];
  /** Where the walk stands. */
  readonly path: Keys;
  /** The names of the document and of what lies on the path, as far as they were asked for. */
  readonly named: NamedPlace[];
}

/** What of the source was not read: for the caller as a list, and for the way back as a complement. */
export function remainder(root: Cursor, notation: Notation): Remainder {
  const walk: Walk = { notation, loss: [], tooDeep: [], path: [], named: [notation.root] };
  const kept = keepObject(walk, root);
  return { kept, loss: walk.loss, tooDeep: walk.tooDeep };
}

function keepObject(walk: Walk, cursor: Cursor): KeptNode | undefined {
  const { value } = cursor;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return node(undefined, cursor);
  let made: Keeping | undefined;
  // Without a list of the keys: this goes through every object of a document.
  for (const key in value) {
    if (cursor.isDone(key) || !isOwnKey(value, key)) continue;
    const inner = (value as Record<string, unknown>)[key];
    if (inner === undefined) continue;
    enter(walk, key);
    made = keepProperty(walk, cursor, made, key, inner);
    leave(walk);
  }
  return node(made, cursor);
}

/** What is kept of an object: made when there is something, because most objects are read whole. */
interface Keeping {
  values: Record<string, unknown> | undefined;
  parts: Record<string, KeptNode> | undefined;
  lists: Record<string, readonly KeptItem[]> | undefined;
}

function keepProperty(
  walk: Walk,
  cursor: Cursor,
  before: Keeping | undefined,
  key: string,
  inner: unknown,
): Keeping | undefined {
  const kid = cursor.visited(key);
  if (kid === undefined || !(kid.used || kid.chosen) || walk.path.length >= deepest) {
    const copied = copy(walk, inner);
    return cursor.extras.some(({ keys }) => keys.includes(key)) ? before : keep(before, 'values', key, copied);
  }
  if (Array.isArray(kid.value)) {
    const items = keepList(walk, kid, kid.value);
    return items === undefined ? before : keep(before, 'lists', key, items);
  }
  const part = keepObject(walk, kid);
  if (kid.isUnmade) return keep(before, 'values', key, copyAgain(walk, inner));
  // An object that was read as the only item of a list is put back as an object.
  return part === undefined && kid.group === undefined ? before : keep(before, 'parts', key, part ?? {});
}

function keep<Kind extends keyof Keeping>(
  before: Keeping | undefined,
  kind: Kind,
  key: string,
  value: NonNullable<Keeping[Kind]>[string],
): Keeping {
  const made: Keeping = before ?? { values: undefined, parts: undefined, lists: undefined };
  const values: Record<string, unknown> = made[kind] ?? {};
  setOwn(values, key, value);
  made[kind] = values as Keeping[Kind];
  return made;
}

function node(keeping: Keeping | undefined, { forms, extras, literals }: Cursor): KeptNode | undefined {
  if (keeping === undefined && forms.length + extras.length === 0) return undefined;
  const { values, parts, lists } = keeping ?? { values: undefined, parts: undefined, lists: undefined };
  const made: { -readonly [Key in keyof KeptNode]: KeptNode[Key] } = {};
  if (values !== undefined) made.values = values;
  if (forms.length > 0) made.forms = [...forms, ...beside(forms, literals)].map((group) => group.map(toKeptForm));
  if (extras.length > 0) made.extras = extras;
  if (parts !== undefined) made.parts = parts;
  if (lists !== undefined) made.lists = lists;
  return made;
}

/** A default that was written out needs the literals beside it: nothing else may make them on the way back. */
function beside(forms: readonly (readonly Form[])[], literals: readonly Form[]): Form[][] {
  const omitted = forms.some((group) => group.every(({ made, sent }) => made === undefined && !isAbsent(sent)));
  return omitted ? literals.map((form) => [form]) : [];
}

/** An absent property says "nothing" in JSON, where undefined does not exist. */
function toKeptForm({ key, made, sent }: Form): KeptForm {
  const form: { -readonly [Key in keyof KeptForm]: KeptForm[Key] } = {};
  if (key !== undefined) form.key = key;
  if (made !== undefined) form.made = made;
  if (sent !== undefined) form.sent = sent;
  return form;
}

function keepList(walk: Walk, cursor: Cursor, items: readonly unknown[]): readonly KeptItem[] | undefined {
  let found: (Whole | KeptNode | undefined)[] | undefined;
  let several = false;
  let first: Cursor | undefined;
  for (let index = 0; index < items.length; index++) {
    const kid = cursor.visited(index);
    enter(walk, index);
    const made = keepItem(walk, items[index], kid);
    leave(walk);
    if (made !== undefined) {
      found ??= [];
      found[index] = made;
    }
    if (made instanceof Whole) continue;
    first ??= kid;
    several ||= isOfAnotherKind(first, kid);
  }
  // A list of one kind of item, all read, is made again without help; with several kinds their order is worth keeping.
  return found === undefined && !several ? undefined : toKeptItems(cursor, items, found ?? []);
}

/** An item that was not read, or of which nothing was made. */
class Whole {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

function keepItem(walk: Walk, item: unknown, kid: Cursor | undefined): Whole | KeptNode | undefined {
  if (kid === undefined || !kid.used) return new Whole(copy(walk, item));
  const inner = keepObject(walk, kid);
  return kid.isUnmade ? new Whole(copyAgain(walk, item)) : inner;
}

function isOfAnotherKind(first: Cursor | undefined, other: Cursor | undefined): boolean {
  if (first === other || first === undefined || other === undefined) return false;
  if (first.group !== other.group) return true;
  return first.group === undefined && first.slot !== other.slot;
}

function toKeptItems(
  cursor: Cursor,
  items: readonly unknown[],
  found: readonly (Whole | KeptNode | undefined)[],
): KeptItem[] {
  const names = new Map<string, Names>();
  const kept: KeptItem[] = [];
  for (let index = 0; index < items.length; index++) {
    const kid = cursor.visited(index);
    const named = kid?.named === undefined ? undefined : nameIn(names, kid.group, kid.named);
    const made = found[index];
    kept.push(made instanceof Whole ? { value: made.value } : keptNode(named ?? kid?.slot ?? '', kid?.group, made));
  }
  return kept;
}

function keptNode(slot: string, group: string | undefined, node: KeptNode | undefined): KeptItem {
  if (group === undefined) return node === undefined ? { slot } : { slot, node };
  return node === undefined ? { slot, group } : { slot, group, node };
}

/** A copy of what was not read, its values noted as lost. */
function copy(walk: Walk, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    if (!isAbsent(value)) {
      walk.loss.push({ path: walk.path.slice(), at: nameOf(walk), value });
    }
    return value;
  }
  if (walk.path.length >= deepest) {
    walk.tooDeep.push([...walk.path]);
    return null;
  }
  if (Array.isArray(value)) return value.map((item, index) => copyAt(walk, index, item));
  const made: Record<string, unknown> = {};
  for (const key in value) {
    if (isOwnKey(value, key)) setOwn(made, key, copyAt(walk, key, (value as Record<string, unknown>)[key]));
  }
  return made;
}

/** A copy of what is put back as a whole, although rules read some of it. */
function copyAgain(walk: Walk, value: unknown): unknown {
  return copy({ ...walk, loss: [], tooDeep: [] }, value);
}

function copyAt(walk: Walk, key: string | number, value: unknown): unknown {
  enter(walk, key);
  const made = copy(walk, value);
  leave(walk);
  return made;
}

function enter({ path }: Walk, key: string | number): void {
  path.push(key);
}

function leave({ path, named }: Walk): void {
  path.pop();
  if (named.length > path.length + 1) named.pop();
}

/** The name of the place where the walk stands. Values of one object share the name of that. */
function nameOf({ path, named, notation }: Walk): string {
  while (named.length < path.length) {
    named.push(notation.inside(named[named.length - 1] as NamedPlace, path[named.length - 1] as string | number));
  }
  const last = path[path.length - 1];
  return last === undefined ? '' : notation.inside(named[path.length - 1] as NamedPlace, last).text;
}
