import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareWithSchema } from './compare-with-schema.ts';
import { absent } from './descriptions.ts';
import { isRecord, resolverOf, type Schema } from './schema.ts';
import { StrictSchemas } from './strict-schema.ts';
import { specs } from './systems.ts';

// What a vendor shows as an example of a request must be taken, however strict the check is: else the check is wrong, or they are.
const files: readonly (readonly ['amazon-sp-api' | 'bigcommerce' | 'shipengine', file: string, examples: number])[] = [
  ['amazon-sp-api', 'amazon-sp-api/vendorInvoices.json', 1],
  ['amazon-sp-api', 'amazon-sp-api/vendorOrders.json', 1],
  ['amazon-sp-api', 'amazon-sp-api/vendorShipments.json', 1],
  ['bigcommerce', 'bigcommerce/orders.v2.o2c.json', 16],
  ['bigcommerce', 'bigcommerce/orders.v3.json', 6],
  ['bigcommerce', 'bigcommerce/customers.v3.json', 6],
  ['bigcommerce', 'bigcommerce/inventory.v3.json', 2],
  ['bigcommerce', 'bigcommerce/webhooks.v3.json', 1],
  ['shipengine', 'shipengine/shipengine.o2c.openapi.json', 2],
];

/**
 * What is wrong in BigCommerce's own examples: of fees they say `cost_exc_tax`, where its schema, its documentation and its answers
 * say `cost_ex_tax`; and twice an option's value is the number 12, where the schema asks for a text.
 */
const wrong = /^unknown-property \.fees\[1\]\.cost_exc_tax$|^type \.products\[0\]\.product_options\[0\]\.value$/;

const reason = files.map(([system]) => absent(system)).find((one) => one !== false) ?? '';
describe.skipIf(reason !== '')(`the examples of requests (${reason || 'their descriptions are at hand'})`, () => {
  it.each(files)('%s takes its own: %s', (_, file, count) => {
    const document: unknown = JSON.parse(readFileSync(join(specs, file), 'utf8'));
    const resolve = resolverOf(document);
    const schemas = new StrictSchemas(resolve, 'request');
    const examples = examplesIn(document, resolve);
    expect(examples).toHaveLength(count);
    const found = examples.flatMap(({ schema, value }) => compareWithSchema(value, schema, schemas, 'json'));
    expect(found.map(({ kind, at }) => `${kind} ${at}`).filter((one) => !wrong.test(one))).toEqual([]);
  });
});

interface Example {
  readonly schema: Schema;
  readonly value: unknown;
}

function examplesIn(document: unknown, resolve: (reference: string) => Schema): Example[] {
  const paths = isRecord(document) && isRecord(document['paths']) ? document['paths'] : {};
  const operations = Object.values(paths).flatMap((item) =>
    isRecord(item) ? Object.values(item).filter(isRecord) : [],
  );
  return operations.flatMap((operation) => [...mediaExamples(operation, resolve), ...sandboxExamples(operation)]);
}

/** OpenAPI 3: `requestBody.content.….examples`. */
function mediaExamples(
  operation: Readonly<Record<string, unknown>>,
  resolve: (reference: string) => Schema,
): Example[] {
  const body = isRecord(operation['requestBody']) ? operation['requestBody'] : {};
  const content = typeof body['$ref'] === 'string' ? resolve(body['$ref'])['content'] : body['content'];
  const media = isRecord(content) ? content['application/json'] : undefined;
  if (!isRecord(media) || !isRecord(media['schema'])) return [];
  const schema: Schema = media['schema'];
  const named = isRecord(media['examples']) ? Object.values(media['examples']).filter(isRecord) : [];
  const one = media['example'] === undefined ? [] : [{ schema, value: media['example'] }];
  const followed = named.map((example) => (typeof example['$ref'] === 'string' ? resolve(example['$ref']) : example));
  return [...followed.map(({ value }) => ({ schema, value })), ...one];
}

/** Amazon's static sandbox: what it answers to, and so what it takes, stands at each answer. */
function sandboxExamples({ parameters, responses }: Readonly<Record<string, unknown>>): Example[] {
  const body = (Array.isArray(parameters) ? parameters : []).find((one) => isRecord(one) && one['in'] === 'body');
  const schema: unknown = isRecord(body) ? body['schema'] : undefined;
  if (!isRecord(schema)) return [];
  const answers = Object.entries(isRecord(responses) ? responses : {}).filter(([status]) => status.startsWith('2'));
  return answers.flatMap(([, answer]) =>
    at(answer, 'x-amzn-api-sandbox', 'static').flatMap((entry) => {
      const [value] = at(entry, 'request', 'parameters', 'body', 'value');
      return value === undefined ? [] : [{ schema, value }];
    }),
  );
}

function at(value: unknown, ...names: readonly string[]): readonly unknown[] {
  const found = names.reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), value);
  return Array.isArray(found) ? found : [found];
}
