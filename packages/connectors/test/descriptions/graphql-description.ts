import {
  buildSchema,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from 'graphql';
import type { Difference, Provenance, SentRequest } from './check.ts';
import type { Found } from './check-operation.ts';
import { isRecord } from './schema.ts';

/** A GraphQL endpoint: its path, and its schema by the version in that path. */
export interface GraphqlDescription {
  /** Its group, where there is one, is the version. */
  readonly path: RegExp;
  readonly provenance: Provenance;
  /** The schema of a version, or of the only one there is. Undefined where it is not at hand. */
  schemaOf(version: string | undefined): { readonly schema: GraphQLSchema; readonly source: string } | undefined;
}

/** Reads the schema language, trimmed or whole. */
export function readSchema(text: string): GraphQLSchema {
  return buildSchema(text, { assumeValidSDL: true, assumeValid: true });
}

/** What a schema does not allow of a document and its variables: by the rules of the specification (GraphQL, 5 and 6.1.2). */
export function checkDocument(
  schema: GraphQLSchema,
  text: string,
  variables: Readonly<Record<string, unknown>> = {},
  operationName?: string,
): Difference[] {
  const document = parsed(text);
  if (document instanceof GraphQLError) return [{ kind: 'unreadable', at: 'body.query', message: document.message }];
  const faults = validate(schema, document, undefined, { maxErrors: 100 });
  if (faults.length > 0) return faults.map(({ message }) => ({ kind: 'graphql', at: 'body.query', message }));
  const operation = getOperationAST(document, operationName);
  if (!operation)
    return [{ kind: 'graphql', at: 'body.operationName', message: `${operationName ?? 'no name'} names no operation` }];
  const definitions = operation.variableDefinitions ?? [];
  const { errors = [] } = getVariableValues(schema, definitions, { ...variables });
  const named = new Set(definitions.map(({ variable }) => variable.name.value));
  const strangers = Object.keys(variables).filter((name) => !named.has(name));
  return [
    ...errors.map(({ message }): Difference => ({ kind: kindOf(message), at: 'body.variables', message })),
    ...strangers.map(
      (name): Difference => ({
        kind: 'unknown-property',
        at: `body.variables.${name}`,
        message: 'is no variable of the operation',
      }),
    ),
  ];
}

function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function kindOf(message: string): Difference['kind'] {
  if (/is not defined by type/.test(message)) return 'unknown-property';
  if (/was not provided/.test(message)) return 'missing';
  if (/does not exist in "\w+" enum/.test(message)) return 'enum';
  return 'type';
}

/** Compares a request over HTTP; undefined where its path is not that of the endpoint. */
export function checkGraphqlRequest(description: GraphqlDescription, request: SentRequest): Found | undefined {
  const match = description.path.exec(request.path.split('?')[0] ?? '');
  if (match === null) return undefined;
  const [, version] = match;
  const { provenance } = description;
  const found = description.schemaOf(version);
  if (found === undefined)
    return {
      provenance,
      source: `the schema ${version ?? ''}, which is not at hand`,
      differences: [],
      unchecked: ['the document'],
    };
  const body = typeof request.body === 'string' ? jsonOf(request.body) : request.body;
  const base = { provenance, source: found.source, operation: `POST ${match[0]}`, unchecked: [] };
  if (request.method !== 'POST')
    return { ...base, differences: [{ kind: 'unknown-method', at: 'method', message: 'POST is asked for' }] };
  if (!isRecord(body) || typeof body['query'] !== 'string')
    return { ...base, differences: [{ kind: 'missing', at: 'body.query', message: 'is required' }] };
  const { query, variables, operationName } = body;
  const known = ['query', 'variables', 'operationName', 'extensions'];
  const strangers = Object.keys(body).filter((name) => !known.includes(name));
  return {
    ...base,
    differences: [
      ...strangers.map(
        (name): Difference => ({
          kind: 'unknown-property',
          at: `body.${name}`,
          message: 'is no part of a GraphQL request',
        }),
      ),
      ...checkDocument(
        found.schema,
        query,
        isRecord(variables) ? variables : {},
        typeof operationName === 'string' ? operationName : undefined,
      ),
    ],
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
