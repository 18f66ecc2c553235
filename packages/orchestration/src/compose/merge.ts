import type { Identifier, Parties, Reference } from '@dist/canonical';

/** The object without its absent fields, so that documents have none that say nothing. */
export function defined<Value extends object>(value: Value): Value {
  const present: Partial<Value> = {};
  // Documents are made of nothing else: a list of entries and an object from it took five times as long.
  for (const name in value) if (value[name] !== undefined) present[name] = value[name];
  return present as Value;
}

/**
 * A report with what only the order knows put in its place; fields that are undefined in the end are left out. Copied by
 * `Object.assign`: a spread that new fields are put into makes a new hidden class each time, and takes twenty times as long.
 */
export function completed<Value extends object>(report: Value, more: Partial<Undefinable<Value>>): Value {
  const whole: Partial<Value> = Object.assign({}, report);
  for (const name in more) if (more[name] !== undefined || name in report) whole[name] = more[name];
  for (const name in whole) if (whole[name] === undefined) return defined(whole as Value);
  return whole as Value;
}

/** The object itself where it has no absent fields, and a copy without them otherwise. */
export function present<Value extends object>(value: Value): Value {
  for (const name in value) if (value[name] === undefined) return defined(value);
  return value;
}

type Undefinable<Value> = { readonly [Name in keyof Value]: Value[Name] | undefined };

/** The parties of a report, completed from the order's. */
export function mergeParties(report: Parties, order: Parties): Parties {
  for (const _name in report) return completed(order, defined(report));
  return present(order);
}

/** The references of a report, and those of the order whose type it does not name. */
export function mergeReferences(report: readonly Reference[], order: readonly Reference[]): Reference[] {
  const merged = [...report];
  for (const reference of order) if (report.every(({ type }) => type !== reference.type)) merged.push(reference);
  return merged;
}

/** All numbers of an item, each once, the buyer's first as the order has them. */
export function mergeIds(...lists: readonly (readonly Identifier[])[]): Identifier[] {
  const ids: Identifier[] = [];
  for (const list of lists) for (const id of list) if (!isAmong(ids, id)) ids.push(id);
  return ids;
}

function isAmong(ids: readonly Identifier[], { scheme, value }: Identifier): boolean {
  for (const id of ids) if (id.value === value && id.scheme === scheme) return true;
  return false;
}
