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

/** What few places have to be remembered of. */
interface Notes {
  /** The forms to be restored together. */
  readonly forms: (readonly Form[])[];
  readonly extras: Extra[];
  /** Literals read under a condition, which may not hold on the way back. */
  readonly literals: Form[];
}

/**
 * A place in the source document and what has been read there. Marks are kept by place, not by object, so that one object
 * standing in two places is marked apart, and the document itself is never touched.
 */
export class Cursor {
  readonly value: unknown;
  readonly parent: Cursor | undefined;
  readonly key: string | number;
  /** How the rule that read this item calls it; the writer calls what it makes the same. */
  slot: string | undefined = undefined;
  /** The `each` or `nest` that read this item. */
  group: string | undefined = undefined;
  /** The key of an item that an `each` read, null where it has none: named when the name is needed, which is seldom. */
  named: string | null | undefined = undefined;
  private notes: Notes | undefined = undefined;
  /** What was noted of the place, as bits: one field, because a document has many places. */
  private marks = 0;
  // A chain, looked through: a rule visits few properties of an object, and a map has few rules for it.
  private firstKid: Cursor | undefined = undefined;
  private nextKid: Cursor | undefined = undefined;
  private items: (Cursor | undefined)[] | undefined = undefined;
  private done: (string | undefined)[] | undefined = undefined;
  private doneCount = 0;
  /** The way that was gone last, and where it led: rules that follow each other mostly go the same way. */
  private lastWay: readonly Step[] | undefined = undefined;
  private lastEnd: Cursor | undefined = undefined;

  constructor(value: unknown, parent?: Cursor, key: string | number = '') {
    this.value = value;
    this.parent = parent;
    this.key = key;
  }

  /** A value was read or verified here or below. */
  get used(): boolean {
    return (this.marks & USED) !== 0;
  }

  /** Lies between a chosen item and the value that it was chosen by. */
  get chosen(): boolean {
    return (this.marks & CHOSEN) !== 0;
  }

  get forms(): readonly (readonly Form[])[] {
    return this.notes?.forms ?? none;
  }

  get extras(): readonly Extra[] {
    return this.notes?.extras ?? none;
  }

  get literals(): readonly Form[] {
    return this.notes?.literals ?? none;
  }

  /** The place of a property or item; undefined where nothing stands. */
  child(key: string | number): Cursor | undefined {
    const known = this.visited(key);
    if (known !== undefined) return known;
    const value = own(this.value, key);
    if (value === undefined || value === null) return undefined;
    const made = new Cursor(value, this, key);
    if (typeof key === 'number') {
      this.items ??= new Array(Array.isArray(this.value) ? this.value.length : 0);
      this.items[key] = made;
    } else {
      made.nextKid = this.firstKid;
      this.firstKid = made;
    }
    return made;
  }

  /** Some steps down, each to the item that it chooses. Ways are compared by identity. */
  follow(way: readonly Step[]): Cursor | undefined {
    if (this.lastWay === way) return this.lastEnd;
    let at: Cursor | undefined = this;
    for (let index = 0; at !== undefined && index < way.length; index++) at = at.go(way[index] as Step);
    this.lastWay = way;
    this.lastEnd = at;
    return at;
  }

  /** One step down: the item that the step chooses, the first where it chooses none. */
  go(step: Step): Cursor | undefined {
    const place = this.child(step.key);
    if (place === undefined) return undefined;
    const { select } = step;
    if (!Array.isArray(place.value)) return holds(place.value, select) ? place.match(select) : undefined;
    if (!step.many) return undefined;
    const index = step.index ?? indexOf(place.value, select);
    const item = index < 0 ? undefined : place.child(index);
    if (item === undefined) return undefined;
    item.slot ??= step.slot;
    return item.match(select);
  }

  /** All items that a step chooses. */
  list({ key, select }: Step): readonly Cursor[] {
    const place = this.child(key);
    if (place === undefined) return none;
    if (!Array.isArray(place.value)) return holds(place.value, select) ? [place.match(select)] : none;
    const items: Cursor[] = [];
    for (let index = 0; index < place.value.length; index++) {
      const item = holds(place.value[index], select) ? place.child(index) : undefined;
      if (item !== undefined) items.push(item.match(select));
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
    for (let at: Cursor | undefined = this; at !== undefined && !at.used; at = at.parent) at.marks |= USED;
  }

  /** Notes that something was made of this place. */
  make(): void {
    for (let at: Cursor | undefined = this; at !== undefined && (at.marks & MADE) === 0; at = at.parent) {
      at.marks |= MADE | USED;
    }
  }

  /** Notes that a rule with rules stands here. If nothing is made of the place, it is kept whole. */
  enter(): void {
    this.marks |= ENTERED;
  }

  /** Rules stood here and made nothing of it. */
  get isUnmade(): boolean {
    return (this.marks & (ENTERED | MADE)) === ENTERED;
  }

  /** Notes that a rule looked here and found nothing to take: null or an empty text. */
  pass(key: string = self): void {
    const { done } = this;
    // Room for four: an array that grows from one makes room for seventeen.
    if (done === undefined) this.done = [key, undefined, undefined, undefined];
    else if (done.includes(key)) return;
    else if (this.doneCount < done.length) done[this.doneCount] = key;
    else done.push(key);
    this.doneCount++;
  }

  /** Whether the value at a key was read, or served to choose this item. */
  isDone(key: string): boolean {
    return this.done?.includes(key) === true;
  }

  /** The place of a property or item, if a rule went there. */
  visited(key: string | number): Cursor | undefined {
    if (typeof key === 'number') return this.items === undefined ? undefined : this.items[key];
    for (let kid = this.firstKid; kid !== undefined; kid = kid.nextKid) if (kid.key === key) return kid;
    return undefined;
  }

  /** Notes how values were spelt, and unread pairs among them. */
  keep(form: readonly Form[], extra?: Omit<Extra, 'form'>): void {
    const { forms, extras } = this.noted();
    if (extra !== undefined) extras.push({ ...extra, form: forms.length });
    forms.push(form.filter(({ made, sent }) => made !== undefined || sent !== undefined));
  }

  /** Notes a literal that was read under a condition. */
  keepLiteral(literal: Form): void {
    this.noted().literals.push(literal);
  }

  path(): (string | number)[] {
    const path: (string | number)[] = [];
    for (let at: Cursor = this; at.parent !== undefined; at = at.parent) path.push(at.key);
    return path.reverse();
  }

  private noted(): Notes {
    this.notes ??= { forms: [], extras: [], literals: [] };
    return this.notes;
  }

  private match(select: readonly Select[]): Cursor {
    for (const { keys } of select) {
      let at: Cursor | undefined = this;
      for (let index = 0; index < keys.length - 1; index++) {
        at = at?.child(keys[index] ?? '');
        if (at !== undefined) at.marks |= CHOSEN;
      }
      at?.pass(keys[keys.length - 1]);
    }
    return this;
  }
}

/** Marks: something of the place, here or below, went into the target, so that writing makes it again; and the others. */
const MADE = 1;
const USED = 2;
const CHOSEN = 4;
const ENTERED = 8;

const none: never[] = [];

/** Stands for the key of a scalar that is an item itself. */
const self = '';

/** Whether an item has the values that a step's conditions ask for. */
export function holds(item: unknown, select: readonly Select[]): boolean {
  for (const { keys, value } of select) {
    let at = item;
    for (const key of keys) at = own(at, key);
    if (at !== value && !(isScalar(at) && String(at) === value)) return false;
  }
  return true;
}

function indexOf(items: readonly unknown[], select: readonly Select[]): number {
  for (let index = 0; index < items.length; index++) if (holds(items[index], select)) return index;
  return -1;
}
