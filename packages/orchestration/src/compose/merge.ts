import type { Identifier, Parties, Reference } from '@dist/canonical';

/** The object without its absent fields, so that documents have none that say nothing. */
export function defined<Value extends object>(value: Value): Value {
  const present: Partial<Value> = {};
  // Documents are made of nothing else: a list of entries and an object from it took five times as long.
  for (const name in value) if (value[name] !== undefined) present[name] = value[name];
  return present as Value;
}

/**
 * A report with what only the order knows put in its place; fields that are undefined in the end are left out. A spread with
 * new fields behind it makes a new hidden class each time: it took twenty times as long.
 */
export function completed<Value extends object>(report: Value, more: Partial<Undefinable<Value>>): Value {
  const whole: Partial<Value> = {};
  for (const name in report) {
    const field = name in more ? more[name] : report[name];
    if (field !== undefined) whole[name] = field;
  }
  for (const name in more) if (!(name in report) && more[name] !== undefined) whole[name] = more[name];
  return whole as Value;
}

type Undefinable<Value> = { readonly [Name in keyof Value]: Value[Name] | undefined };

/** The parties of a report, completed from the order's. */
export function mergeParties(report: Parties, order: Parties): Parties {
  return completed(order, defined(report));
}

/** The references of a report, and those of the order whose type it does not name. */
export function mergeReferences(report: readonly Reference[], order: readonly Reference[]): Reference[] {
  if (order.length === 0) return [...report];
  const types = new Set(report.map((reference) => reference.type));
  return [...report, ...order.filter((reference) => !types.has(reference.type))];
}

/** All numbers of an item, each once, the buyer's first as the order has them. */
export function mergeIds(...lists: readonly (readonly Identifier[])[]): Identifier[] {
  const ids: Identifier[] = [];
  for (const list of lists) {
    for (const id of list)
      if (!ids.some(({ scheme, value }) => scheme === id.scheme && value === id.value)) ids.push(id);
  }
  return ids;
}
