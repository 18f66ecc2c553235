import type { Check, Difference, ReceivedAnswer, SentRequest } from './check.ts';
import { compareWithSchema } from './compare-with-schema.ts';
import { checkOdataQuery } from './odata-query.ts';
import type { Operation, RestDescription } from './operation.ts';
import { readFormBody } from './read-form-body.ts';
import { isRecord, type Schema } from './schema.ts';
import { StrictSchemas } from './strict-schema.ts';
import { walkSchema } from './walk-schema.ts';

/** What a check found, before it is said of which system. */
export type Found = Omit<Check, 'system'>;

/** An operation, and what stands in its path for each parameter. */
interface Match {
  readonly description: RestDescription;
  readonly operation: Operation;
  readonly values: readonly string[];
}

const wrapped = new WeakMap<Schema, Map<string, Schema>>();
const strictOf = {
  request: new WeakMap<RestDescription, StrictSchemas>(),
  response: new WeakMap<RestDescription, StrictSchemas>(),
};

/** Compares a request with the descriptions of a system; a description of another part of it is passed over. */
export function checkRequest(descriptions: readonly RestDescription[], request: SentRequest): Found {
  const { path, query } = splitQuery(request);
  const match = findOperation(descriptions, request.method, path);
  if (!('values' in match)) return match;
  const { description, operation, values } = match;
  const schemas = schemasOf(description, 'request');
  const differences = [
    ...comparePath(operation, values, schemas),
    ...compareQuery(description, operation, query, schemas),
    ...compareHeaders(operation, request.headers ?? {}),
    ...compareBody(operation, request, schemas),
  ];
  const unchecked = [
    ...(operation.query === undefined ? ['the query'] : []),
    ...(operation.body === 'unknown' ? ['the body'] : []),
  ];
  return { ...foundBy(match), differences, unchecked };
}

/** Compares an answer with what the operation is described to give for its status. */
export function checkResponse(descriptions: readonly RestDescription[], answer: ReceivedAnswer): Found {
  const match = findOperation(descriptions, answer.method, splitQuery(answer).path);
  if (!('values' in match)) return match;
  const { description, operation } = match;
  const { schema, isDescribed } = responseOf(operation, answer.status);
  if (schema === undefined) {
    const unchecked = answer.body === undefined ? [] : [`the body of ${answer.status}`];
    return { ...foundBy(match), differences: [], unchecked: isDescribed ? unchecked : [`the status ${answer.status}`] };
  }
  const found = compareWithSchema(answer.body, schema, schemasOf(description, 'response'), 'json');
  return { ...foundBy(match), differences: found.map((one) => within('body', one)), unchecked: [] };
}

/**
 * Whether the paths that a decoder reads are there in the answer of an operation, which is named by its template
 * (`GET /orders/{order_id}`) or by a real path. A path is written `items[].base_row_total`.
 */
export function checkRead(
  descriptions: readonly RestDescription[],
  operation: string,
  paths: readonly string[],
): Found {
  const [method = '', path = ''] = operation.split(/ (.*)/s);
  const named = descriptions.flatMap((description) =>
    description.operations
      .filter(({ name }) => name === operation)
      .map((one): Match => ({ description, operation: one, values: [] })),
  );
  const match = named[0] ?? findOperation(descriptions, method, path);
  if (!('values' in match)) return match;
  const { schema } = responseOf(match.operation, 200);
  if (schema === undefined) return { ...foundBy(match), differences: [], unchecked: ['the answer'] };
  const missing = paths.filter((one) => !walkSchema(schema, one, match.description.resolve));
  const differences = missing.map(
    (one): Difference => ({ kind: 'unknown-property', at: one, message: 'is not in the answer' }),
  );
  return { ...foundBy(match), differences, unchecked: [] };
}

function splitQuery({ path, query = {} }: { readonly path: string; readonly query?: SentRequest['query'] }) {
  const [before = '', after = ''] = path.split(/\?(.*)/s);
  const pairs = [
    ...new URLSearchParams(after),
    ...Object.entries(query).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ];
  return { path: unescaped(before), query: pairs };
}

/** What need not be escaped in a path (RFC 3986, 3.3) may be, and means the same: `A_SalesOrder(%271%27)`. */
function unescaped(path: string): string {
  return path.replace(/%(?:2[1478-9A-C]|3[ABD]|40)/gi, (escaped) => decodeURIComponent(escaped));
}

function findOperation(descriptions: readonly RestDescription[], method: string, path: string): Match | Found {
  const all = descriptions.flatMap((description) =>
    description.operations.flatMap((operation): Match[] => {
      const found = operation.pattern.exec(path);
      return found === null ? [] : [{ description, operation, values: found.slice(1) }];
    }),
  );
  const fitting = all
    .filter(({ operation }) => operation.method === method.toUpperCase())
    // `/orders/count` is no order with the number `count`.
    .sort(
      (left, right) =>
        left.values.length - right.values.length || right.operation.name.length - left.operation.name.length,
    );
  if (fitting[0] !== undefined) return fitting[0];
  const known = [...new Set(all.map(({ operation }) => operation.method))];
  const [first] = descriptions;
  const difference: Difference =
    known.length > 0
      ? { kind: 'unknown-method', at: 'method', message: `${method} is not offered here; ${known.join(', ')} is` }
      : { kind: 'unknown-path', at: 'path', message: `${path} is not described` };
  const source = descriptions.map((one) => one.source).join(', ');
  return { provenance: first?.provenance ?? 'transcribed', source, differences: [difference], unchecked: [] };
}

function foundBy({ description, operation }: Match): Pick<Check, 'provenance' | 'source' | 'operation'> {
  return { provenance: description.provenance, source: description.source, operation: operation.name };
}

function schemasOf(description: RestDescription, direction: 'request' | 'response'): StrictSchemas {
  const known = strictOf[direction].get(description);
  if (known !== undefined) return known;
  const made = new StrictSchemas(description.resolve, direction);
  strictOf[direction].set(description, made);
  return made;
}

function within(place: string, { kind, at, message }: Difference): Difference {
  return { kind, at: `${place}${at}`, message };
}

function comparePath({ pathParameters }: Operation, values: readonly string[], schemas: StrictSchemas): Difference[] {
  return pathParameters.flatMap(({ name, schema }, index) => {
    const value = decodeURIComponent(values[index] ?? '');
    return compareWithSchema({ [name]: value }, objectOf(name, schema), schemas, 'text').map((one) =>
      within('path', one),
    );
  });
}

/** One value in an object of its own: what is a text in an address is turned into a number where one is described. */
function objectOf(name: string, schema: Schema): Schema {
  const made = wrapped.get(schema) ?? new Map<string, Schema>();
  wrapped.set(schema, made);
  const known = made.get(name) ?? { type: 'object', properties: { [name]: schema }, required: [name] };
  made.set(name, known);
  return known;
}

function compareQuery(
  description: RestDescription,
  { query, odata }: Operation,
  pairs: readonly (readonly [string, string])[],
  schemas: StrictSchemas,
): Difference[] {
  if (query === undefined) return [];
  const given = pairs.flatMap(([name, text]) => {
    if (odata !== undefined && name.startsWith('$'))
      return checkOdataQuery(name, text, odata, description.entities ?? {});
    const key = [name, name.replace(/\[\d+\]/g, '[0]'), name.replace(/\[.*$/, '')].find((one) =>
      Object.hasOwn(query, one),
    );
    const parameter = key === undefined ? undefined : query[key];
    if (parameter === undefined)
      return [{ kind: 'unknown-query', at: `query.${name}`, message: 'is not described' } as const];
    // What stands in brackets is a part of an object or a list: only its name is checked.
    if (key !== name && key === name.replace(/\[.*$/, '')) return [];
    const isList = resolved(parameter.schema, description).type === 'array';
    const wrap = objectOf(key ?? name, parameter.schema);
    const value = { [key ?? name]: isList ? text.split(',') : text };
    return compareWithSchema(value, wrap, schemas, 'text').map((one) => within('query', one));
  });
  const missing = Object.entries(query)
    .filter(([name, { required }]) => required && !pairs.some(([one]) => one === name || one.startsWith(`${name}[`)))
    .map(([name]): Difference => ({ kind: 'missing', at: `query.${name}`, message: 'is required' }));
  return [...given, ...missing];
}

function resolved(schema: Schema, { resolve }: RestDescription): Schema {
  return schema.$ref === undefined ? schema : resolve(schema.$ref);
}

function compareHeaders({ requiredHeaders }: Operation, headers: Readonly<Record<string, string>>): Difference[] {
  const given = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  return requiredHeaders
    .filter((name) => !given.has(name))
    .map((name) => ({ kind: 'missing', at: `headers.${name}`, message: 'is required' }));
}

function compareBody(
  { body }: Operation,
  { body: sent, headers = {} }: SentRequest,
  schemas: StrictSchemas,
): Difference[] {
  if (body === 'unknown') return [];
  if (sent === undefined || sent === '')
    return body?.required === true ? [{ kind: 'missing', at: 'body', message: 'is required' }] : [];
  if (body === undefined) return [{ kind: 'unexpected-body', at: 'body', message: 'is not described' }];
  const sentType = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const type = sentType?.split(';')[0]?.trim() ?? '';
  const described = Object.keys(body.types);
  const chosen = mediaTypeOf(type === '' ? undefined : type, described);
  const schema = chosen === undefined ? undefined : body.types[chosen];
  if (chosen === undefined || schema === undefined)
    return [
      { kind: 'format', at: 'headers.content-type', message: `${type} is not taken; ${described.join(', ')} is` },
    ];
  const isForm = chosen.includes('form-urlencoded');
  const value = typeof sent !== 'string' ? sent : isForm ? readFormBody(sent) : parsed(sent);
  if (value === undefined) return [{ kind: 'unreadable', at: 'body', message: 'is no JSON' }];
  return compareWithSchema(value, schema, schemas, isForm ? 'text' : 'json').map((one) => within('body', one));
}

/** The described type that fits best what was sent; any JSON is JSON, and who sent no type meant the one there is. */
function mediaTypeOf(sent: string | undefined, described: readonly string[]): string | undefined {
  const isJson = (type: string) => type.endsWith('json');
  if (sent !== undefined) return described.find((one) => one === sent || (isJson(one) && isJson(sent)));
  return described.find(isJson) ?? described[0];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function responseOf({ responses }: Operation, status: number): { schema: Schema | undefined; isDescribed: boolean } {
  const exact = Object.hasOwn(responses, status) ? String(status) : undefined;
  const success =
    status < 300 ? Object.keys(responses).find((one) => /^2/.test(one) && isRecord(responses[one])) : undefined;
  const key =
    exact ?? (status === 200 ? success : undefined) ?? (Object.hasOwn(responses, 'default') ? 'default' : undefined);
  return { schema: key === undefined ? undefined : responses[key], isDescribed: key !== undefined };
}
