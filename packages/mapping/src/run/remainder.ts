import type { KeptForm, KeptItem, KeptNode } from './complement.ts';
import type { Cursor, Form } from './cursor.ts';
import { type Names, nameIn } from './name-of.ts';
import { isAbsent, setOwn } from './own.ts';

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
  readonly notation: (path: Keys) => string;
  readonly loss: Loss[];
  readonly tooDeep: Keys[];
  /** Where the walk stands. */
  readonly path: Keys;
}

/** What of the source was not read: for the caller as a list, and for the way back as a complement. */
export function remainder(root: Cursor, notation: (path: Keys) => string): Remainder {
  const walk: Walk = { notation, loss: [], tooDeep: [], path: [] };
  const kept = keepObject(walk, root);
  return { kept, loss: walk.loss, tooDeep: walk.tooDeep };
}

function keepObject(walk: Walk, cursor: Cursor): KeptNode | undefined {
  const { value } = cursor;
  const made: Keeping = { values: undefined, parts: undefined, lists: undefined };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return node(made, cursor);
  for (const key of Object.keys(value)) {
    if (cursor.isDone(key)) continue;
    const inner = (value as Record<string, unknown>)[key];
    if (inner === undefined) continue;
    walk.path.push(key);
    keepProperty(walk, cursor, made, key, inner);
    walk.path.pop();
  }
  return node(made, cursor);
}

/** What is kept of an object: made when there is something, because most objects are read whole. */
interface Keeping {
  values: Record<string, unknown> | undefined;
  parts: Record<string, KeptNode> | undefined;
  lists: Record<string, readonly KeptItem[]> | undefined;
}

function keepProperty(walk: Walk, cursor: Cursor, made: Keeping, key: string, inner: unknown): void {
  const kid = cursor.visited(key);
  if (kid === undefined || !(kid.used || kid.chosen) || walk.path.length >= deepest) {
    const copied = copy(walk, inner);
    if (!cursor.extras.some(({ keys }) => keys.includes(key))) made.values = put(made.values, key, copied);
  } else if (Array.isArray(kid.value)) {
    const items = keepList(walk, kid, kid.value);
    if (items !== undefined) made.lists = put(made.lists, key, items);
  } else {
    const part = keepObject(walk, kid);
    if (kid.isUnmade) made.values = put(made.values, key, copyAgain(walk, inner));
    // An object that was read as the only item of a list is put back as an object.
    else if (part !== undefined || kid.group !== undefined) made.parts = put(made.parts, key, part ?? {});
  }
}

function put<Value>(object: Record<string, Value> | undefined, key: string, value: Value): Record<string, Value> {
  const made: Record<string, Value> = object ?? {};
  setOwn(made, key, value);
  return made;
}

function node({ values, parts, lists }: Keeping, { forms, extras, literals }: Cursor): KeptNode | undefined {
  if (values === undefined && parts === undefined && lists === undefined && forms.length + extras.length === 0) {
    return undefined;
  }
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
    walk.path.push(index);
    const made = keepItem(walk, items[index], kid);
    walk.path.pop();
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
  return items.map((_, index): KeptItem => {
    const kid = cursor.visited(index);
    const named = kid?.named === undefined ? undefined : nameIn(names, kid.group, kid.named);
    const made = found[index];
    if (made instanceof Whole) return { value: made.value };
    const { slot = '', group } = kid ?? {};
    return {
      slot: named ?? slot,
      ...(group === undefined ? {} : { group }),
      ...(made === undefined ? {} : { node: made }),
    };
  });
}

/** A copy of what was not read, its values noted as lost. */
function copy(walk: Walk, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    if (!isAbsent(value)) {
      const path = [...walk.path];
      walk.loss.push({ path, at: walk.notation(path), value });
    }
    return value;
  }
  if (walk.path.length >= deepest) {
    walk.tooDeep.push([...walk.path]);
    return null;
  }
  if (Array.isArray(value)) return value.map((item, index) => copyAt(walk, index, item));
  const made: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) setOwn(made, key, copyAt(walk, key, inner));
  return made;
}

/** A copy of what is put back as a whole, although rules read some of it. */
function copyAgain(walk: Walk, value: unknown): unknown {
  return copy({ ...walk, loss: [], tooDeep: [] }, value);
}

function copyAt(walk: Walk, key: string | number, value: unknown): unknown {
  walk.path.push(key);
  const made = copy(walk, value);
  walk.path.pop();
  return made;
}
