import type { Identifier, Parties, Reference } from '@dist/canonical';

/** The object without its absent fields, so that documents have none that say nothing. */
export function defined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Value;
}

/** The parties of a report, completed from the order's. */
export function mergeParties(report: Parties, order: Parties): Parties {
  return { ...order, ...defined(report) };
}

/** The references of a report, and those of the order whose type it does not name. */
export function mergeReferences(report: readonly Reference[], order: readonly Reference[]): Reference[] {
  const types = new Set(report.map((reference) => reference.type));
  return [...report, ...order.filter((reference) => !types.has(reference.type))];
}

/** All numbers of an item, each once, the buyer's first as the order has them. */
export function mergeIds(...lists: readonly (readonly Identifier[])[]): Identifier[] {
  const ids = new Map<string, Identifier>();
  for (const id of lists.flat()) if (!ids.has(`${id.scheme}/${id.value}`)) ids.set(`${id.scheme}/${id.value}`, id);
  return [...ids.values()];
}
