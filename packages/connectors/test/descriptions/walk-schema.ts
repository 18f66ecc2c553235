import { isRecord, type Resolve, type Schema } from './schema.ts';

/** Whether a path, written `items[].sku`, leads to something that a schema describes. `*` is any name. */
export function walkSchema(schema: Schema, path: string, resolve: Resolve): boolean {
  const steps = [...path.matchAll(/\[\]|[^.[\]]+/g)].map(([step]) => step);
  return (
    steps.reduce<readonly Schema[]>((at, step) => at.flatMap((one) => next(one, step, resolve)), [schema]).length > 0
  );
}

function next(schema: Schema, step: string, resolve: Resolve, depth = 0): readonly Schema[] {
  if (depth > 30) return [];
  if (schema.$ref !== undefined) return next(resolve(schema.$ref), step, resolve, depth + 1);
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const inner = parts.flatMap((part) => next(part, step, resolve, depth + 1));
  return [...own(schema, step), ...inner];
}

function own({ properties, items, additionalProperties }: Schema, step: string): readonly Schema[] {
  if (step === '[]') return items === undefined ? [] : [items];
  const property = properties !== undefined && Object.hasOwn(properties, step) ? properties[step] : undefined;
  if (property !== undefined) return [property];
  return isRecord(additionalProperties) ? [additionalProperties] : [];
}
