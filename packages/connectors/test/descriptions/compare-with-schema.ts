import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Difference, DifferenceKind } from './check.ts';
import type { Schema } from './schema.ts';
import type { StrictSchemas } from './strict-schema.ts';

const kinds: Readonly<Record<string, DifferenceKind>> = {
  additionalProperties: 'unknown-property',
  required: 'missing',
  type: 'type',
  maxLength: 'too-long',
  minLength: 'too-short',
  enum: 'enum',
  const: 'enum',
  'false schema': 'read-only',
  pattern: 'format',
  format: 'format',
};

/** What the reader of a query or a form makes of the text `5`: it is a number where one is asked for. */
type Form = 'json' | 'text';

const engines = { json: engine(false), text: engine(true) };
/** By strict schema: those of one description are never those of another. */
const compiled = { json: new WeakMap<Schema, ValidateFunction>(), text: new WeakMap<Schema, ValidateFunction>() };

/** All that a strict schema does not allow of a value. */
export function compareWithSchema(value: unknown, schema: Schema, schemas: StrictSchemas, form: Form): Difference[] {
  return faultsOf(value, schemas.of(schema), schemas, form);
}

function faultsOf(value: unknown, strict: Schema, schemas: StrictSchemas, form: Form): Difference[] {
  const validate = compile(strict, schemas, form);
  // Coercion writes into what holds the value.
  if (validate(form === 'text' ? structuredClone(value) : value)) return [];
  const errors = validate.errors ?? [];
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  // A choice is told after what stands in its ways: of two at one place the later is the outer one.
  const outer = choices.filter(
    (one, index) =>
      !choices.some((other, at) => isWithin(one, other) || (at > index && other.instancePath === one.instancePath)),
  );
  const plain = errors.filter((error) => !outer.some((choice) => error === choice || isInside(error, choice)));
  return [...plain.map(faultOf), ...outer.flatMap((choice) => faultsOfNearest(choice, schemas, form))];
}

/** Of several ways none fits: told is what the nearest lacks. */
function faultsOfNearest(choice: ErrorObject, schemas: StrictSchemas, form: Form): Difference[] {
  const ways = (choice.schema as readonly Schema[]).map((way) => faultsOf(choice.data, way, schemas, form));
  const nearest = ways.reduce((best, way) => (weight(way) < weight(best) ? way : best));
  const before = readable(choice.instancePath);
  return nearest.map((fault) => ({ ...fault, at: `${before}${fault.at}` }));
}

/** An object that is none at all is farther away than one with many faults. */
function weight(faults: readonly Difference[]): number {
  return faults.reduce((sum, { kind, at }) => sum + (kind === 'type' && at === '' ? 1000 : 1), 0);
}

function isWithin(one: ErrorObject, other: ErrorObject): boolean {
  return one.instancePath.startsWith(`${other.instancePath}/`);
}

function isInside(error: ErrorObject, choice: ErrorObject): boolean {
  return error.instancePath === choice.instancePath || isWithin(error, choice);
}

function faultOf({ keyword, instancePath, params, message = '', data }: ErrorObject): Difference {
  const named: unknown = params['additionalProperty'] ?? params['missingProperty'];
  const path = `${readable(instancePath)}${typeof named === 'string' ? `.${named}` : ''}`;
  const kind = kinds[keyword] ?? 'range';
  return { kind, at: path, message: kind === 'read-only' ? 'may not be sent' : `${message}${found(keyword, data)}` };
}

function found(keyword: string, data: unknown): string {
  if (keyword === 'type') return `, found ${data === null ? 'null' : Array.isArray(data) ? 'array' : typeof data}`;
  return typeof data === 'string' || typeof data === 'number' ? `, found ${JSON.stringify(data)}` : '';
}

/** `/items/0/sku` as `.items[0].sku`. */
function readable(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => (/^\d+$/.test(name) ? `[${name}]` : `.${name.replaceAll('~1', '/').replaceAll('~0', '~')}`))
    .join('');
}

function compile(strict: Schema, schemas: StrictSchemas, form: Form): ValidateFunction {
  const known = compiled[form].get(strict);
  if (known !== undefined) return known;
  const validate = engines[form].compile({ ...strict, definitions: schemas.definitions });
  compiled[form].set(strict, validate);
  return validate;
}

function engine(coerce: boolean): Ajv {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    verbose: true,
    logger: false,
    unicodeRegExp: false,
    multipleOfPrecision: 9,
    coerceTypes: coerce ? 'array' : false,
  });
  addFormats.default(ajv);
  return ajv;
}
