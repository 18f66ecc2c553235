import { anyShape, type Field, type LeafShape, type ObjectShape, type Shape } from './shape.ts';

interface JsonSchema {
  readonly type?: string | readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: boolean | JsonSchema | undefined;
  readonly items?: JsonSchema | undefined;
  readonly minItems?: number | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly oneOf?: readonly JsonSchema[] | undefined;
  readonly allOf?: readonly JsonSchema[] | undefined;
  readonly $ref?: string | undefined;
  readonly $defs?: Readonly<Record<string, JsonSchema>> | undefined;
}

/** The shape of what a JSON Schema (as `z.toJSONSchema` writes it) describes. */
export function jsonSchemaShape(schema: unknown): Shape {
  const root = schema as JsonSchema;
  return toShape(root, { root, seen: new Map() });
}

interface Context {
  readonly root: JsonSchema;
  /** Schemas already turned into shapes, so that recursive ones end. */
  readonly seen: Map<JsonSchema, ObjectShape>;
}

function toShape(schema: JsonSchema, context: Context): Shape {
  const resolved = resolve(schema, context.root);
  const variants = alternatives(resolved).filter((variant) => variant.type !== 'null');
  if (variants.length > 1) return merge(variants.map((variant) => toShape(variant, context)));
  const only = variants[0] === undefined ? resolved : resolve(variants[0], context.root);
  if (only.properties !== undefined || types(only).includes('object')) return toObject(only, context);
  return toLeaf(only);
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const name = /^#\/\$defs\/(.+)$/.exec(schema.$ref)?.[1];
  return name === undefined ? root : (root.$defs?.[name] ?? {});
}

function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  return schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [schema];
}

function types(schema: JsonSchema): readonly string[] {
  const { type } = schema;
  if (type === undefined) return [];
  return (typeof type === 'string' ? [type] : type).filter((name) => name !== 'null');
}

function toObject(schema: JsonSchema, context: Context): ObjectShape {
  const known = context.seen.get(schema);
  if (known !== undefined) return known;
  const fields = new Map<string, Field>();
  const open = schema.additionalProperties !== false;
  const shape: ObjectShape = { kind: 'object', fields, open };
  context.seen.set(schema, shape);
  const required = new Set(schema.required ?? []);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    fields.set(key, toField(key, property, required.has(key), context));
  }
  return shape;
}

function toField(key: string, property: JsonSchema, required: boolean, context: Context): Field {
  const resolved = resolve(property, context.root);
  const list = alternatives(resolved)
    .map((variant) => resolve(variant, context.root))
    .find((variant) => types(variant).includes('array'));
  if (list === undefined) return { key, shape: toShape(property, context), many: false, required };
  const shape = list.items === undefined ? anyShape : toShape(list.items, context);
  return { key, shape, many: true, required, minimum: list.minItems };
}

function toLeaf(schema: JsonSchema): Shape {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  const codes = values === undefined ? undefined : new Set(values.map(String));
  const [type, ...others] = types(schema);
  if (type === undefined || others.length > 0) {
    return codes === undefined ? anyShape : { kind: 'leaf', type: 'any', codes };
  }
  if (type === 'array') return anyShape;
  return { kind: 'leaf', type: leafTypes[type] ?? 'any', codes };
}

const leafTypes: Readonly<Record<string, LeafShape['type']>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
};

/** What holds for every alternative: all their fields, required only where all require them. */
function merge(shapes: readonly Shape[]): Shape {
  if (!shapes.every((shape) => shape.kind === 'object')) return anyShape;
  const fields = new Map<string, Field>();
  for (const shape of shapes) {
    for (const field of shape.fields.values()) {
      const inAll = shapes.every((other) => other.fields.get(field.key)?.required === true);
      const earlier = fields.get(field.key);
      const differs = earlier !== undefined && earlier.shape !== field.shape && field.shape.kind !== earlier.shape.kind;
      fields.set(field.key, { ...field, shape: differs ? anyShape : field.shape, required: inAll });
    }
  }
  return { kind: 'object', fields, open: shapes.some((shape) => shape.open) };
}
