import type { EdmxEntity, EdmxModel, EdmxProperty, EdmxSet } from '../../src/drift/edmx-model.ts';
import type { EntityNames, Operation, Parameter, RestDescription } from './operation.ts';
import { resolverOf, type Schema } from './schema.ts';

const listOptions = [
  '$filter',
  '$select',
  '$expand',
  '$orderby',
  '$top',
  '$skip',
  '$inlinecount',
  '$skiptoken',
  '$format',
];
const oneOptions = ['$select', '$expand', '$format'];

/**
 * The operations of an OData 2 service out of its `$metadata`, as SAP Gateway offers them: a change is PATCH or MERGE (or POST
 * with X-HTTP-Method), entities are nested as lists when they are created together ("deep insert"), and answers stand in `d`.
 * Values in JSON are those of the OData 2.0 JSON format, section 4: dates as `/Date(ms)/`, decimals and 64-bit numbers as texts.
 */
export function edmxDescription(model: EdmxModel, source: string, base: string): RestDescription {
  const definitions: Record<string, Schema> = {};
  for (const entity of model.entities) {
    definitions[entity.name] = answerSchema(entity);
    definitions[`${entity.name}.create`] = createSchema(entity);
    definitions[`${entity.name}.update`] = updateSchema(entity);
  }
  const operations = [
    metadata(base),
    ...model.sets.flatMap((set) => setOperations(set, model, base)),
    ...functionOperations(model, base),
  ];
  return { provenance: 'derived', source, operations, resolve: resolverOf({ definitions }), entities: namesOf(model) };
}

function namesOf({ entities }: EdmxModel): EntityNames {
  const names = entities.map(({ name, properties, navigations }) => [
    name,
    Object.fromEntries([
      ...properties.map((property) => [property.name, '']),
      ...navigations.map((navigation) => [navigation.name, navigation.target]),
    ]),
  ]);
  return Object.fromEntries(names);
}

function answerSchema({ properties, navigations }: EdmxEntity): Schema {
  const deferred: Schema = {
    type: 'object',
    properties: { __deferred: { type: 'object', properties: { uri: { type: 'string' } } } },
    required: ['__deferred'],
  };
  return {
    type: 'object',
    properties: {
      __metadata: { type: 'object' },
      ...Object.fromEntries(properties.map((property) => [property.name, valueSchema(property)])),
      ...Object.fromEntries(
        navigations.map(({ name, target, many }) => {
          const inner: Schema = { $ref: `#/definitions/${target}` };
          return [name, { anyOf: [many ? resultsOf(inner) : inner, deferred] }];
        }),
      ),
    },
  };
}

/** Several records in one (OData 2.0, JSON format §4: collections of entries); a deep insert may leave the word out. */
function resultsOf(inner: Schema): Schema {
  return { type: 'object', properties: { results: { type: 'array', items: inner } }, required: ['results'] };
}

function createSchema({ properties, navigations }: EdmxEntity): Schema {
  const own = properties.map((one) => [
    one.name,
    { ...valueSchema(one), ...(one.creatable ? {} : { readOnly: true }) },
  ]);
  const nested = navigations.map(({ name, target, many }) => {
    const inner: Schema = { $ref: `#/definitions/${target}.create` };
    return [name, many ? { anyOf: [{ type: 'array', items: inner }, resultsOf(inner)] } : inner];
  });
  return { type: 'object', properties: Object.fromEntries([...own, ...nested]) };
}

function updateSchema({ properties, key }: EdmxEntity): Schema {
  const own = properties.map((one) => [
    one.name,
    { ...valueSchema(one), ...(one.updatable && !key.includes(one.name) ? {} : { readOnly: true }) },
  ]);
  const body: Schema = { type: 'object', properties: Object.fromEntries(own) };
  // Gateway takes the change with and without the envelope of an answer.
  return { anyOf: [body, { type: 'object', properties: { d: body }, required: ['d'] }] };
}

function valueSchema({ type, maxLength, precision, scale = 0, nullable }: EdmxProperty): Schema {
  const plain = ((): Schema => {
    switch (type) {
      case 'Edm.String':
        return { type: 'string', ...(maxLength === undefined ? {} : { maxLength }) };
      case 'Edm.Boolean':
        return { type: 'boolean' };
      case 'Edm.DateTime':
        return { type: 'string', pattern: '^/Date\\(-?\\d+\\)/$' };
      case 'Edm.DateTimeOffset':
        return { type: 'string', pattern: '^/Date\\(-?\\d+([+-]\\d{4})?\\)/$' };
      case 'Edm.Time':
        return { type: 'string', pattern: '^PT(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?$' };
      case 'Edm.Decimal':
        return { type: 'string', pattern: decimalPattern(precision, scale) };
      case 'Edm.Double':
        return { anyOf: [{ type: 'number' }, { type: 'string', pattern: '^-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?$' }] };
      case 'Edm.Int64':
        return { type: 'string', pattern: '^-?\\d{1,19}$' };
      case 'Edm.Int32':
      case 'Edm.Int16':
      case 'Edm.Byte':
        return { type: 'integer' };
      case 'Edm.Guid':
        return { type: 'string', pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' };
      case 'Edm.Binary':
        return { type: 'string' };
      default:
        return { $ref: `#/definitions/${type}` };
    }
  })();
  return nullable && plain.$ref === undefined ? { ...plain, nullable: true } : plain;
}

/** So many digits in all, so many of them behind the point at most. */
function decimalPattern(precision: number | undefined, scale: number): string {
  const whole = precision === undefined ? '1,' : `1,${Math.max(1, precision - scale)}`;
  return `^-?\\d{${whole}}${scale === 0 ? '' : `(\\.\\d{1,${scale}})?`}$`;
}

function metadata(base: string): Operation {
  const empty = { pathParameters: [], query: {}, requiredHeaders: [], body: undefined, responses: { 200: undefined } };
  return { ...empty, name: 'GET /$metadata', method: 'GET', pattern: new RegExp(`^${base}/(?:\\$metadata)?$`) };
}

function setOperations(set: EdmxSet, model: EdmxModel, base: string): Operation[] {
  const entity = model.entities.find(({ name }) => name === set.entity);
  if (entity === undefined) return [];
  const one = `/${set.name}(${entity.key.join(',')})`;
  const at = { list: `${base}/${set.name}`, one: `${base}/${set.name}${keyPattern(entity)}` };
  const create = { required: true, types: { 'application/json': { $ref: `#/definitions/${set.entity}.create` } } };
  const change = { required: true, types: { 'application/json': { $ref: `#/definitions/${set.entity}.update` } } };
  const own = [
    ...(set.addressable ? [operation('GET', `/${set.name}`, at.list, { entity: set.entity, many: true })] : []),
    operation('GET', one, at.one, { entity: set.entity, many: false }),
    ...(set.creatable
      ? [operation('POST', `/${set.name}`, at.list, { entity: set.entity, many: false, body: create })]
      : []),
    ...(set.updatable
      ? ['PATCH', 'MERGE', 'PUT'].map((method) =>
          operation(method, one, at.one, { entity: set.entity, many: false, body: change }),
        )
      : []),
    ...(set.deletable ? [operation('DELETE', one, at.one, { entity: '', many: false })] : []),
  ];
  const behind = entity.navigations.flatMap(({ name, target, many }) => {
    const [path, pattern] = [`${one}/${name}`, `${at.one}/${name}`];
    const body = { required: true, types: { 'application/json': { $ref: `#/definitions/${target}.create` } } };
    const post = many ? [operation('POST', path, pattern, { entity: target, many: false, body })] : [];
    return [operation('GET', path, pattern, { entity: target, many }), ...post];
  });
  return [...own, ...behind];
}

/** `('1')`, or `(A='1',B='2')` in that order; every key that SAP has here is a text, a date or a number. */
function keyPattern({ key }: EdmxEntity): string {
  const literal = "(?:(?:datetime|guid|time|datetimeoffset)?'(?:[^']|'')*'|-?\\d+(?:\\.\\d+)?[MLDmld]?)";
  const named = key.map((name) => `${name}=${literal}`).join(',');
  return key.length === 1 ? `\\((?:${named}|${literal})\\)` : `\\(${named}\\)`;
}

interface Shape {
  readonly entity: string;
  readonly many: boolean;
  readonly body?: Operation['body'];
}

function operation(method: string, path: string, pattern: string, { entity, many, body }: Shape): Operation {
  const inner: Schema = { $ref: `#/definitions/${entity}` };
  const list: Schema = {
    type: 'object',
    properties: { results: { type: 'array', items: inner }, __count: { type: 'string' }, __next: { type: 'string' } },
    required: ['results'],
  };
  const answer: Schema = { type: 'object', properties: { d: many ? list : inner }, required: ['d'] };
  const error: Schema = { type: 'object' };
  return {
    name: `${method} ${path}`,
    method,
    pattern: new RegExp(`^${pattern}$`),
    pathParameters: [],
    query: {},
    odata: entity === '' || method !== 'GET' ? undefined : { entity, options: many ? listOptions : oneOptions },
    requiredHeaders: [],
    body,
    responses: {
      ...(entity === '' || body === undefined ? {} : { 201: answer }),
      ...(method === 'GET' ? { 200: answer } : { 204: undefined }),
      default: error,
    },
  };
}

function functionOperations({ functions, entities }: EdmxModel, base: string): Operation[] {
  return functions.map(({ name, method, parameters, returns = '' }): Operation => {
    const query = parameters.map((one): [string, Parameter] => [
      one.name,
      { schema: literalSchema(one), required: !one.nullable },
    ]);
    const [, listed] = /^Collection\((.*)\)$/.exec(returns) ?? [];
    const known = entities.some((entity) => entity.name === (listed ?? returns));
    const made = operation(method, `/${name}`, `${base}/${name}`, {
      entity: known ? (listed ?? returns) : '',
      many: listed !== undefined,
    });
    return { ...made, query: Object.fromEntries(query), odata: undefined, responses: { default: { type: 'object' } } };
  });
}

/** In an address a text stands between apostrophes, which do not count. */
function literalSchema({ type, maxLength }: EdmxProperty): Schema {
  switch (type) {
    case 'Edm.String':
      return { type: 'string', pattern: `^'([^']|''){0,${maxLength ?? 1000}}'$` };
    case 'Edm.DateTime':
      return { type: 'string', pattern: "^datetime'" };
    case 'Edm.Guid':
      return { type: 'string', pattern: "^guid'" };
    case 'Edm.Boolean':
      return { type: 'string', pattern: '^(true|false)$' };
    default:
      return { type: 'string', pattern: '^-?\\d+(\\.\\d+)?[MLDmld]?$' };
  }
}
