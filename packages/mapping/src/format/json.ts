import * as z from 'zod';
import { parseJsonPath } from '../path/parse-json-path.ts';
import { jsonSchemaShape } from '../shape/json-schema-shape.ts';
import { anyShape } from '../shape/shape.ts';
import type { Format } from './format.ts';
import { type NamedPlace, Notation } from './notation.ts';
import { schemaFaults } from './schema-faults.ts';

/**
 * The Format of a JSON document. With a zod schema the paths of a map are checked against it, what is made is checked by
 * it, and the document's type is inferred; without one every path is possible and the document is unknown.
 */
export function json<Document = unknown>(
  settings: { readonly id?: string | undefined; readonly schema?: z.ZodType<Document> | undefined } = {},
): Format<Document> {
  const { id, schema } = settings;
  const shape =
    schema === undefined ? anyShape : jsonSchemaShape(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }));
  return {
    id,
    shape,
    parsePath: (text, from) => parseJsonPath(text, from, shape),
    notation: new Notation(shape, inside),
    fillsRequired: schema !== undefined,
    validate: schema === undefined ? undefined : (document) => schemaFaults(schema, document),
  };
}

/** Places as paths name them: `lines[2].ids[0].value`, names of other characters in quotation marks. */
function inside({ text }: NamedPlace, key: string | number): NamedPlace {
  if (typeof key === 'number') return { text: `${text}[${key}]`, shape: undefined, isBare: false };
  const name = plainName.test(key) ? key : JSON.stringify(key);
  return { text: text === '' ? name : `${text}.${name}`, shape: undefined, isBare: true };
}

const plainName = /^[A-Za-z0-9_$@:-]+$/;
