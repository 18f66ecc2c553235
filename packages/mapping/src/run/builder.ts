import type { Scalar } from '../map/rule.ts';
import type { Step } from '../path/path.ts';
import type { Shape } from '../shape/shape.ts';

/** The items of a list under construction, in the order they were begun. */
export class ListBuilder {
  readonly items: Builder[] = [];
  /** Items that several rules fill, by the condition they share. */
  readonly slots = new Map<string, Builder>();
}

/**
 * A place of the document under construction. Nothing is made of it until a rule sets a value at or below it. Only the
 * run that made it sees it; `finish` turns it into plain data.
 */
export class Builder {
  readonly shape: Shape;
  readonly parent: Builder | undefined;
  /** In a list: the place among what was begun; when finished, the place in the document. */
  key: string | number;
  readonly fields = new Map<string, Scalar | Builder | ListBuilder>();
  /** Values that the conditions of the path ask for; written when anything else is. */
  soft: Map<string, Scalar> | undefined;
  /** The value, where the item is a scalar. */
  self: Scalar | undefined;
  touched = false;
  /** Keys of values that stand for absent ones: what was sent and could not be read comes before them. */
  standIns: Set<string> | undefined;
  /** Holds a value that a condition on the object around it asks for. */
  choosing = false;
  /** Place in the list that the path asks for. */
  index: number | undefined;
  slot = '';
  group: string | undefined;

  constructor(shape: Shape, parent?: Builder, key: string | number = '') {
    this.shape = shape;
    this.parent = parent;
    this.key = key;
  }

  /** One step down, to the item that all rules with this step share. */
  go(step: Step): Builder {
    if (!step.many) return this.single(step);
    const list = this.listAt(step.key);
    const known = list.slots.get(step.slot);
    if (known !== undefined) return known;
    const made = this.begin(step, list);
    made.index = step.index;
    made.slot = step.slot;
    list.slots.set(step.slot, made);
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
    const list = this.fields.get(step.key);
    return list instanceof ListBuilder ? list.items.length : 0;
  }

  /** Sets a value, or the item itself without key. False when another value stands there. */
  set(key: string | undefined, value: Scalar): boolean {
    const standing = this.at(key);
    if (standing !== undefined && standing !== value) return false;
    if (key === undefined) this.self = value;
    else this.fields.set(key, value);
    for (let at: Builder | undefined = this; at !== undefined && !at.touched; at = at.parent) at.touched = true;
    return true;
  }

  /** The value set at a key. */
  at(key: string | undefined): Scalar | Builder | ListBuilder | undefined {
    return key === undefined ? this.self : this.fields.get(key);
  }

  path(): (string | number)[] {
    const path: (string | number)[] = [];
    for (let at: Builder = this; at.parent !== undefined; at = at.parent) {
      path.push(at.key);
      if (typeof at.key === 'number') path.push(at.listKey);
    }
    return path.reverse();
  }

  private listKey = '';

  private single(step: Step): Builder {
    const known = this.fields.get(step.key);
    if (known instanceof Builder) return known.soften(step);
    const made = new Builder(step.shape, this, step.key);
    this.fields.set(step.key, made);
    return made.soften(step);
  }

  private begin(step: Step, list: ListBuilder): Builder {
    const made = new Builder(step.shape, this, list.items.length);
    made.listKey = step.key;
    list.items.push(made);
    return made.soften(step);
  }

  private listAt(key: string): ListBuilder {
    const known = this.fields.get(key);
    if (known instanceof ListBuilder) return known;
    const made = new ListBuilder();
    this.fields.set(key, made);
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
      at.soft ??= new Map();
      at.soft.set(last, typed(value, at.shape, last));
    }
    return this;
  }
}

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
