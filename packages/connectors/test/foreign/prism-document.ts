import type { RestDescription } from '../descriptions/operation.ts';
import { isRecord } from '../descriptions/schema.ts';

type Node = Readonly<Record<string, unknown>>;

/** A description, and where its paths begin on the server. */
export interface PrismSource {
  readonly document: Node;
  readonly prefix: string;
}

/**
 * One document of several, for one Prism: paths begin with their prefixes, and definitions that have the same name in two of
 * them stay apart. What is asked for all operations of one (its security) is asked for each of them.
 */
export function prismDocument([first, ...others]: readonly [PrismSource, ...PrismSource[]]): Node {
  const merged = [first, ...others].map((source, index) => alone(source, others.length === 0 ? '' : `d${index}_`));
  const { host: _host, basePath: _basePath, servers: _servers, ...rest } = first.document;
  return {
    ...rest,
    ...(rest['swagger'] === undefined ? { servers: [{ url: '/' }] } : {}),
    ...merged.reduce(deepMerge),
  };
}

function alone({ document, prefix }: PrismSource, mark: string): Node {
  const marked = markReferences(document, mark);
  const security = Array.isArray(document['security']) ? { security: document['security'] } : {};
  const paths = Object.entries(nodeOf(marked['paths'])).map(([path, item]) => [
    `${prefix}${path}`,
    Object.fromEntries(
      Object.entries(nodeOf(item)).map(([method, operation]) => [
        method,
        isRecord(operation) && !Array.isArray(operation) && method !== 'parameters'
          ? { ...security, ...operation }
          : operation,
      ]),
    ),
  ]);
  const named = (kinds: Node) =>
    Object.fromEntries(
      Object.entries(kinds).map(([kind, inner]) => [
        kind,
        kind === 'securitySchemes'
          ? inner
          : Object.fromEntries(Object.entries(nodeOf(inner)).map(([name, one]) => [`${mark}${name}`, one])),
      ]),
    );
  const { definitions, parameters, responses, securityDefinitions, components } = marked;
  const swagger = named(defined({ definitions, parameters, responses }));
  return {
    paths: Object.fromEntries(paths),
    ...swagger,
    ...defined({ securityDefinitions }),
    ...(components === undefined ? {} : { components: named(nodeOf(components)) }),
    security: undefined,
    tags: [],
  };
}

function markReferences(document: Node, mark: string): Node {
  const text = JSON.stringify(document).replace(
    /"\$ref":"#\/((?:components\/)?\w+)\/([^"]+)"/g,
    (_, kind: string, name: string) => `"$ref":"#/${kind}/${mark}${name}"`,
  );
  return nodeOf(JSON.parse(text));
}

function deepMerge(left: Node, right: Node): Node {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const [one, other] = [left[name], right[name]];
      return [name, isRecord(one) && isRecord(other) ? deepMerge(one, other) : (other ?? one)];
    }),
  );
}

/** An OpenAPI document of operations that were put together otherwise: lists of fields. */
export function documentOf({ operations, resolve, source }: RestDescription): Node {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { name, method, pathParameters, body, responses } of operations) {
    const template = name.replace(/^\S+ /, '');
    const json = (schema: unknown) => ({ 'application/json': { schema } });
    paths[template] ??= {};
    paths[template][method.toLowerCase()] = {
      parameters: pathParameters.map((one) => ({ name: one.name, in: 'path', required: true, schema: one.schema })),
      ...(typeof body === 'object'
        ? {
            requestBody: {
              required: true,
              content: body.types['application/json'] && json(body.types['application/json']),
            },
          }
        : {}),
      responses: Object.fromEntries(
        Object.entries(responses).map(([status, schema]) => [
          status,
          { description: status, ...(schema && { content: json(schema) }) },
        ]),
      ),
    };
  }
  const document = {
    openapi: '3.0.3',
    info: { title: source, version: '2.0' },
    paths,
    components: { schemas: resolve('#/definitions') },
  };
  return nodeOf(JSON.parse(JSON.stringify(document).replaceAll('"#/definitions/', '"#/components/schemas/')));
}

function defined(values: Node): Node {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function nodeOf(value: unknown): Node {
  return isRecord(value) ? value : {};
}
