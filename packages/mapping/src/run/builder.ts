import type { Scalar } from '../map/rule.ts';
import type { Step } from '../path/path.ts';
import type { Shape } from '../shape/shape.ts';
import { own, setOwn } from './own.ts';

/** The items of a list under construction, in the order they were begun. */
export class ListBuilder {
  readonly key: string;
  readonly items: Builder[] = [];
  /** Items that several rules fill, found by their slot: as many as the map has paths to them. */
  slots: readonly Builder[] = none;
  /** The part begun behind it in the object that holds it. */
  next: Builder | ListBuilder | undefined = undefined;

  constructor(key: string) {
    this.key = key;
  }
}

/**
 * A place of the document under construction. Nothing is made of it until a rule sets a value at or below it. Only the
 * run that made it sees it; values go straight into `out`, and `finish` puts in the parts that something was set in.
 */
export class Builder {
  readonly shape: Shape;
  readonly parent: Builder | undefined;
  /** In a list: the place among what was begun; when finished, the place in the document. */
  key: string | number;
  /** The values set here, and those that the conditions of the path ask for. */
  readonly out: Record<string, unknown> = {};
  /** The first object or list begun here: a chain, in order, because most objects have none or one. */
  firstKid: Builder | ListBuilder | undefined = undefined;
  next: Builder | ListBuilder | undefined = undefined;
  /** The value, where the item is a scalar. */
  self: Scalar | undefined = undefined;
  touched = false;
  /** Keys of values that stand for absent ones: what was sent and could not be read comes before them. */
  standIns: Set<string> | undefined = undefined;
  /** Holds a value that a condition on the object around it asks for. */
  choosing = false;
  /** Place in the list that the path asks for. */
  index: number | undefined = undefined;
  slot = '';
  group: string | undefined = undefined;
  /** The key of an item that an `each` made, null where it has none: named when the name is needed. */
  named: string | null | undefined = undefined;
  /** Keys in `out` that no rule has set yet: only the conditions of a path ask for them. */
  private soft: string[] | undefined = undefined;
  /** The key of the list that holds the item. */
  listKey = '';
  /** A bit for each key that a value or part was put at, and for others: where it is missing, nothing stands. */
  private filled = 0;
  /** The way that was gone last, and where it led: rules that follow each other mostly go the same way. */
  private lastWay: readonly Step[] | undefined = undefined;
  private lastEnd: Builder = this;

  constructor(shape: Shape, parent?: Builder, key: string | number = '') {
    this.shape = shape;
    this.parent = parent;
    this.key = key;
  }

  /** Some steps down. Ways are compared by identity. */
  follow(way: readonly Step[]): Builder {
    if (this.lastWay === way) return this.lastEnd;
    let at: Builder = this;
    for (const step of way) at = at.go(step);
    this.lastWay = way;
    this.lastEnd = at;
    return at;
  }

  /** One step down, to the item that all rules with this step share. */
  go(step: Step): Builder {
    if (!step.many) return this.single(step);
    const list = this.listAt(step.key);
    for (const known of list.slots) if (known.slot === step.slot) return known;
    const made = this.begin(step, list);
    made.index = step.index;
    made.slot = step.slot;
    list.slots = [...list.slots, made];
    return made;
  }

  /** A new item of a list, of its own. */
  add(step: Step, group: string): Builder {
    const made = this.begin(step, this.listAt(step.key));
    made.group = group;
    return made;
  }

  /** How many items were begun in a list. */
  count(step: Step): number {
    const list = this.kid(step.key);
    return list instanceof ListBuilder ? list.items.length : 0;
  }

  /** Sets a value, or the item itself without key. False when another value stands there. */
  set(key: string | undefined, value: Scalar, bit = bitOf(key)): boolean {
    if ((this.filled & bit) !== 0) {
      const standing = this.at(key);
      if (standing !== undefined && standing !== value) return false;
    }
    this.filled |= bit;
    if (key === undefined) this.self = value;
    else {
      if (this.soft?.includes(key) === true) this.soft = this.soft.filter((name) => name !== key);
      setOwn(this.out, key, value);
    }
    for (let at: Builder | undefined = this; at !== undefined && !at.touched; at = at.parent) at.touched = true;
    return true;
  }

  /** What a rule set at a key, or the part begun there. */
  at(key: string | undefined): unknown {
    if (key === undefined) return this.self;
    if (this.soft?.includes(key) === true) return undefined;
    return own(this.out, key) ?? this.kid(key);
  }

  /** The object or list begun at a key. */
  kid(key: string): Builder | ListBuilder | undefined {
    for (let kid = this.firstKid; kid !== undefined; kid = kid.next) if (kid.key === key) return kid;
    return undefined;
  }

  path(): (string | number)[] {
    const path: (string | number)[] = [];
    for (let at: Builder = this; at.parent !== undefined; at = at.parent) {
      path.push(at.key);
      if (typeof at.key === 'number') path.push(at.listKey);
    }
    return path.reverse();
  }

  private single(step: Step): Builder {
    const known = this.kid(step.key);
    if (known instanceof Builder) return known.soften(step);
    return this.hold(new Builder(step.shape, this, step.key), known).soften(step);
  }

  private begin(step: Step, list: ListBuilder): Builder {
    const made = new Builder(step.shape, this, list.items.length);
    made.listKey = step.key;
    list.items.push(made);
    return made.soften(step);
  }

  private listAt(key: string): ListBuilder {
    const known = this.kid(key);
    return known instanceof ListBuilder ? known : this.hold(new ListBuilder(key), known);
  }

  /** Where a document's shape is not known, a list may be begun where an object was, and the other way round. */
  private hold<Part extends Builder | ListBuilder>(made: Part, instead: Builder | ListBuilder | undefined): Part {
    this.filled |= bitOf(made.key as string);
    let before: Builder | ListBuilder | undefined;
    for (let kid = this.firstKid; kid !== instead && kid !== undefined; kid = kid.next) before = kid;
    made.next = instead?.next;
    if (before === undefined) this.firstKid = made;
    else before.next = made;
    if (instead === undefined) return made;
    for (let at: Builder | undefined = this; at !== undefined; at = at.parent) at.lastWay = undefined;
    return made;
  }

  private soften(step: Step): Builder {
    for (const { keys, value } of step.select) {
      let at: Builder = this;
      for (const key of keys.slice(0, -1)) {
        at = at.single(stepTo(key, at.shape));
        at.choosing = true;
      }
      const last = keys[keys.length - 1] ?? '';
      at.askFor(last, typed(value, at.shape, last));
    }
    return this;
  }

  private askFor(key: string, value: Scalar): void {
    const isSoft = this.soft?.includes(key) === true;
    if (!isSoft && this.at(key) !== undefined) return;
    if (this.soft === undefined) this.soft = [key];
    else if (!isSoft) this.soft.push(key);
    this.filled |= bitOf(key);
    setOwn(this.out, key, value);
  }
}

/** One of 31 bits for a key; the lowest for the place itself. */
export function bitOf(key: string | undefined): number {
  if (key === undefined) return 1;
  const { length } = key;
  return 2 << ((7 * length + 3 * key.charCodeAt(0) + key.charCodeAt(length - 1)) % 30);
}

/** Stands for an empty list until there is something in it. */
const none: never[] = [];

function stepTo(key: string, shape: Shape): Step {
  const field = shape.kind === 'object' ? shape.fields.get(key) : undefined;
  const inner: Shape = field?.shape ?? { kind: 'any' };
  return {
    key,
    many: false,
    select: [],
    index: undefined,
    all: false,
    takesFirst: false,
    slot: '',
    children: undefined,
    shape: inner,
  };
}

/** A condition's text as the type of the place it is for. */
function typed(value: string, shape: Shape, key: string): Scalar {
  const leaf = shape.kind === 'object' ? shape.fields.get(key)?.shape : undefined;
  if (leaf?.kind !== 'leaf') return value;
  if (leaf.type === 'number') return Number(value);
  return leaf.type === 'boolean' ? value === 'true' : value;
}
