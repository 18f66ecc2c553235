import type { Scalar } from '../map/rule.ts';
import type { Select, Step } from '../path/path.ts';
import { isScalar, own } from './own.ts';

/** How a value was spelt where translating it back gives another text: restored while the value is unchanged. */
export interface Form {
  readonly key: string | undefined;
  /** What translating back gives; undefined for nothing. */
  readonly made: Scalar | undefined;
  /** What stood there; undefined for nothing. */
  readonly sent: unknown;
}

/** Pairs of elements that no rule read: put behind the others where their form cannot be restored. */
export interface Extra {
  /** Which of the forms holds them in their old places. */
  readonly form: number;
  readonly keys: readonly string[];
  readonly pairs: readonly (readonly unknown[])[];
}

/**
 * A place in the source document and what has been read there. Marks are kept by place, not by object, so that one object
 * standing in two places is marked apart, and the document itself is never touched.
 */
export class Cursor {
  readonly value: unknown;
  readonly parent: Cursor | undefined;
  readonly key: string | number;
  /** A value was read or verified here or below. */
  used = false;
  /** Lies between a chosen item and the value that it was chosen by. */
  chosen = false;
  /** Something of it, here or below, went into the target: writing makes it again. */
  made = false;
  /** A rule with rules stands here. If nothing is made of it, it is kept whole. */
  entered = false;
  /** The forms to be restored together. */
  forms: Form[][] = none;
  extras: Extra[] = none;
  /** Literals read under a condition, which may not hold on the way back. */
  literals: Form[] = none;
  /** How the rule that read this item calls it; the writer calls what it makes the same. */
  slot: string | undefined;
  /** The `each` or `nest` that read this item. */
  group: string | undefined;
  // Most places are leaves that hold none of these, and there are as many places as values.
  private kids: Map<string | number, Cursor> | undefined;
  private done: Set<string> | undefined;

  constructor(value: unknown, parent?: Cursor, key: string | number = '') {
    this.value = value;
    this.parent = parent;
    this.key = key;
  }

  /** The place of a property or item; undefined where nothing stands. */
  child(key: string | number): Cursor | undefined {
    const known = this.kids?.get(key);
    if (known !== undefined) return known;
    const value = own(this.value, key);
    if (value === undefined || value === null) return undefined;
    const made = new Cursor(value, this, key);
    this.kids ??= new Map();
    this.kids.set(key, made);
    return made;
  }

  /** One step down: the item that the step chooses, the first where it chooses none. */
  go(step: Step): Cursor | undefined {
    const place = this.child(step.key);
    if (place === undefined) return undefined;
    if (!Array.isArray(place.value)) return holds(place.value, step.select) ? place.match(step.select) : undefined;
    if (!step.many) return undefined;
    const index = step.index ?? place.value.findIndex((item) => holds(item, step.select));
    const item = index < 0 ? undefined : place.child(index);
    if (item === undefined) return undefined;
    item.slot ??= step.slot;
    return item.match(step.select);
  }

  /** All items that a step chooses. */
  list(step: Step): Cursor[] {
    const place = this.child(step.key);
    if (place === undefined) return [];
    if (!Array.isArray(place.value)) return holds(place.value, step.select) ? [place.match(step.select)] : [];
    const items: Cursor[] = [];
    for (let index = 0; index < place.value.length; index++) {
      const item = holds(place.value[index], step.select) ? place.child(index) : undefined;
      if (item !== undefined) items.push(item.match(step.select));
    }
    return items;
  }

  /** Notes that the value at a key (the scalar itself without key) went into the target. */
  take(key: string | undefined): void {
    this.pass(key);
    this.make();
  }

  /** Notes that the value at a key was compared with what it should be. */
  verify(key: string | undefined): void {
    this.pass(key);
    for (let at: Cursor | undefined = this; at !== undefined && !at.used; at = at.parent) at.used = true;
  }

  /** Notes that something was made of this place. */
  make(): void {
    for (let at: Cursor | undefined = this; at !== undefined && !at.made; at = at.parent) {
      at.made = true;
      at.used = true;
    }
  }

  /** Rules stood here and made nothing of it. */
  get isUnmade(): boolean {
    return this.entered && !this.made;
  }

  /** Notes that a rule looked here and found nothing to take: null or an empty text. */
  pass(key: string | undefined): void {
    this.done ??= new Set();
    this.done.add(key ?? self);
  }

  /** Whether the value at a key was read, or served to choose this item. */
  isDone(key: string): boolean {
    return this.done?.has(key) ?? false;
  }

  /** The place of a property or item, if a rule went there. */
  visited(key: string | number): Cursor | undefined {
    return this.kids?.get(key);
  }

  /** Notes how values were spelt, and unread pairs among them. */
  keep(form: Form[], extra?: Omit<Extra, 'form'>): void {
    if (extra !== undefined) this.extras = [...this.extras, { ...extra, form: this.forms.length }];
    if (this.forms === none) this.forms = [];
    this.forms.push(form.filter(({ made, sent }) => made !== undefined || sent !== undefined));
  }

  path(): (string | number)[] {
    const path: (string | number)[] = [];
    for (let at: Cursor = this; at.parent !== undefined; at = at.parent) path.push(at.key);
    return path.reverse();
  }

  private match(select: readonly Select[]): Cursor {
    for (const { keys } of select) {
      let at: Cursor | undefined = this;
      for (const key of keys.slice(0, -1)) {
        at = at?.child(key);
        if (at !== undefined) at.chosen = true;
      }
      at?.pass(keys[keys.length - 1]);
    }
    return this;
  }
}

const none: never[] = [];

/** Stands for the key of a scalar that is an item itself. */
const self = '';

/** Whether an item has the values that a step's conditions ask for. */
export function holds(item: unknown, select: readonly Select[]): boolean {
  return select.every(({ keys, value }) => {
    let at = item;
    for (const key of keys) at = own(at, key);
    return isScalar(at) && String(at) === value;
  });
}
