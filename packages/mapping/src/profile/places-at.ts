import type { Path, Step } from '../path/path.ts';
import { isAbsent, own } from '../run/own.ts';

/** A value of a document and the keys that lead to it. */
export interface PlacedValue {
  readonly value: unknown;
  readonly keys: readonly (string | number)[];
}

/** All values at a path of plain data with their places; what is absent is none. `from` is where the path begins. */
export function placesAt(from: PlacedValue, path: Pick<Path, 'steps'>): readonly PlacedValue[] {
  let found: readonly PlacedValue[] = [from];
  path.steps.forEach((step, index) => {
    const last = index === path.steps.length - 1;
    found = found.flatMap((place) => stepInto(place, step, last));
  });
  return found.filter(({ value }) => !isAbsent(value));
}

function stepInto({ value, keys }: PlacedValue, step: Step, last: boolean): readonly PlacedValue[] {
  const inner = own(value, step.key);
  if (inner === undefined) return [];
  if (!Array.isArray(inner)) return isChosen(inner, step) ? [{ value: inner, keys: [...keys, step.key] }] : [];
  const items = inner.map((item: unknown, index) => ({ value: item, keys: [...keys, step.key, index] }));
  if (step.index !== undefined) return items.slice(step.index, step.index + 1);
  const chosen = items.filter((item) => isChosen(item.value, step));
  return step.all || last ? chosen : chosen.slice(0, 1);
}

function isChosen(item: unknown, { select }: Step): boolean {
  return select.every(({ keys, value }) => String(keys.reduce<unknown>(own, item)) === value);
}
