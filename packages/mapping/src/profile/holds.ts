import type { Condition } from '../map/rule.ts';
import type { Path } from '../path/path.ts';
import { type PlacedValue, placesAt } from './places-at.ts';

/** Where a constraint is asked: the document and the item of it. */
export interface AskedAt {
  readonly document: PlacedValue;
  readonly item: PlacedValue;
}

/** Whether a condition holds at a place. `is` holds where one of the values at its path is; of no value nothing is. */
export function holds(condition: Condition, at: AskedAt, parse: (text: string) => Path | undefined): boolean {
  if (condition === true) return true;
  if ('all' in condition) return condition.all.every((inner) => holds(inner, at, parse));
  if ('any' in condition) return condition.any.some((inner) => holds(inner, at, parse));
  if ('not' in condition) return !holds(condition.not, at, parse);
  const values = valuesOf(parse(condition.path), at);
  if ('present' in condition) return values.length > 0 === condition.present;
  const { is } = condition;
  const wanted = new Set<unknown>(Array.isArray(is) ? is : [is]);
  return values.some(({ value }) => wanted.has(value));
}

/** The values at a path, from the document where it is absolute. */
export function valuesOf(path: Path | undefined, { document, item }: AskedAt): readonly PlacedValue[] {
  return path === undefined ? [] : placesAt(path.absolute ? document : item, path);
}
