import type * as z from 'zod';
import { own } from '../run/own.ts';
import { nearest } from './nearest.ts';

/** What is wrong with JSON at a place of it. */
export interface SchemaFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

/** Unknown keys of one object that are told; who wrote more has another mistake. */
const MOST_KEYS = 5;

/**
 * A fault that a schema found, as a person can mend it: of unknown keys the nearest known one and all that are known there; of
 * a value that has none of several forms, the fault of the form that it comes nearest to, or else the forms.
 */
export function schemaFault(issue: Issue, schema: Schema, json: unknown): SchemaFault {
  const innermost = innermostFault(issue);
  const path = innermost.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const message = messageOf(innermost, () => formsAt(schema, path, json), path.reduce<unknown>(own, json));
  return { path, message: path.length === 0 ? message : `${path.join('.')}: ${message}` };
}

/** Of a value that fits none of several forms: the fault furthest inside, of a form that it has but for that one fault. */
function innermostFault(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .flatMap((faults) => (faults.length === 1 ? faults : []))
    .map(innermostFault)
    .reduce<Issue | undefined>((best, one) => (one.path.length > (best?.path.length ?? 0) ? one : best), undefined);
  return inner === undefined ? issue : { ...inner, path: [...issue.path, ...inner.path] };
}

function messageOf(issue: Issue, forms: () => readonly ObjectForm[], found: unknown): string {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, [...new Set(forms().flatMap(keysOf))]);
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue.message;
  const expected = [...new Set(forms().map((form) => inBraces(keysOf(form))))];
  if (expected.length === 0 || typeof found !== 'object' || found === null) return issue.message;
  return `expected ${expected.join(' or ')}, found ${inBraces(Object.keys(found).slice(0, MOST_KEYS))}`;
}

function unknownKeys(keys: readonly string[], known: readonly string[]): string {
  const told = keys.slice(0, MOST_KEYS).map((key) => {
    const meant = nearest(key, known);
    return `"${key.slice(0, 80)}"${meant === undefined ? '' : ` (did you mean ${meant}?)`}`;
  });
  const more = keys.length > MOST_KEYS ? ` and ${keys.length - MOST_KEYS} more` : '';
  return `unknown key${keys.length === 1 ? '' : 's'} ${told.join(', ')}${more}; known here: ${known.join(', ')}`;
}

function inBraces(keys: readonly string[]): string {
  return `{ ${keys.join(', ')} }`;
}

type ObjectForm = Extract<z.core.$ZodTypes, { _zod: { def: { type: 'object' } } }>;

function keysOf(form: ObjectForm): string[] {
  return Object.keys(form._zod.def.shape);
}

/** The objects that may stand at a place; of those with an `op` or the like, the one that is meant. */
function formsAt(schema: Schema, path: SchemaFault['path'], json: unknown): readonly ObjectForm[] {
  let value = json;
  let schemas = alternatives(schema, value);
  for (const step of path) {
    value = own(value, step);
    schemas = [...new Set(schemas.flatMap((one) => inside(one, step)))].flatMap((one) => alternatives(one, value));
  }
  return schemas.filter((one) => one._zod.def.type === 'object') as ObjectForm[];
}

/** What a schema stands for where it is a choice, or only says that something may be absent. */
function alternatives(schema: Schema, value: unknown): readonly z.core.$ZodTypes[] {
  const known = schema as z.core.$ZodTypes;
  const { def } = known._zod;
  switch (def.type) {
    case 'lazy':
      return alternatives(def.getter(), value);
    case 'optional':
      return alternatives(def.innerType, value);
    case 'union':
      return meant(def, value).flatMap((one) => alternatives(one, value));
    default:
      return [known];
  }
}

function meant(def: z.core.$ZodUnionDef, value: unknown): readonly Schema[] {
  const { discriminator } = def as Partial<z.core.$ZodDiscriminatedUnionDef>;
  if (discriminator === undefined) return def.options;
  const chosen = own(value, discriminator);
  return def.options.filter((one) => one._zod.propValues?.[discriminator]?.has(chosen as string | undefined));
}

function inside(schema: z.core.$ZodTypes, step: string | number): readonly Schema[] {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object': {
      const field = def.shape[step];
      return field === undefined ? [] : [field];
    }
    case 'array':
      return [def.element];
    case 'record':
      return [def.valueType];
    default:
      return [];
  }
}
