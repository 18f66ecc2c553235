import * as z from 'zod';
import { writeSchemas } from '../../../scripts/write-schemas.mjs';
import { defaultPolicy } from '../src/policy/default-policy.ts';
import { Policy } from '../src/policy/policy.ts';

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: string[];
  definitions?: Record<string, Schema>;
  [key: string]: unknown;
}

// Run after a change of the policy: node --import tsx --conditions=@dist/source scripts/generate-schemas.ts
const schema = withDefaults(z.toJSONSchema(Policy, { io: 'input', target: 'draft-7' }) as Schema, defaultPolicy);
const patch = patchOf(schema);
const row = schema.properties?.['overrides']?.items;
if (row?.properties?.['policy'] === undefined) throw new Error('rows of overrides have no policy any more');
row.properties['policy'] = patch;

writeSchemas('packages/orchestration', [
  {
    name: 'policy',
    title: 'Policy of orders',
    schema,
    of: { file: 'src/policy/policy.ts', name: 'Policy' },
  },
]);

/** Each field with what it is in the policy to begin with, objects field by field. */
function withDefaults(schema: Schema, value: unknown): Schema {
  const { properties } = schema;
  if (value === undefined) return schema;
  if (properties === undefined || typeof value !== 'object' || value === null) return { ...schema, default: value };
  const fields = Object.entries(properties).map(
    ([name, field]) => [name, withDefaults(field, (value as Record<string, unknown>)[name])] as const,
  );
  return { ...schema, properties: Object.fromEntries(fields) };
}

/** What a row of `overrides` may hold: any part of a policy but what is of the whole. Lists are replaced whole. */
function patchOf({ properties = {} }: Schema): Schema {
  const { version: _1, routing: _2, priorities: _3, overrides: _4, $schema: _5, ...rest } = properties;
  return partial({ type: 'object', properties: rest, additionalProperties: false }, '#');
}

/** The same fields, none of them required; what is the same as in the whole is only pointed at. */
function partial({ required: _, ...object }: Schema, pointer: string): Schema {
  const { properties } = object;
  if (properties === undefined) return object;
  const fields = Object.entries(properties).map(([name, field]) => {
    const place = `${pointer}/properties/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const part = partial(field, place);
    return [name, isSame(part, field) ? { $ref: place } : part] as const;
  });
  return { ...object, properties: Object.fromEntries(fields) };
}

function isSame({ properties = {} }: Schema, whole: Schema): boolean {
  const parts = Object.entries(properties);
  return whole.required === undefined && parts.every(([, field]) => field['$ref'] !== undefined);
}
