import { isRecord, type Resolve, type Schema } from './schema.ts';

/** Who sends what the schema describes: what is read-only may not be sent, what is write-only never comes back. */
export type Direction = 'request' | 'response';

/** One way to fulfil a schema: all that `allOf` adds up to, in the words of one schema. */
type Alternative = Schema;

const kept = [
  'type',
  'enum',
  'const',
  'format',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
];

/** More ways than that are left to `anyOf` as they are: they would multiply. */
const mostAlternatives = 40;

/**
 * Schemas of a description without its leniency: an object has the properties that are named and no other, whatever
 * `additionalProperties: true` or its absence says, and `allOf` is added up first so that its parts do not refuse one another.
 * An object of which nothing is said at all stays open. In answers anything that is not required may be null: that is what
 * systems send for what they do not have.
 */
export class StrictSchemas {
  /** What the references of a strict schema point to; it grows as schemas are asked for. */
  readonly definitions: Record<string, Schema> = {};
  private readonly resolve: Resolve;
  private readonly direction: Direction;
  private readonly known = new WeakMap<Schema, Schema>();

  constructor(resolve: Resolve, direction: Direction) {
    this.resolve = resolve;
    this.direction = direction;
  }

  /** The strict form; its references are to `#/definitions`. */
  of(schema: Schema): Schema {
    const known = this.known.get(schema);
    if (known !== undefined) return known;
    const strict = this.make(schema);
    this.known.set(schema, strict);
    return strict;
  }

  private make(schema: Schema): Schema {
    if (schema.$ref === undefined) return this.close(schema);
    const name = schema.$ref.replace(/[^\w.-]/g, '_');
    if (!Object.hasOwn(this.definitions, name)) {
      // It may refer to itself: it must be there before it is read.
      this.definitions[name] = {};
      this.definitions[name] = this.close(this.resolve(schema.$ref));
    }
    return { $ref: `#/definitions/${name}` };
  }

  private close(schema: Schema): Schema {
    const choice = bareChoice(schema);
    if (choice !== undefined) {
      const ways: Schema = { anyOf: choice.map((way) => this.of(way)) };
      return schema.nullable === true ? orNull(ways) : ways;
    }
    const alternatives = this.alternativesOf(schema).map((alternative) => this.closeOne(alternative));
    const [first, ...others] = alternatives;
    return first !== undefined && others.length === 0 ? first : { anyOf: alternatives };
  }

  private alternativesOf(schema: Schema, depth = 0): readonly Alternative[] {
    if (depth > 30) throw new RangeError('allOf refers to itself');
    if (schema.$ref !== undefined) return this.alternativesOf(this.resolve(schema.$ref), depth + 1);
    const { allOf = [], oneOf, anyOf, ...own } = schema;
    const parts = allOf.map((part) => this.alternativesOf(part, depth + 1));
    for (const choice of [oneOf, anyOf])
      if (choice !== undefined) parts.push(choice.flatMap((part) => this.alternativesOf(part, depth + 1)));
    return parts.reduce<readonly Alternative[]>(
      (sofar, more) => sofar.flatMap((left) => more.map((right) => merge(left, right))).slice(0, mostAlternatives),
      [own],
    );
  }

  private closeOne(alternative: Alternative): Schema {
    const strict: Record<string, unknown> = {};
    for (const keyword of kept) if (alternative[keyword] !== undefined) strict[keyword] = alternative[keyword];
    for (const [bound, exclusive] of [
      ['minimum', 'exclusiveMinimum'],
      ['maximum', 'exclusiveMaximum'],
    ] as const) {
      if (alternative[exclusive] === true) {
        strict[exclusive] = strict[bound];
        delete strict[bound];
      } else if (typeof alternative[exclusive] === 'number') strict[exclusive] = alternative[exclusive];
    }
    if (typeof alternative['pattern'] === 'string' && isPattern(alternative['pattern']))
      strict['pattern'] = alternative['pattern'];
    if (alternative.items !== undefined) strict['items'] = this.of(alternative.items);
    if (alternative.properties !== undefined || isRecord(alternative.additionalProperties))
      this.closeObject(alternative, strict);
    else if (alternative.additionalProperties === false) strict['additionalProperties'] = false;
    return alternative.nullable === true || alternative['x-nullable'] === true ? orNull(strict) : strict;
  }

  private closeObject(
    { properties = {}, required, additionalProperties }: Alternative,
    strict: Record<string, unknown>,
  ) {
    const needed = Array.isArray(required) ? required.filter((name) => !this.isNotSent(properties[name])) : [];
    strict['type'] ??= 'object';
    strict['required'] = needed;
    strict['additionalProperties'] = isRecord(additionalProperties) ? this.of(additionalProperties) : false;
    strict['properties'] = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => {
        if (this.isNotSent(property)) return [name, false];
        const inner = this.of(property);
        return [name, this.direction === 'response' && !needed.includes(name) ? orNull(inner) : inner];
      }),
    );
  }

  private isNotSent(schema: Schema | undefined, depth = 0): boolean {
    if (schema === undefined || depth > 5) return false;
    if (schema[this.direction === 'request' ? 'readOnly' : 'writeOnly'] === true) return true;
    if (schema.$ref !== undefined) return this.isNotSent(this.resolve(schema.$ref), depth + 1);
    return (schema.allOf ?? []).some((part) => this.isNotSent(part, depth + 1));
  }
}

/** The ways of a schema that says nothing else: they need no adding up, and may refer back to it. */
function bareChoice({ oneOf, anyOf, allOf, properties, ...rest }: Schema): readonly Schema[] | undefined {
  if (allOf !== undefined || properties !== undefined || (oneOf !== undefined && anyOf !== undefined)) return undefined;
  if (rest['required'] !== undefined || rest['additionalProperties'] !== undefined) return undefined;
  const limits = kept.filter(
    (keyword) => rest[keyword] !== undefined && !(keyword === 'type' && rest.type === 'object'),
  );
  return limits.length === 0 ? (oneOf ?? anyOf) : undefined;
}

function merge(left: Alternative, right: Alternative): Alternative {
  const properties = { ...left.properties };
  for (const [name, property] of Object.entries(right.properties ?? {})) {
    const other = properties[name];
    properties[name] = other === undefined || isEqual(other, property) ? property : { allOf: [other, property] };
  }
  const required = [...new Set([...listOf(left.required), ...listOf(right.required)])];
  const both = [left.additionalProperties, right.additionalProperties];
  const additionalProperties = both.find(isRecord) ?? (both.includes(false) ? false : undefined);
  return {
    ...left,
    ...right,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(additionalProperties === undefined ? {} : { additionalProperties }),
    ...(left.nullable || right.nullable ? { nullable: true } : {}),
    required,
  };
}

function listOf(required: Schema['required']): readonly string[] {
  return Array.isArray(required) ? required : [];
}

function isEqual(left: Schema, right: Schema): boolean {
  return left === right || (left.$ref !== undefined && left.$ref === right.$ref);
}

function orNull(schema: Schema): Schema {
  if (typeof schema.type !== 'string') return { anyOf: [{ type: 'null' }, schema] };
  const { enum: values } = schema;
  return { ...schema, type: [schema.type, 'null'], ...(values === undefined ? {} : { enum: [...values, null] }) };
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
