import { jsonNode } from '../../src/drift/json-node.ts';
import type { OperationUses, Uses } from '../../src/drift/uses.ts';

type Schema = { [name: string]: unknown };

/**
 * An OpenAPI 3 document in the layout of a vendor that is not at hand: what a list of uses names and no more, each body a
 * reference to a schema that is made of another (`allOf`). `base` stands before every path, and parameters have its names.
 */
export function openApiOfUses({ operations }: Uses, base: string, parameter: string): string {
  const schemas: Schema = {};
  const paths: { [path: string]: Schema } = {};
  for (const [at, [operation, uses]] of Object.entries(operations).entries()) {
    const [method = '', path = ''] = operation.split(' ');
    const address = `${base}${path.replace(/\{\w+\}/g, `{${parameter}}`)}`;
    const refer = (fields: readonly string[] | undefined, name: string) => {
      if (fields === undefined) return undefined;
      schemas[`${name}${at}`] = { allOf: [{ $ref: `#/components/schemas/${name}${at}Own` }] };
      schemas[`${name}${at}Own`] = schemaOf(fields);
      return { content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}${at}` } } } };
    };
    paths[address] = {
      ...paths[address],
      [method.toLowerCase()]: {
        parameters: parametersOf(uses),
        requestBody: refer(uses.sends, 'sent'),
        responses: { 200: { description: 'done', ...refer(uses.reads, 'read') } },
      },
    };
  }
  return JSON.stringify({ openapi: '3.0.1', info: {}, paths, components: { schemas } });
}

function parametersOf({ query = [], headers = [] }: OperationUses): readonly Schema[] {
  const schema = { type: 'string' };
  return [
    ...query.map((name) => ({ name, in: 'query', schema })),
    ...headers.map((name) => ({ name, in: 'header', schema })),
  ];
}

function schemaOf(fields: readonly string[]): Schema {
  const whole: Schema = {};
  for (const field of fields) {
    let place = whole;
    for (const step of field.split('.')) {
      const name = step.replace('[]', '');
      const properties = jsonNode(place['properties']);
      const known = jsonNode(properties[name]);
      place['type'] = 'object';
      if (!step.endsWith('[]')) {
        const next: Schema = { ...known };
        place['properties'] = { ...properties, [name]: next };
        place = next;
        continue;
      }
      const items: Schema = { ...jsonNode(known['items']) };
      place['properties'] = { ...properties, [name]: { type: 'array', items } };
      place = items;
    }
    place['type'] ??= 'string';
  }
  return whole;
}
