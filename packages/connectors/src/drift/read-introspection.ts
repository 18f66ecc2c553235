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

/** Reads the answer of an introspection query (GraphQL, 4.2), with or without its `data`. Throws a TypeError for another document. */
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
    fields: fields.map(readField),
    values: namesIn(node['enumValues']),
    others: namesIn(isUnion ? node['possibleTypes'] : node['interfaces']),
  };
}

function readField(node: JsonNode): GraphqlField {
  return {
    name: textOf(node['name']),
    type: readReference(jsonNode(node['type'])),
    arguments: jsonList(node['args']).filter(isJsonNode).map(readField),
    hasDefault: typeof node['defaultValue'] === 'string',
    deprecated: node['isDeprecated'] === true,
  };
}

/** Lists in lists are as deep as the schema says; the answer is a tree and ends. */
function readReference(node: JsonNode): GraphqlReference {
  const of = jsonNode(node['ofType']);
  if (node['kind'] === 'NON_NULL') return { kind: 'required', of: readReference(of) };
  if (node['kind'] === 'LIST') return { kind: 'list', of: readReference(of) };
  return { kind: 'named', name: textOf(node['name']) };
}

function namesIn(list: unknown): readonly string[] {
  return jsonList(list).map((one) => textOf(jsonNode(one)['name']));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
