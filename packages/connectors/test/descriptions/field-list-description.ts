import type { EntityNames, Operation, RestDescription } from './operation.ts';
import { patternOf } from './read-open-api.ts';
import { isRecord, resolverOf, type Schema } from './schema.ts';

/** The fields of an entity as Business Central's own source text (AL) and its documentation list them. */
interface Entity {
  readonly key: string;
  readonly set: string;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly editable: boolean }[];
  /** Entities that are nested or stand behind the entity. */
  readonly parts: readonly string[];
  readonly actions: readonly string[];
  readonly may: { readonly insert: boolean; readonly modify: boolean; readonly delete: boolean };
}

const listOptions = [
  '$filter',
  '$select',
  '$expand',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$skiptoken',
  '$schemaversion',
];
const base = '(?:/v2\\.0(?:/[^/]+)?(?:/[^/]+)?)?/api/v2\\.0';

/** The operations of API v2.0 of Business Central, put together from lists of fields. */
export function fieldListDescription(document: Readonly<Record<string, unknown>>, source: string): RestDescription {
  const entities = Object.entries(document)
    .filter(([key]) => key !== 'x-provenance')
    .map(([key, value]) => readEntity(key, isRecord(value) ? value : {}));
  const definitions: Record<string, Schema> = {};
  for (const entity of entities) {
    definitions[entity.key] = schemaOf(entity, entities, false);
    definitions[`${entity.key}.sent`] = schemaOf(entity, entities, true);
  }
  const names = entities.map((entity) => [
    entity.key,
    Object.fromEntries([
      ...entity.fields.map(({ name }) => [name, '']),
      ...entity.parts.map((part) => [part, entities.find(({ set }) => set === part)?.key ?? '']),
    ]),
  ]);
  const byName: EntityNames = Object.fromEntries(names);
  const operations = [companies(), ...entities.flatMap((entity) => operationsOf(entity, entities))];
  return { provenance: 'derived', source, operations, resolve: resolverOf({ definitions }), entities: byName };
}

function readEntity(key: string, value: Readonly<Record<string, unknown>>): Entity {
  const types = isRecord(value['docType']) ? value['docType'] : {};
  const al = (Array.isArray(value['alFields']) ? value['alFields'] : []).filter(isRecord);
  const flags = isRecord(value['flags']) ? value['flags'] : {};
  const texts = (name: string) => (Array.isArray(value[name]) ? value[name].map(String) : []);
  const isEditable = (name: string) => al.find((field) => field['name'] === name)?.['editable'] !== false;
  return {
    key,
    set: typeof value['entitySet'] === 'string' ? value['entitySet'] : key,
    fields: Object.entries(types).map(([name, type]) => ({ name, type: String(type), editable: isEditable(name) })),
    parts: texts('parts'),
    actions: texts('actions'),
    may: {
      insert: flags['InsertAllowed'] !== 'false',
      modify: flags['ModifyAllowed'] !== 'false',
      delete: flags['DeleteAllowed'] !== 'false',
    },
  };
}

function schemaOf({ fields, parts }: Entity, entities: readonly Entity[], isSent: boolean): Schema {
  const own = fields.map(({ name, type, editable }) => [
    name,
    { ...valueSchema(type), ...(isSent && !editable ? { readOnly: true } : {}) },
  ]);
  const nested = parts.map((part) => {
    const target = entities.find(({ set }) => set === part);
    return [
      part,
      target === undefined
        ? {}
        : { type: 'array', items: { $ref: `#/definitions/${target.key}${isSent ? '.sent' : ''}` } },
    ];
  });
  const marks = isSent
    ? []
    : [
        ['@odata.etag', { type: 'string' }],
        ['@odata.context', { type: 'string' }],
      ];
  return { type: 'object', properties: Object.fromEntries([...own, ...nested, ...marks]) };
}

/** Lengths are in no list: those of texts are not checked. Values of enumerations are not listed either. */
function valueSchema(type: string): Schema {
  switch (type) {
    case 'GUID':
      return { type: 'string', format: 'uuid' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'datetime':
      return { type: 'string', format: 'date-time' };
    case 'decimal':
      return { type: 'number' };
    case 'integer':
    case 'int64':
      return { type: 'integer' };
    case 'boolean':
      return { type: 'boolean' };
    default:
      return { type: 'string' };
  }
}

function operationsOf(entity: Entity, entities: readonly Entity[]): Operation[] {
  // Subscriptions belong to the service, the rest to a company.
  const before = entity.key === 'subscriptions' ? '' : '/companies({companyId})';
  const list = `${before}/${entity.set}`;
  const one = `${list}({id})`;
  const body = { required: true, types: { 'application/json': { $ref: `#/definitions/${entity.key}.sent` } } };
  const nested = entities.filter(({ set }) => entity.parts.includes(set));
  return [
    operation('GET', list, { entity: entity.key, many: true }),
    operation('GET', one, { entity: entity.key, many: false }),
    ...(entity.may.insert ? [operation('POST', list, { entity: entity.key, many: false, body })] : []),
    ...(entity.may.modify
      ? [operation('PATCH', one, { entity: entity.key, many: false, body, headers: ['if-match'] })]
      : []),
    ...(entity.may.delete ? [operation('DELETE', one, { entity: '', many: false })] : []),
    ...entity.actions.flatMap((action) =>
      // The source text calls it `ShipAndInvoice`, the documentation writes it in addresses with a small letter.
      [action, action.charAt(0).toLowerCase() + action.slice(1)].map((name) =>
        operation('POST', `${one}/Microsoft.NAV.${name}`, { entity: '', many: false }),
      ),
    ),
    ...nested.flatMap((part) => {
      const sent = { required: true, types: { 'application/json': { $ref: `#/definitions/${part.key}.sent` } } };
      const behind = `${one}/${part.set}`;
      return [
        operation('GET', behind, { entity: part.key, many: true }),
        ...(part.may.insert ? [operation('POST', behind, { entity: part.key, many: false, body: sent })] : []),
      ];
    }),
  ];
}

function companies(): Operation {
  return {
    ...operation('GET', '/companies', { entity: '', many: false }),
    odata: { entity: '', options: listOptions },
  };
}

interface Shape {
  readonly entity: string;
  readonly many: boolean;
  readonly body?: Operation['body'];
  readonly headers?: readonly string[];
}

function operation(method: string, template: string, { entity, many, body, headers = [] }: Shape): Operation {
  const { pattern, names } = patternOf(template, { base });
  const inner: Schema = { $ref: `#/definitions/${entity}` };
  const texts = Object.fromEntries(
    ['@odata.context', '@odata.nextLink', '@odata.deltaLink'].map((name) => [name, { type: 'string' }]),
  );
  const list: Schema = {
    type: 'object',
    properties: { ...texts, '@odata.count': { type: 'integer' }, value: { type: 'array', items: inner } },
    required: ['value'],
  };
  const answer = entity === '' ? undefined : many ? list : inner;
  return {
    name: `${method} ${template}`,
    method,
    pattern,
    pathParameters: names.map((name) => ({ name, schema: { type: 'string' } })),
    query: {},
    odata: entity === '' ? undefined : { entity, options: listOptions },
    requiredHeaders: headers,
    body,
    responses: {
      [method === 'POST' && body !== undefined ? 201 : 200]: answer,
      ...(answer === undefined ? { 204: undefined } : {}),
      default: { type: 'object' },
    },
  };
}
