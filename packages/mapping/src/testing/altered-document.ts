import type { Format } from '../format/format.ts';
import { isFault, type Step } from '../path/path.ts';
import { type PlacedValue, placesAt } from '../profile/places-at.ts';
import { own, setOwn } from '../run/own.ts';

type Keys = PlacedValue['keys'];

/**
 * A copy of a document with another value at the first place that a path of its Format names, or without it. A level of an HL
 * tree is found wherever it stands. Undefined where there is no such place; where only the last part is missing, it is made.
 */
export function alteredDocument(
  format: Format,
  document: unknown,
  { path: text, value }: { readonly path: string; readonly value?: unknown },
): unknown {
  const path = format.parsePath(text, format.shape);
  if (isFault(path)) return undefined;
  const keys = keysOf(document, path.steps) ?? (value === undefined ? undefined : newKeys(document, path.steps));
  return keys === undefined ? undefined : replacedAt(document, keys, value);
}

/** A document with another value at the place of some keys, or without it; all that is not around it is shared. */
export function replacedAt(document: unknown, [key, ...inner]: Keys, value: unknown): unknown {
  if (key === undefined) return value;
  const replaced = inner.length === 0 ? value : replacedAt(own(document, key), inner, value);
  if (Array.isArray(document)) {
    const at = Number(key);
    return replaced === undefined ? document.toSpliced(at, 1) : document.with(at, replaced);
  }
  if (typeof document !== 'object' || document === null) return document;
  const { [key]: _, ...others } = document as Record<string, unknown>;
  if (replaced === undefined) return others;
  // In its old place, so that what is listed is listed in the same order.
  const copy: Record<string, unknown> = Object.hasOwn(document, key) ? { ...document } : others;
  setOwn(copy, String(key), replaced);
  return copy;
}

/** The keys of the first value that steps lead to. */
function keysOf(document: unknown, steps: readonly Step[]): Keys | undefined {
  let starts: readonly PlacedValue[] = [{ value: document, keys: [] }];
  for (const [index, step] of steps.entries()) {
    starts = starts.flatMap((start) => next(start, step, index === steps.length - 1));
    if (step.children === undefined) starts = starts.slice(0, 1);
  }
  return starts[0]?.keys;
}

function next(start: PlacedValue, step: Step, isLast: boolean): readonly PlacedValue[] {
  if (step.children === undefined) return placesAt(start, { steps: [step] });
  const all = levels(start, step.key, step.children);
  const chosen = all.filter(({ value }) =>
    step.select.every((select) => String(select.keys.reduce<unknown>(own, value)) === select.value),
  );
  return isLast ? chosen.slice(0, 1) : chosen;
}

/** All levels of a tree, each before those inside it. */
function levels({ value, keys }: PlacedValue, key: string, children: string): PlacedValue[] {
  const found: PlacedValue[] = [];
  const waiting: PlacedValue[] = itemsOf({ value, keys }, key).reverse();
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    found.push(item);
    waiting.push(...itemsOf(item, children).reverse());
  }
  return found;
}

function itemsOf({ value, keys }: PlacedValue, key: string): PlacedValue[] {
  const list = own(value, key);
  return Array.isArray(list) ? list.map((item: unknown, index) => ({ value: item, keys: [...keys, key, index] })) : [];
}

/** Where a value would stand whose owner is there. */
function newKeys(document: unknown, steps: readonly Step[]): Keys | undefined {
  const last = steps.at(-1);
  const owner = steps.length === 1 ? [] : keysOf(document, steps.slice(0, -1));
  return owner === undefined || last === undefined || last.many ? undefined : [...owner, last.key];
}
