import type { Operation, Parameter } from './operation.ts';
import { isRecord, type Resolve, resolverOf, type Schema } from './schema.ts';

type Node = Readonly<Record<string, unknown>>;

/** Where the paths of a description begin, and what it leaves out. */
export interface ReadOptions {
  /** What stands before the paths of the description: a source of a regular expression. */
  readonly base: string;
  /** Path parameters that may hold slashes. */
  readonly spanning?: readonly string[] | undefined;
  /** Query parameters that every operation takes by the vendor's documentation, though the description does not list them. */
  readonly query?: readonly string[] | undefined;
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head'];

/** The operations of an OpenAPI 3 or Swagger 2 document. */
export function readOpenApi(document: Node, options: ReadOptions): { operations: Operation[]; resolve: Resolve } {
  const resolve = resolverOf(document);
  const operations = entriesOf(document['paths']).flatMap(([template, item]) =>
    methods
      .filter((method) => isRecord(item[method]))
      .map((method) => readOperation({ template, method, item, document, resolve, options })),
  );
  return { operations, resolve };
}

interface Place {
  readonly template: string;
  readonly method: string;
  readonly item: Node;
  readonly document: Node;
  readonly resolve: Resolve;
  readonly options: ReadOptions;
}

function readOperation({ template, method, item, document, resolve, options }: Place): Operation {
  const node = nodeOf(item[method]);
  const follow = (value: unknown): Node => {
    const one = nodeOf(value);
    return typeof one['$ref'] === 'string' ? follow(resolve(one['$ref'])) : one;
  };
  const parameters = [...listOf(item['parameters']), ...listOf(node['parameters'])].map(follow);
  const inPlace = (place: string) => parameters.filter((parameter) => parameter['in'] === place);
  const schemaOf = (name: string) => inPlace('path').find((parameter) => parameter['name'] === name);
  const { pattern, names } = patternOf(template, options);
  return {
    name: `${method.toUpperCase()} ${template}`,
    method: method.toUpperCase(),
    pattern,
    pathParameters: names.map((name) => ({ name, schema: parameterSchema(schemaOf(name) ?? {}) })),
    query: Object.fromEntries([
      ...(options.query ?? []).map((name) => [name, { schema: {}, required: false }]),
      ...inPlace('query').map((one): [string, Parameter] => [
        String(one['name']),
        { schema: parameterSchema(one), required: one['required'] === true },
      ]),
    ]),
    requiredHeaders: inPlace('header')
      .filter((one) => one['required'] === true)
      .map((one) => String(one['name']).toLowerCase()),
    body: bodyOf(node, { body: inPlace('body'), form: inPlace('formData') }, document, follow),
    responses: Object.fromEntries(
      entriesOf(node['responses']).map(([status, response]) => [status, responseSchema(follow(response))]),
    ),
  };
}

/** Parentheses, as in OData's `items({id})`, end a parameter just as slashes do. */
export function patternOf(
  template: string,
  { base, spanning = [] }: ReadOptions,
): { pattern: RegExp; names: string[] } {
  const names: string[] = [];
  const source = template.replace(/\{([^}]+)\}|[^{]+/g, (piece, name: string | undefined) => {
    if (name === undefined) return piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    names.push(name);
    return spanning.includes(name) ? '(.+)' : '([^/()]+)';
  });
  return { pattern: new RegExp(`^${base}${source}$`), names };
}

function parameterSchema(parameter: Node): Schema {
  if (isRecord(parameter['schema'])) return parameter['schema'];
  const content = entriesOf(parameter['content'])[0];
  if (content !== undefined) return {};
  const { name: _name, in: _in, required: _required, description: _description, ...schema } = parameter;
  return schema;
}

function bodyOf(
  node: Node,
  parameters: { readonly body: readonly Node[]; readonly form: readonly Node[] },
  document: Node,
  follow: (value: unknown) => Node,
): Operation['body'] {
  if (node['requestBody'] !== undefined) {
    const body = follow(node['requestBody']);
    const types = entriesOf(body['content']).map(([type, media]) => [type, nodeOf(media['schema'])]);
    return { required: body['required'] === true, types: Object.fromEntries(types) };
  }
  const [body] = parameters.body;
  const consumes = listOf(node['consumes'] ?? document['consumes'] ?? ['application/json']).map(String);
  if (body !== undefined) {
    const types = consumes.map((type) => [type, nodeOf(body['schema'])]);
    return { required: body['required'] === true, types: Object.fromEntries(types) };
  }
  if (parameters.form.length === 0) return undefined;
  const schema: Schema = {
    type: 'object',
    properties: Object.fromEntries(parameters.form.map((one) => [String(one['name']), parameterSchema(one)])),
    required: parameters.form.filter((one) => one['required'] === true).map((one) => String(one['name'])),
  };
  return { required: true, types: Object.fromEntries(consumes.map((type) => [type, schema])) };
}

function responseSchema(response: Node): Schema | undefined {
  if (isRecord(response['schema'])) return response['schema'];
  const media = entriesOf(response['content']);
  const [, chosen] = media.find(([type]) => /json/.test(type)) ?? media[0] ?? [];
  return chosen !== undefined && isRecord(chosen['schema']) ? chosen['schema'] : undefined;
}

function nodeOf(value: unknown): Node {
  return isRecord(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function entriesOf(value: unknown): [string, Node][] {
  return Object.entries(nodeOf(value)).map(([name, inner]) => [name, nodeOf(inner)]);
}
