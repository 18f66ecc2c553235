import type { Format } from '../format/format.ts';
import type { Side } from '../issue.ts';
import type { Condition, EachRule, Rule } from '../map/rule.ts';
import type { End } from '../op/compile-context.ts';
import { isFault, type Select, type Step } from '../path/path.ts';

/** An item of a list that a rule chooses by the conditions of its path. */
interface Chosen {
  readonly rule: Rule;
  readonly select: readonly Select[];
  readonly scope: readonly string[];
}

/** The items that an `each` goes through. */
interface Covered extends Chosen {
  readonly where: Condition | undefined;
  readonly item: End;
}

/** Two rules that read the same items of a list. */
export interface SharedItems {
  readonly rule: Rule;
  readonly each: string;
}

/** What rules read of the lists of one side: items chosen by a condition, and whole lists by `each`. */
export class SharedLists {
  private readonly chosen = new Map<string, Chosen[]>();
  private readonly covered = new Map<string, Covered[]>();
  private readonly side: Side;

  constructor(side: Side) {
    this.side = side;
  }

  /** Notes that a rule goes one step of its path into a list: `list` names the list, `item` is where it arrives. */
  note(rule: Rule, step: Step, list: string, place: { isLast: boolean; item: End; scope: readonly string[] }): void {
    const { scope, item, isLast } = place;
    const isEach = rule.op === 'each' && isLast;
    // Where the shape is not known, the rule says that a list stands there.
    if (!step.many && !(isEach && step.shape.kind === 'any')) return;
    if (step.index !== undefined || rule.op === 'const') return;
    const { select } = step;
    if (select.length > 0) push(this.chosen, list, { rule, select, scope });
    if (rule.op === 'each' && isLast) push(this.covered, list, { rule, select, scope, item, where: this.where(rule) });
  }

  private where(rule: EachRule): Condition | undefined {
    return rule.where?.[this.side];
  }

  /** The rules that choose items which an `each` goes through, too: both would make something of them. */
  shared(format: Format): SharedItems[] {
    const found: SharedItems[] = [];
    for (const [list, chosen] of this.chosen) {
      for (const each of this.covered.get(list) ?? []) {
        for (const { rule, select, scope } of chosen) {
          if (rule === each.rule || !mayRunTogether(scope, each.scope)) continue;
          const excluded =
            differ(select, each.select) || holds(each.where ?? true, select, each.item, format) === false;
          if (!excluded) found.push({ rule, each: each.rule.id });
        }
      }
    }
    return found;
  }
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else known.push(item);
}

/** Rules under conditions that the other one does not stand under may be made to exclude each other. */
function mayRunTogether(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.every((id, at) => long[at] === id);
}

/** Whether two conditions ask for different values of one place. */
function differ(a: readonly Select[], b: readonly Select[]): boolean {
  return a.some((one) => b.some((other) => isSame(one.keys, other.keys) && one.value !== other.value));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, at) => key === b[at]);
}

/** Whether a condition holds for an item of which only the selected values are known; undefined where that does not tell. */
function holds(condition: Condition, known: readonly Select[], item: End, format: Format): boolean | undefined {
  if (condition === true) return true;
  if ('all' in condition) {
    const parts = condition.all.map((part) => holds(part, known, item, format));
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => holds(part, known, item, format));
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
  }
  if ('not' in condition) {
    const inner = holds(condition.not, known, item, format);
    return inner === undefined ? undefined : !inner;
  }
  const path = format.parsePath(condition.path, item.shape);
  if (isFault(path) || path.absolute || path.steps.some(({ many }) => many)) return undefined;
  const keys = path.steps.map(({ key }) => key);
  const value = known.find((select) => isSame(select.keys, keys))?.value;
  if (value === undefined) return undefined;
  if ('present' in condition) return condition.present;
  const { is } = condition;
  return (Array.isArray(is) ? is : [is]).some((one) => String(one) === value);
}
