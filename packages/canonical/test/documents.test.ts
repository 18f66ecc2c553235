import { OrderChange, validate } from '@dist/canonical';
import { type DocumentName, jsonSchema } from '@dist/canonical/json-schema';
import { describe, expect, it } from 'vitest';
import { everyDocument } from './data/every-document.ts';
import { at } from './sample.ts';

describe.each(Object.entries(everyDocument))('%s', (name, { schema, sample }) => {
  it('is read as it is, every field of it', () => {
    expect(validate(schema, sample).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(validate(schema, sample)).toMatchObject({ ok: true, value: sample });
    expect([...missingFrom(sample, jsonSchema(name as DocumentName), '')]).toEqual([]);
  });

  it('refuses a field that the model does not know, in each object of it', () => {
    for (const path of objectsOf(sample, [])) {
      const { error } = schema.safeParse(at(sample, [...path, 'colour'], 'red'));
      expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['colour'], path }]);
    }
  });

  it('is refused when anything in it is null', () => {
    for (const path of placesOf(sample, [])) {
      const { error } = schema.safeParse(at(sample, path, null));
      expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
    }
  });
});

describe('a field of a value', () => {
  it.each<[string, DocumentName, (string | number)[], unknown]>([
    ['R17 quantities are told as totals or differences, nothing else', 'OrderChange', ['quantities'], 'both'],
    ['R17 a line says what becomes of it', 'OrderChange', ['lines', 0, 'action'], 'QD'],
    ['a change is a full image or a delta', 'OrderChange', ['mode'], 'partial'],
    [
      'a quantity of stock says which number it is',
      'InventoryAvailability',
      ['items', 0, 'quantities', 0, 'type'],
      'stock',
    ],
    ['availability holds from an instant, not a day', 'InventoryAvailability', ['asOf'], '2026-03-05'],
    ['R24 a net amount is a decimal in text', 'Remittance', ['lines', 0, 'net'], 51],
    ['R25 an inspected part is accepted or refused', 'Return', ['lines', 0, 'outcomes', 0, 'decision'], 'pending'],
    [
      'gotcha 31 the day of a tracking event stays a day',
      'ShipmentStatus',
      ['events', 0, 'on'],
      '2026-03-07T00:00:00Z',
    ],
    ['the time of a tracking event has an offset', 'ShipmentStatus', ['events', 0, 'at'], '2026-03-07T09:30:00'],
    ['an advice has a state of its own', 'ApplicationAdvice', ['documents', 0, 'status'], 'TR'],
    ['a country of origin is of ISO 3166', 'Shipment', ['items', 0, 'countryOfOrigin'], 'USA'],
    ['gotcha 15 an allowance carries its sign by kind', 'Order', ['allowancesCharges', 0, 'kind'], 'A'],
    [
      'gotcha 39 an interchange id has no blanks at its end',
      'PartnerIdentity',
      ['interchanges', 0, 'id'],
      'NORTHFIELD   ',
    ],
    ['R06 an interchange address is for test or production', 'PartnerIdentity', ['interchanges', 0, 'usage'], 'P'],
    ['a delimiter is one character', 'PartnerIdentity', ['interchanges', 0, 'delimiters', 'segment'], '~\n'],
    ['a company prefix is of digits', 'PartnerIdentity', ['gs1CompanyPrefixes', 0], '06141-41'],
    ['a shop domain is written in small letters', 'PartnerIdentity', ['shopDomains', 0], 'https://Northfield.example'],
  ])('%s', (_, name, path, value) => {
    const { schema, sample } = everyDocument[name];
    const { ok, issues } = validate(schema, at(sample, path, value));
    expect([ok, issues.map((issue) => issue.path)]).toEqual([false, [path]]);
  });
});

describe('what a document may leave out', () => {
  it('R17 what the quantities of a change mean has no default', () => {
    const change = at(everyDocument.OrderChange.sample, ['quantities'], undefined);
    expect(OrderChange.safeParse(change)).toEqual({ success: true, data: change });
  });

  it.each<[string, DocumentName, object]>([
    ['a change may have no lines: a new date for all', 'OrderChange', { lines: [] }],
    [
      'R21 a warehouse may say that all went as asked',
      'FulfillmentConfirmation',
      { extent: 'noExceptions', packages: [] },
    ],
    ['R24 a remittance may be of deductions alone', 'Remittance', { lines: [], total: '-1' }],
    ['an identity may be a shop alone', 'PartnerIdentity', { ids: undefined, interchanges: undefined }],
  ])('%s', (_, name, change) => {
    const { schema, sample } = everyDocument[name];
    expect(schema.safeParse({ ...sample, ...change }).success).toBe(true);
  });

  it.each<[string, DocumentName, string]>([
    ['availability without items', 'InventoryAvailability', 'items'],
    ['a return without lines', 'Return', 'lines'],
    ['a request without lines', 'FulfillmentRequest', 'lines'],
    ['a status without events', 'ShipmentStatus', 'events'],
    ['an advice of no document', 'ApplicationAdvice', 'documents'],
    ['a message without text', 'TextMessage', 'messages'],
  ])('%s is none', (_, name, field) => {
    const { schema, sample } = everyDocument[name];
    expect(validate(schema, { ...sample, [field]: [] }).issues).toMatchObject([{ code: 'too-small', path: [field] }]);
  });
});

interface Properties {
  properties?: Record<string, Properties>;
  items?: Properties;
  anyOf?: Properties[];
}

/** Fields of a JSON Schema that no place of the sample has. */
function* missingFrom(sample: unknown, schema: Properties, path: string): Iterable<string> {
  if (schema.items !== undefined) {
    const elements = sample as unknown[];
    const perElement = elements.map((element) => [...missingFrom(element, schema.items as Properties, `${path}[]`)]);
    // Of a list, one element or another has each field.
    yield* (perElement[0] ?? [`${path}[]`]).filter((field) => perElement.every((missing) => missing.includes(field)));
    return;
  }
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const value = (sample as Record<string, unknown>)[key];
    if (value === undefined) yield `${path}.${key}`;
    else yield* missingFrom(value, property, `${path}.${key}`);
  }
}

type Path = (string | number)[];

/** Every object of the sample; what stands in `ext` belongs to others. */
function objectsOf(value: unknown, path: Path): Path[] {
  if (Array.isArray(value)) return value.flatMap((element, index) => objectsOf(element, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return [path, ...childrenOf(value).flatMap(([key, child]) => objectsOf(child, [...path, key]))];
}

/** Every field and element of the sample but those in `ext`. */
function placesOf(value: unknown, path: Path): Path[] {
  if (Array.isArray(value))
    return value.flatMap((element, index) => [[...path, index], ...placesOf(element, [...path, index])]);
  if (typeof value !== 'object' || value === null) return [];
  return childrenOf(value).flatMap(([key, child]) => [[...path, key], ...placesOf(child, [...path, key])]);
}

/** Of the parties, which are all alike, one is enough. */
function childrenOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(
    ([key]) => key !== 'ext' && !(key !== 'shipTo' && 'shipTo' in value && 'billTo' in value),
  );
}
