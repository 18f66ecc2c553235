import type { FieldShape, ValueShape } from './surface.ts';

/** An object of which only the fields matter: the parameters of an operation, the arguments of a field. */
export function objectShape(id: string, fields: ReadonlyMap<string, FieldShape>): ValueShape {
  return { id, types: new Set(['object']), limits: new Map(), fields: () => fields };
}
