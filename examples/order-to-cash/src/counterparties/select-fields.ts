import type { Field } from './read-query.ts';

/** An object of the answer: values, or functions of a field's arguments. */
export type Resolvable = { readonly [name: string]: unknown };

/**
 * What was asked for of a value, and nothing more, as GraphQL does. Throws a SyntaxError for a field that is not there:
 * an adapter that asks for the wrong thing has to see it here and not at the customer's.
 */
export function selectFields(value: unknown, fields: readonly Field[]): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((element) => selectFields(element, fields));
  if (typeof value !== 'object') return value;
  if (fields.length === 0) throw new SyntaxError('Field must have selections');
  return Object.fromEntries(fields.map((field) => [field.as, select(value as Resolvable, field)]));
}

function select(object: Resolvable, field: Field): unknown {
  if (!Object.hasOwn(object, field.name)) throw new SyntaxError(`Field '${field.name}' doesn't exist`);
  const member = object[field.name];
  return selectFields(typeof member === 'function' ? member(field.arguments) : member, field.fields);
}
