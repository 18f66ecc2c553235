import type { Selection } from './parse-document.ts';

/** A field of a type: a value, or what gives it for arguments. */
export type Resolved = unknown;
export type Resolver = (selection: Selection) => unknown;

/** A field that a type does not have, as GraphQL tells of it. */
export class UndefinedField extends Error {}

/** What of a value is asked for. An object has its type's fields and no other; one that is a function is called. */
export function selectFields(value: Resolved, selections: readonly Selection[], type: string): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => selectFields(item, selections, type));
  if (typeof value !== 'object') return value;
  const fields: Record<string, unknown> = {};
  const own = new Map<string, unknown>(Object.entries(value));
  for (const selection of selections) {
    if (selection.on !== undefined) {
      if (own.get('__typename') === selection.on)
        Object.assign(fields, selectFields(value, selection.selections, selection.on));
      continue;
    }
    if (!own.has(selection.name)) throw new UndefinedField(`Field '${selection.name}' doesn't exist on type '${type}'`);
    const field = own.get(selection.name);
    const resolved: unknown = isResolver(field) ? field(selection) : field;
    fields[selection.alias] = selectFields(resolved, selection.selections, selection.name);
  }
  return fields;
}

function isResolver(field: unknown): field is Resolver {
  return typeof field === 'function';
}
