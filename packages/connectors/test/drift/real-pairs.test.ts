import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  BreakingChangeType,
  buildClientSchema,
  buildSchema,
  findBreakingChanges,
  type GraphQLSchema,
  introspectionFromSchema,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import type { DescriptionChange } from '../../src/drift/description-change.ts';
import { descriptionDrift } from '../../src/drift/description-drift.ts';
import { readSurface } from '../../src/drift/read-surface.ts';
import type { Uses } from '../../src/drift/uses.ts';
import { cache, shopifySchemas } from '../descriptions/shopify-schemas.ts';
import { specs } from '../descriptions/systems.ts';

const versions = shopifySchemas.versions();
// The oldest and the newest with one between them: each that is read takes a second.
const pairs = [
  ['2025-10', '2026-07'],
  ['2026-07', '2026-10'],
].filter((pair) => pair.every((version) => versions.includes(version)));
const noPairs = pairs.length === 0 ? 'skipped: npm run descriptions has not fetched any' : 'fetched';

describe.skipIf(pairs.length === 0)(`versions of Shopify’s Admin API (${noPairs})`, () => {
  it.each(pairs)('%s and %s: what breaks is what graphql-js says', (old = '', recent = '') => {
    const [before, after] = [introspectionOf(old), introspectionOf(recent)];
    const found = descriptionDrift(before, after).filter(({ severity }) => severity === 'breaking');
    const { places, gone } = breakingChanges(schemaOf(before), schemaOf(after));
    // A type that went away is met at each interface that it had, too.
    const met = found
      .map((change) => placeOf(change))
      .filter((place) => !gone.has(/\.on (\w+)$/.exec(place)?.[1] ?? ''));
    expect(new Set(met)).toEqual(places);
  });

  it('tells who sets stock what became of the comparison, and nothing else', () => {
    const uses: Uses = {
      operations: {
        'mutation inventorySetQuantities': {
          sends: [
            'input.reason',
            'input.ignoreCompareQuantity',
            'input.quantities[].compareQuantity',
            'input.quantities[].quantity',
          ],
          reads: ['userErrors[].message'],
        },
        'query order': { sends: ['id'], reads: ['id', 'fulfillmentOrders(first,after).nodes[].status'] },
      },
    };
    const changes = descriptionDrift(introspectionOf('2025-10'), introspectionOf('2026-07'), uses);
    expect(changes.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      'field-removed sends input.ignoreCompareQuantity',
      'field-removed sends input.quantities[].compareQuantity',
    ]);
  });
});

const sdl = join(specs, 'shopify/admin-2026-07.o2c.graphql');
describe.skipIf(!existsSync(sdl))('the schema language (skipped where the trimmed Admin API is not at hand)', () => {
  it('is read as the introspection that graphql-js makes of it', () => {
    const text = readFileSync(sdl, 'utf8');
    const schema = buildSchema(text, { assumeValid: true, assumeValidSDL: true });
    const introspection = JSON.stringify(introspectionFromSchema(schema, { inputValueDeprecation: true }));
    expect(readSurface(text).size).toBeGreaterThan(40);
    expect(descriptionDrift(text, introspection)).toEqual([]);
    expect(descriptionDrift(introspection, text)).toEqual([]);
  });
});

const files = [
  'acumatica/default-24.200.001.o2c.openapi.json',
  'adobe-commerce/admin-2.4.8.o2c.openapi.json',
  'amazon-sp-api/vendorOrders.json',
  'bigcommerce/orders.v2.o2c.json',
  'sap-s4/API_SALES_ORDER_SRV.edmx',
  'sap-s4/API_OUTBOUND_DELIVERY_SRV.edmx',
  'stripe/stripe.payment_intents.json',
];
const missing = files.find((file) => !existsSync(join(specs, file)));
describe.skipIf(missing !== undefined)(
  `a description and itself (${missing === undefined ? 'at hand' : 'skipped: not at hand'})`,
  () => {
    it.each(files)('%s', (file) => {
      const text = readFileSync(join(specs, file), 'utf8');
      expect(readSurface(text).size).toBeGreaterThan(3);
      expect(descriptionDrift(text, text)).toEqual([]);
    });
  },
);

const older = join(cache, 'shipengine/shipengine.com.json');
const newer = join(specs, 'shipengine/shipengine.o2c.openapi.json');
const noShipengine = [older, newer].some((file) => !existsSync(file));
describe.skipIf(noShipengine)(
  'ShipEngine, an older copy and the vendor’s own (skipped where one is not at hand)',
  () => {
    it('tells who buys labels that a field of the shipment is gone', () => {
      const uses: Uses = {
        operations: { 'POST /v1/labels': { sends: ['shipment.carrier_id'], reads: ['label_id', 'tracking_number'] } },
      };
      const found = descriptionDrift(readFileSync(older, 'utf8'), readFileSync(newer, 'utf8'), uses);
      expect(found.map(({ kind, at }) => `${kind} ${at}`)).toEqual([]);
    });
  },
);

function introspectionOf(version: string): string {
  return gunzipSync(readFileSync(join(cache, `shopify/admin_${version}.json.gz`))).toString('utf8');
}

function schemaOf(text: string): GraphQLSchema {
  return buildClientSchema(JSON.parse(text).data, { assumeValid: true });
}

/** The fields that break, without objects that only got another name, and the types that went away. */
function breakingChanges(before: GraphQLSchema, after: GraphQLSchema): { places: Set<string>; gone: Set<string> } {
  const all = findBreakingChanges(before, after);
  const isGone = ({ type }: (typeof all)[number]) =>
    [BreakingChangeType.TYPE_REMOVED, BreakingChangeType.IMPLEMENTED_INTERFACE_REMOVED].includes(type);
  const changes = all.filter((change) => {
    if (isGone(change) || change.type === BreakingChangeType.VALUE_REMOVED_FROM_ENUM) return false;
    const names = /changed type from (\S+) to (\S+?)\.$/.exec(change.description)?.slice(1) ?? [];
    const types = names
      .map((name) => name.replace(/[[\]!]/g, ''))
      .map((name) => before.getType(name) ?? after.getType(name));
    return types.length === 0 || !types.every(isObjectType);
  });
  return {
    places: new Set(changes.map(({ description }) => description.replace(/ arg (\w+)/, '.$1').split(' ')[0] ?? '')),
    gone: new Set(all.filter(isGone).map(({ description }) => description.split(' ')[0] ?? '')),
  };
}

/** `Shop.draftOrders`, as graphql-js calls the field; an operation is a field of its root. */
function placeOf({ kind, operation, at }: DescriptionChange): string {
  const [word, name] = operation.split(' ');
  const root = `${word === 'query' ? 'QueryRoot' : 'Mutation'}.${name}`;
  const path = at.replace(/^\w+ /, '');
  return kind === 'operation-removed' ? root : path.includes('.') ? path : `${root}.${path}`;
}
