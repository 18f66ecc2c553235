import type { GraphqlField, GraphqlReference, GraphqlType, GraphqlTypes } from './graphql-types.ts';
import { isJsonNode, type JsonNode, jsonList, jsonNode } from './json-node.ts';

const kinds: Readonly<Record<string, GraphqlType['kind']>> = {
  SCALAR: 'scalar',
  OBJECT: 'object',
  INTERFACE: 'interface',
  UNION: 'union',
  ENUM: 'enum',
  INPUT_OBJECT: 'input',
};

/** How many types or arguments stand in one another at most: introspection queries in use ask for about ten. */
const deepest = 100;

/**
 * Reads the answer of an introspection query (GraphQL, 4.2), with or without its `data`. Throws a TypeError for another document,
 * and a RangeError where more than 100 types or arguments stand in one another.
 */
export function readIntrospection(document: JsonNode): GraphqlTypes {
  const schema = jsonNode(document['data'] ?? document)['__schema'];
  if (!isJsonNode(schema)) throw new TypeError('the answer of an introspection query with __schema is expected');
  const types = jsonList(schema['types']).filter(isJsonNode).map(readType);
  const mutation = jsonNode(schema['mutationType'])['name'];
  return {
    query: textOf(jsonNode(schema['queryType'])['name']),
    mutation: typeof mutation === 'string' ? mutation : undefined,
    types: new Map(types.map((type) => [type.name, type])),
  };
}

function readType(node: JsonNode): GraphqlType {
  const fields = [...jsonList(node['fields']), ...jsonList(node['inputFields'])].filter(isJsonNode);
  const isUnion = node['kind'] === 'UNION';
  return {
    kind: kinds[textOf(node['kind'])] ?? 'scalar',
    name: textOf(node['name']),
    fields: fields.map((field) => readField(field, 0)),
    values: namesIn(node['enumValues']),
    others: namesIn(isUnion ? node['possibleTypes'] : node['interfaces']),
  };
}

function readField(node: JsonNode, depth: number): GraphqlField {
  const name = textOf(node['name']);
  expectShallow(depth, 'args', name);
  return {
    name,
    type: readReference(jsonNode(node['type']), name),
    arguments: jsonList(node['args'])
      .filter(isJsonNode)
      .map((argument) => readField(argument, depth + 1)),
    hasDefault: typeof node['defaultValue'] === 'string',
    deprecated: node['isDeprecated'] === true,
  };
}

/** Lists in lists are as deep as the schema says. */
function readReference(node: JsonNode, field: string, depth = 0): GraphqlReference {
  expectShallow(depth, 'ofType', field);
  const of = jsonNode(node['ofType']);
  if (node['kind'] === 'NON_NULL') return { kind: 'required', of: readReference(of, field, depth + 1) };
  if (node['kind'] === 'LIST') return { kind: 'list', of: readReference(of, field, depth + 1) };
  return { kind: 'named', name: textOf(node['name']) };
}

/** The file may be anything: without a limit the stack would end first, and say nothing of the file. */
function expectShallow(depth: number, member: string, field: string): void {
  if (depth > deepest)
    throw new RangeError(
      `at most ${deepest} "${member}" in one another are read, and the field "${field}" has more of them: is this the answer of an introspection query?`,
    );
}

function namesIn(list: unknown): readonly string[] {
  return jsonList(list).map((one) => textOf(jsonNode(one)['name']));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
