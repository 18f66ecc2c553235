import type { KeptForm, KeptItem, KeptNode } from './complement.ts';
import type { Cursor, Form } from './cursor.ts';
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
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return node({}, cursor, {}, {});
  const values: Record<string, unknown> = {};
  const inExtras = cursor.extras.length === 0 ? undefined : new Set(cursor.extras.flatMap(({ keys }) => keys));
  const parts: Record<string, KeptNode> = {};
  const lists: Record<string, readonly KeptItem[]> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined || cursor.isDone(key)) continue;
    const kid = cursor.visited(key);
    walk.path.push(key);
    if (kid === undefined || !(kid.used || kid.chosen) || walk.path.length >= deepest) {
      const copied = copy(walk, inner);
      if (!inExtras?.has(key)) setOwn(values, key, copied);
    } else if (Array.isArray(kid.value)) {
      const items = keepList(walk, kid, kid.value);
      if (items !== undefined) setOwn(lists, key, items);
    } else {
      const part = keepObject(walk, kid);
      if (kid.isUnmade) setOwn(values, key, copyAgain(walk, inner));
      // An object that was read as the only item of a list is put back as an object.
      else if (part !== undefined || kid.group !== undefined) setOwn(parts, key, part ?? {});
    }
    walk.path.pop();
  }
  return node(values, cursor, parts, lists);
}

function node(
  values: Record<string, unknown>,
  { forms, extras, literals }: Cursor,
  parts: Record<string, KeptNode>,
  lists: Record<string, readonly KeptItem[]>,
): KeptNode | undefined {
  const made: { -readonly [Key in keyof KeptNode]: KeptNode[Key] } = {};
  if (!isEmpty(values)) made.values = values;
  if (forms.length > 0) made.forms = [...forms, ...beside(forms, literals)].map((group) => group.map(toKeptForm));
  if (extras.length > 0) made.extras = extras;
  if (!isEmpty(parts)) made.parts = parts;
  if (!isEmpty(lists)) made.lists = lists;
  return isEmpty(made) ? undefined : made;
}

/** A default that was written out needs the literals beside it: nothing else may make them on the way back. */
function beside(forms: readonly Form[][], literals: readonly Form[]): Form[][] {
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
  let whole = false;
  const slots = new Set<string>();
  const kept = items.map((item, index): KeptItem => {
    const kid = cursor.visited(index);
    walk.path.push(index);
    const made = keepItem(walk, item, kid);
    walk.path.pop();
    whole ||= 'value' in made || made.node !== undefined;
    if (!('value' in made)) slots.add(made.group ?? `.${made.slot}`);
    return made;
  });
  // A list of one kind of item, all read, is made again without help; with several kinds their order is worth keeping.
  return whole || slots.size > 1 ? kept : undefined;
}

function keepItem(walk: Walk, item: unknown, kid: Cursor | undefined): KeptItem {
  if (kid === undefined || !kid.used) return { value: copy(walk, item) };
  const inner = keepObject(walk, kid);
  if (kid.isUnmade) return { value: copyAgain(walk, item) };
  const { slot = '', group } = kid;
  return { slot, ...(group === undefined ? {} : { group }), ...(inner === undefined ? {} : { node: inner }) };
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

function isEmpty(object: object): boolean {
  for (const _ in object) return false;
  return true;
}
