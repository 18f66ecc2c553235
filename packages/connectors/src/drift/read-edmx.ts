import { XMLParser } from 'fast-xml-parser';
import type { EdmxEntity, EdmxFunction, EdmxModel, EdmxNavigation, EdmxProperty, EdmxSet } from './edmx-model.ts';

type Element = Readonly<Record<string, unknown>>;

const lists = new Set([
  'Schema',
  'EntityType',
  'ComplexType',
  'EnumType',
  'Member',
  'Property',
  'NavigationProperty',
  'PropertyRef',
  'Association',
  'End',
  'EntityContainer',
  'EntitySet',
  'FunctionImport',
  'Function',
  'Action',
  'Parameter',
]);

/**
 * Reads the `$metadata` of an OData service: version 2 (CSDL 2.0 with SAP's annotations, "SAP Annotations for OData Version 2.0")
 * and version 4 (OASIS CSDL XML 4.01). Annotations in vocabularies are passed over.
 * Throws a TypeError for a text that is no such document.
 */
export function readEdmx(text: string): EdmxModel {
  if (/<!DOCTYPE/i.test(text)) throw new TypeError('an EDMX document has no DOCTYPE');
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: false,
    parseAttributeValue: false,
    isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && lists.has(name),
  });
  const services = child(child(parse(parser, text), 'edmx:Edmx'), 'edmx:DataServices');
  const schemas = children(services, 'Schema');
  if (schemas.length === 0) throw new TypeError('an EDMX document with at least one Schema is expected');
  const associations = schemas.flatMap((schema) => children(schema, 'Association'));
  const containers = schemas.flatMap((schema) => children(schema, 'EntityContainer'));
  const types = schemas.flatMap((schema) => [...children(schema, 'EntityType'), ...children(schema, 'ComplexType')]);
  return {
    namespace: attribute(schemas[0], 'Namespace') ?? '',
    entities: types.map((type) => readEntity(type, associations)),
    sets: containers.flatMap((container) => children(container, 'EntitySet')).map(readSet),
    functions: [
      ...containers.flatMap((container) => children(container, 'FunctionImport')).map(readImport),
      ...schemas.flatMap((schema) => [
        ...children(schema, 'Action').map((one) => readBound(one, 'POST')),
        ...children(schema, 'Function').map((one) => readBound(one, 'GET')),
      ]),
    ],
    enums: schemas
      .flatMap((schema) => children(schema, 'EnumType'))
      .map((one) => ({ name: nameOf(one), values: children(one, 'Member').map(nameOf) })),
  };
}

function parse(parser: XMLParser, text: string): Element {
  try {
    return elementOf(parser.parse(text));
  } catch (error) {
    throw new TypeError(`an EDMX document is expected: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readEntity(type: Element, associations: readonly Element[]): EdmxEntity {
  return {
    name: nameOf(type),
    key: children(child(type, 'Key'), 'PropertyRef').map(nameOf),
    properties: children(type, 'Property').map(readProperty),
    navigations: children(type, 'NavigationProperty').map((one) => readNavigation(one, associations)),
  };
}

function readProperty(property: Element): EdmxProperty {
  return {
    name: nameOf(property),
    type: plainType(attribute(property, 'Type') ?? 'Edm.String'),
    nullable: attribute(property, 'Nullable') !== 'false',
    maxLength: numberOf(attribute(property, 'MaxLength')),
    precision: numberOf(attribute(property, 'Precision')),
    scale: numberOf(attribute(property, 'Scale')),
    creatable: attribute(property, 'sap:creatable') !== 'false',
    updatable: attribute(property, 'sap:updatable') !== 'false',
  };
}

/** Version 4 names the type at the other end, version 2 an association and its role. */
function readNavigation(navigation: Element, associations: readonly Element[]): EdmxNavigation {
  const name = nameOf(navigation);
  const type = attribute(navigation, 'Type');
  if (type !== undefined) {
    const [, inner] = /^Collection\((.*)\)$/.exec(type) ?? [];
    return { name, target: unqualified(inner ?? type), many: inner !== undefined };
  }
  const relationship = unqualified(attribute(navigation, 'Relationship') ?? '');
  const association = associations.find((one) => nameOf(one) === relationship);
  const role = attribute(navigation, 'ToRole');
  const end = children(association, 'End').find((one) => attribute(one, 'Role') === role);
  return { name, target: unqualified(attribute(end, 'Type') ?? ''), many: attribute(end, 'Multiplicity') === '*' };
}

function readSet(set: Element): EdmxSet {
  const may = (name: string) => attribute(set, `sap:${name}`) !== 'false';
  return {
    name: nameOf(set),
    entity: unqualified(attribute(set, 'EntityType') ?? ''),
    creatable: may('creatable'),
    updatable: may('updatable'),
    deletable: may('deletable'),
    addressable: may('addressable'),
  };
}

function readImport(one: Element): EdmxFunction {
  const returns = attribute(one, 'ReturnType');
  return {
    name: nameOf(one),
    method: attribute(one, 'm:HttpMethod') ?? 'GET',
    // Gateway writes `Nullable="true"` at those that may be left out, and nothing at the others.
    parameters: children(one, 'Parameter').map((parameter) => ({
      ...readProperty(parameter),
      nullable: attribute(parameter, 'Nullable') === 'true',
    })),
    returns: returns === undefined ? undefined : plainType(returns),
  };
}

/** The first parameter of what is bound is the entity that it is called on. */
function readBound(one: Element, method: string): EdmxFunction {
  const isBound = attribute(one, 'IsBound') === 'true';
  const returns = attribute(child(one, 'ReturnType'), 'Type');
  return {
    name: nameOf(one),
    method,
    parameters: children(one, 'Parameter')
      .slice(isBound ? 1 : 0)
      .map(readProperty),
    returns: returns === undefined ? undefined : plainType(returns),
  };
}

function plainType(type: string): string {
  const [, inner] = /^Collection\((.*)\)$/.exec(type) ?? [];
  if (inner !== undefined) return `Collection(${plainType(inner)})`;
  return type.startsWith('Edm.') ? type : unqualified(type);
}

function unqualified(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function nameOf(element: Element): string {
  return attribute(element, 'Name') ?? '';
}

function attribute(element: Element | undefined, name: string): string | undefined {
  const value = element?.[name];
  return typeof value === 'string' ? value : undefined;
}

function child(element: Element | undefined, name: string): Element {
  return elementOf(element?.[name]);
}

function children(element: Element | undefined, name: string): readonly Element[] {
  const found = element?.[name];
  return Array.isArray(found) ? found.map(elementOf) : [];
}

function elementOf(value: unknown): Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}
