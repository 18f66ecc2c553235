import type { Needs } from './needs.ts';
import type { Action } from './operation.ts';

/** An action, and what it needs to do anything. */
export interface PlannedAction {
  readonly action: Action;
  readonly needs: Needs;
}

/** Sets of properties that are remembered: documents of one partner have a few of each object, hostile ones any number. */
const mostSets = 256;
const longestKey = 128;

/**
 * Which of the rules at a place have something to do there, by the properties that stand at it and in one of its parts. Most
 * rules of a map find nothing in most objects, so that to run them all would cost more than all that is found.
 */
export class Plan {
  private readonly all: readonly Action[];
  private readonly actions: readonly PlannedAction[];
  /** The part whose properties are looked at, too: the one that most rules look into. */
  private readonly part: string | undefined;
  private readonly here: PropertySets;
  private readonly inside: PropertySets;
  private readonly known = new Map<PropertySet, Map<PropertySet, readonly Action[]>>();
  private count = 0;

  constructor(actions: readonly PlannedAction[]) {
    this.actions = actions;
    this.all = actions.map(({ action }) => action);
    this.part = busiestPart(actions);
    this.here = new PropertySets(actions.flatMap(({ needs }) => needs[0] ?? []));
    const inside = actions.filter(({ needs }) => needs[0] === this.part);
    this.inside = new PropertySets(inside.flatMap(({ needs }) => needs[1] ?? []));
  }

  /** The actions that may find something in an object, in their order. */
  for(value: unknown): readonly Action[] {
    if (!isPlain(value)) return this.all;
    const here = this.here.of(value);
    const part = this.part === undefined ? undefined : (value as Record<string, unknown>)[this.part];
    const inside = isPlain(part) ? this.inside.of(part) : this.inside.any;
    return this.known.get(here)?.get(inside) ?? this.chosen(here, inside);
  }

  private chosen(here: PropertySet, inside: PropertySet): readonly Action[] {
    const chosen = this.actions.filter(({ needs: [first, second] }) => {
      if (first === undefined) return true;
      if (!here.keys.has(first)) return false;
      return first !== this.part || second === undefined || inside === this.inside.any || inside.keys.has(second);
    });
    const actions = chosen.map(({ action }) => action);
    if (here.isKept && inside.isKept && this.count < mostSets) {
      this.count++;
      const known = this.known.get(here) ?? new Map<PropertySet, readonly Action[]>();
      this.known.set(here, known.set(inside, actions));
    }
    return actions;
  }
}

/** Whether all properties of an object are its own: those of a class, or of another realm, are not told apart here. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function busiestPart(actions: readonly PlannedAction[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { needs } of actions) {
    const [first, second] = needs;
    if (first !== undefined && second !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [busiest] = [...counts].sort(([, one], [, other]) => other - one);
  return busiest !== undefined && busiest[1] > 1 ? busiest[0] : undefined;
}

/** Some properties that an object has, of those that rules ask for. */
class PropertySet {
  readonly keys: ReadonlySet<string>;
  /** The set with one more property, by its key; this set itself where no rule asks for it. */
  readonly with = new Map<string, PropertySet>();
  /** It will be met again. */
  readonly isKept: boolean;

  constructor(keys: ReadonlySet<string>, isKept: boolean) {
    this.keys = keys;
    this.isKept = isKept;
  }
}

/** The sets of properties of objects at one place, found property by property. */
class PropertySets {
  /** Stands for the properties of what is no object: any may be there. */
  readonly any = new PropertySet(new Set(), true);
  private readonly none = new PropertySet(new Set(), true);
  private readonly asked: ReadonlySet<string>;
  private count = 0;

  constructor(asked: readonly string[]) {
    this.asked = new Set(asked);
  }

  of(value: object): PropertySet {
    let set = this.none;
    for (const key in value) set = set.with.get(key) ?? this.enlarged(set, key);
    return set;
  }

  private enlarged(set: PropertySet, key: string): PropertySet {
    const isKept = set.isKept && this.count < mostSets && key.length <= longestKey;
    const made = this.asked.has(key) ? new PropertySet(new Set([...set.keys, key]), isKept) : set;
    if (isKept) {
      this.count++;
      set.with.set(key, made);
    }
    return made;
  }
}
