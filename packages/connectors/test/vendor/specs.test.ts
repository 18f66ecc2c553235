import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGraphqlSchema } from '../graphql-schema.ts';
import { goldenOf } from './golden.ts';
import { shapeOf } from './vendor-map.ts';

const shared = process.env['DIST_SHARED'] ?? join(import.meta.dirname, '../../../../../shared');
const specs = join(shared, 'specs');
const skip = existsSync(specs) ? false : 'the specifications are not at hand';

/** As much of JSON Schema and OpenAPI as is compared. */
interface Schema {
  readonly type?: string;
  readonly maxLength?: number;
  readonly multipleOf?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
  readonly 'x-graphql'?: string;
}

type Definitions = Readonly<Record<string, Schema>>;

function load(file: string) {
  return JSON.parse(readFileSync(join(specs, file), 'utf8'));
}

function resolve(schema: Schema | undefined, definitions: Definitions): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? schema : resolve(definitions[name], definitions);
}

function propertiesOf(schema: Schema | undefined, definitions: Definitions): Readonly<Record<string, Schema>> {
  const found = resolve(schema, definitions);
  const parts = (found?.allOf ?? []).map((part) => propertiesOf(part, definitions));
  return Object.assign({}, ...parts, found?.properties);
}

/** What a shape says and the specification does not: a name, a type, a length. */
function differences(shape: Schema, spec: Schema | undefined, definitions: Definitions, path = ''): string[] {
  const real = resolve(spec, definitions);
  if (real === undefined) return [`${path}: not there`];
  if (shape.properties !== undefined) {
    const known = propertiesOf(real, definitions);
    return Object.entries(shape.properties).flatMap(([name, inner]) =>
      differences(inner, known[name], definitions, `${path}.${name}`),
    );
  }
  if (shape.items !== undefined) return differences(shape.items, real.items, definitions, `${path}[]`);
  if (shape.type !== undefined && real.type !== shape.type) return [`${path}: ${shape.type}, specified ${real.type}`];
  if (shape.maxLength !== real.maxLength && shape.maxLength !== undefined) return [`${path}: length ${real.maxLength}`];
  return [];
}

/** What a document holds and the specification does not allow: a name, a type, a length, too many decimal places. */
function faults(value: unknown, spec: Schema | undefined, definitions: Definitions, path = ''): string[] {
  const real = resolve(spec, definitions);
  if (real === undefined) return [`${path}: not there`];
  if (Array.isArray(value)) return value.flatMap((item) => faults(item, real.items, definitions, `${path}[]`));
  if (typeof value === 'object' && value !== null) {
    const known = propertiesOf(real, definitions);
    return Object.entries(value).flatMap(([name, inner]) => faults(inner, known[name], definitions, `${path}.${name}`));
  }
  // Shops send null and the empty text for what they do not have, whatever the type; what sends a number may send a text.
  if (value === null || value === '' || real.type === undefined) return [];
  const type = real.type === 'integer' ? 'number' : real.type;
  if (typeof value !== type) return [`${path}: ${typeof value}, specified ${real.type}`];
  if (typeof value === 'string' && value.length > (real.maxLength ?? value.length)) return [`${path}: too long`];
  const places = real.multipleOf === undefined ? undefined : Math.round(-Math.log10(real.multipleOf));
  const written = String(value).split('.')[1]?.length ?? 0;
  return places !== undefined && written > places ? [`${path}: more than ${places} places`] : [];
}

/** The field of the Admin API that a shape names for each of its own. */
function graphqlFields({ properties = {}, items, ...shape }: Schema): string[] {
  const inner = [...Object.values(properties), ...(items === undefined ? [] : [items])].flatMap(graphqlFields);
  return shape['x-graphql'] === undefined ? inner : [shape['x-graphql'], ...inner];
}

describe.skipIf(skip)(`the shapes that the maps are checked with (${skip || 'against the specifications'})`, () => {
  it('BigCommerce: order, its products and its shipping addresses', () => {
    const definitions: Definitions = load('bigcommerce/orders.v2.o2c.json').components.schemas;
    const { products, shipping_addresses: addresses, ...own } = (shapeOf('bigcommerce') as Schema).properties ?? {};
    expect(differences({ properties: own }, definitions['order_Resp'], definitions)).toEqual([]);
    expect(differences(products?.items ?? {}, definitions['orderProducts'], definitions)).toEqual([]);
    expect(differences(addresses?.items ?? {}, definitions['orderShippingAddress'], definitions)).toEqual([]);
    for (const { native } of goldenOf('bigcommerce')) {
      const { products: lines, shipping_addresses: places, ...order } = native;
      expect(faults(order, definitions['order_Resp'], definitions)).toEqual([]);
      expect(faults(lines, { items: { $ref: 'orderProducts' } }, definitions)).toEqual([]);
      expect(faults(places, { items: { $ref: 'orderShippingAddress' } }, definitions)).toEqual([]);
    }
  });

  it('Adobe Commerce: the order', () => {
    const { definitions } = load('adobe-commerce/admin-2.4.8.o2c.openapi.json') as { definitions: Definitions };
    const order = definitions['sales-data-order-interface'];
    expect(differences(shapeOf('adobe-commerce') as Schema, order, definitions)).toEqual([]);
    for (const { native } of goldenOf('adobe-commerce')) expect(faults(native, order, definitions)).toEqual([]);
  });

  it('SAP: the sales order, its partners, items and conditions, and all of it can be set', () => {
    const definitions: Definitions = load('sap-s4/API_SALES_ORDER_SRV.generated.openapi.json').components.schemas;
    const name = (entity: string) => `API_SALES_ORDER_SRV.A_SalesOrder${entity}Type`;
    const shape = shapeOf('sap-s4') as Schema;
    expect(differences(shape, definitions[name('')], definitions)).toEqual([]);
    for (const { native } of goldenOf('sap-s4')) expect(faults(native, definitions[name('')], definitions)).toEqual([]);
    const item = resultsOf(shape, 'to_Item');
    const made: [entity: string, Schema | undefined][] = [
      ['', shape],
      ['Item', item],
      ['HeaderPartner', resultsOf(shape, 'to_Partner')],
      ['ItemPartner', resultsOf(item, 'to_Partner')],
      ['ItemPrElement', resultsOf(item, 'to_PricingElement')],
    ];
    for (const [entity, { properties = {} } = {}] of made) {
      const creatable = definitions[`${name(entity)}-create`]?.properties ?? {};
      const fixed = Object.keys(properties).filter((field) => !field.startsWith('to_') && !(field in creatable));
      expect(fixed).toEqual([]);
    }
  });

  it('Shopify: each field of the webhook that the maps use has its counterpart in the Admin API', () => {
    const schema = readGraphqlSchema(readFileSync(join(specs, 'shopify/admin-2026-07.o2c.graphql'), 'utf8'));
    const fields = graphqlFields(shapeOf('shopify') as Schema);
    expect(fields.length).toBeGreaterThan(50);
    const missing = fields.filter((field) => {
      const [type = '', name = ''] = field.split('.');
      return !schema.get(type)?.has(name);
    });
    expect(missing).toEqual([]);
  });

  it('NetSuite: an order is written under our reference (the names of its fields are in no specification)', () => {
    const { operations } = load('netsuite/salesOrder.operations.json') as { operations: { op: string; id?: string }[] };
    expect(operations.find(({ op }) => op === 'PUT /salesOrder/{id}')?.id).toContain('eid:');
  });

  it('would show a name, a type and a length that are wrong', () => {
    const definitions: Definitions = {
      A: { properties: { b: { type: 'string', maxLength: 3 }, c: { type: 'number' } } },
    };
    const shape = { properties: { b: { type: 'string', maxLength: 4 }, c: { type: 'string' }, d: { type: 'string' } } };
    expect(differences(shape, { $ref: '#/A' }, definitions)).toEqual([
      '.b: length 3',
      '.c: string, specified number',
      '.d: not there',
    ]);
  });

  it('would show what is wrong in a document', () => {
    const price = { type: 'string', multipleOf: 0.001 };
    const definitions: Definitions = { A: { properties: { b: { type: 'string', maxLength: 3 }, price } } };
    expect(faults({ b: 'long', c: 1, price: '1.2345' }, { $ref: '#/A' }, definitions)).toEqual([
      '.b: too long',
      '.c: not there',
      '.price: more than 3 places',
    ]);
    expect(faults({ b: 1 }, { $ref: '#/A' }, definitions)).toEqual(['.b: number, specified string']);
  });
});

function resultsOf(shape: Schema | undefined, name: string): Schema | undefined {
  return shape?.properties?.[name]?.properties?.['results']?.items;
}
