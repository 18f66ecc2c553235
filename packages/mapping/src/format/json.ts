import * as z from 'zod';
import { parseJsonPath } from '../path/parse-json-path.ts';
import { jsonSchemaShape } from '../shape/json-schema-shape.ts';
import { anyShape } from '../shape/shape.ts';
import type { Format } from './format.ts';
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
    notation: jsonNotation,
    fillsRequired: schema !== undefined,
    validate: schema === undefined ? undefined : (document) => schemaFaults(schema, document),
  };
}

/** The place of a value as a path: `lines[2].ids[0].value`, names of other characters in quotation marks. */
function jsonNotation(path: readonly (string | number)[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += (text === '' ? '' : '.') + (plainName.test(step) ? step : JSON.stringify(step));
  }
  return text;
}

const plainName = /^[A-Za-z0-9_$@:-]+$/;
