import { DecimalString, Identifier, Quantity } from '@dist/canonical';
import * as z from 'zod';
import {
  approvalSchema,
  enrichedLineSchema,
  lineQuantitySchema,
  orderPartSchema,
  provenanceSchema,
  substitutionSchema,
} from '../src/word/schema/amount-schemas.ts';
import { effectBodySchema } from '../src/word/schema/effect-body-schema.ts';
import { eventSchemas } from '../src/word/schema/event-schemas.ts';
import { deductionSchema } from '../src/word/schema/money-schemas.ts';
import { errorClassSchema, failureSchema } from '../src/word/schema/word-schema.ts';

/** What a JSON Schema of ours says of a value. */
interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly additionalProperties?: Shape | boolean;
}

/** Shapes that come again and again, by the name that the page gives them. */
const named: Readonly<Record<string, z.ZodType>> = {
  decimal: DecimalString,
  Quantity,
  Identifier,
  ErrorClass: errorClassSchema,
  Failure: failureSchema,
  Approval: approvalSchema,
  Deduction: deductionSchema,
  LineQuantity: lineQuantitySchema,
  Substitution: substitutionSchema,
  Provenance: provenanceSchema,
  EnrichedLine: enrichedLineSchema,
  OrderPart: orderPartSchema,
  Body: effectBodySchema,
};
const names = new Map(Object.entries(named).map(([name, schema]) => [JSON.stringify(shapeOf(schema)), name]));

const ofEveryEvent = ['type', 'key', 'at', 'v', 'causation', 'trace'];

/** The page docs/fields.md: what each event holds, and each body of an effect, as the schemas say. */
export function renderFields(): string {
  const events = Object.entries(eventSchemas).map(([type, schema]) => row(type, shapeOf(schema), ofEveryEvent));
  const shapes = Object.entries(named)
    .filter(([name]) => name !== 'decimal' && name !== 'Body')
    .map(([name, schema]) => `| \`${name}\` | \`${wholeOf(shapeOf(schema)).replaceAll('|', '\\|')}\` |`);
  const bodies = (shapeOf(effectBodySchema).anyOf ?? []).map((shape) => row(typeOf(shape), shape, ['type']));
  return `# Fields of events and effects

Made from the schemas; what each means is said beside its type, in \`src/word\` of the package. Fields are texts unless something
else is said; \`?\` may be missing. \`Order\`, \`Shipment\` and the like are documents of \`@dist/canonical\`, \`date\` is a day, \`instant\`
a time in UTC with milliseconds (\`2026-03-02T08:00:00.000Z\`), \`decimal\` a text of digits.

## Events

Every event has \`type\`, \`key\`, \`at\` (instant), \`v\` (2), and may have \`causation\` and \`trace\`. What a performer reports has neither
key nor instant: the runtime gives them.

| event | fields |
|---|---|
${events.join('\n')}

## Bodies of effects

What a performer finds in \`body\`.

| effect | fields |
|---|---|
${bodies.join('\n')}

## Shapes in them

\`Body\` is the body of an effect as above, \`event\` another event.

| shape | fields |
|---|---|
${shapes.join('\n')}
`;
}

function shapeOf(schema: z.ZodType): Shape {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  return shape as Shape;
}

function row(type: string, shape: Shape, without: readonly string[]): string {
  const fields = fieldsOf(shape, without);
  const text = fields === '' ? '–' : `\`${fields.replaceAll('|', '\\|')}\``;
  return `| \`${type}\` | ${text} |`;
}

function typeOf({ properties }: Shape): string {
  const document = properties?.['document'];
  const names = document?.enum ?? (document?.const === undefined ? [] : [document.const]);
  return [String(properties?.['type']?.const), ...names.map(String)].join(' ');
}

function fieldsOf({ properties = {}, required = [] }: Shape, without: readonly string[]): string {
  return Object.entries(properties)
    .filter(([name]) => !without.includes(name))
    .map(([name, shape]) => {
      const label = required.includes(name) ? name : `${name}?`;
      const kind = kindOf(shape);
      return kind === 'text' ? label : `${label}: ${kind}`;
    })
    .join(', ');
}

function kindOf(shape: Shape): string {
  return names.get(JSON.stringify(shape)) ?? wholeOf(shape);
}

function wholeOf(shape: Shape): string {
  const { type, properties, items, anyOf, format } = shape;
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum !== undefined) return shape.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (anyOf !== undefined) return [...new Set(anyOf.map(kindOf))].join(' | ');
  if (type === 'array') return listOf(items);
  if (properties !== undefined) return documentOf(properties) ?? `{ ${fieldsOf(shape, [])} }`;
  if (typeof shape.additionalProperties === 'object') return `{ [name]: ${kindOf(shape.additionalProperties)} }`;
  if (type === 'string') return textOf(format);
  return type ?? 'event';
}

function listOf(items: Shape | undefined): string {
  const kind = items === undefined ? 'text' : kindOf(items);
  return kind.includes(' ') && !kind.startsWith('{') ? `(${kind})[]` : `${kind}[]`;
}

function textOf(format: string | undefined): string {
  if (format === 'date-time') return 'instant';
  return format === 'date' ? 'date' : 'text';
}

/** A canonical document has a kind, and the version of its shape. */
function documentOf({ kind, version }: Readonly<Record<string, Shape>>): string | undefined {
  if (typeof kind?.const !== 'string' || version?.const === undefined) return undefined;
  return `${kind.const.charAt(0).toUpperCase()}${kind.const.slice(1)}`;
}
