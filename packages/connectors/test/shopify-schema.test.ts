import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFulfillment } from '../src/shopify/create-fulfillment.ts';
import { fulfillmentLines, fulfillmentOrderLines, orderFulfillments } from '../src/shopify/fulfillment-queries.ts';
import { setMetafields } from '../src/shopify/set-metafields.ts';
import { readGraphqlSchema as readSchema, type GraphqlSchema as Schema } from './graphql-schema.ts';

const shared = process.env['DIST_SHARED'] ?? join(import.meta.dirname, '../../../../shared');
const path = join(shared, 'specs/shopify/admin-2026-07.o2c.graphql');
const present = existsSync(path);

/** What an operation uses that the schema does not have: `Order.colour`, `Order.fulfillments(last:)`. */
function faultsOf(schema: Schema, root: string, text: string): string[] {
  const faults: string[] = [];
  const stack = [root];
  let field: { readonly type: string; readonly arguments: readonly string[] } | undefined;
  let name = '';
  const start = text.indexOf('{');
  for (const [token] of text.slice(start + 1).matchAll(/\w+|\([^)]*\)|[{}]/g)) {
    const type = stack.at(-1) ?? '';
    if (token === '{') stack.push(field?.type ?? '');
    else if (token === '}') stack.pop();
    else if (token.startsWith('(')) {
      for (const [, argument = ''] of token.matchAll(/(\w+):/g)) {
        if (!field?.arguments.includes(argument)) faults.push(`${type}.${name}(${argument}:)`);
      }
    } else {
      name = token;
      field = schema.get(type)?.get(token);
      if (field === undefined) faults.push(`${type}.${token}`);
    }
  }
  return faults;
}

/** The names of an input that the schema does not have, at any depth. */
function inputFaults(schema: Schema, type: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => inputFaults(schema, type, item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = schema.get(type)?.get(key);
    return field === undefined ? [`${type}.${key}`] : inputFaults(schema, field.type, inner);
  });
}

const list = [orderFulfillments, fulfillmentOrderLines, fulfillmentLines, createFulfillment, setMetafields];

describe.skipIf(!present)('the Admin API 2026-07 (skipped where its schema is not at hand)', () => {
  const schema = present ? readSchema(readFileSync(path, 'utf8')) : new Map();

  it.each(list.map(({ name, kind, text }) => [name, kind, text]))(
    'has every field and argument of %s',
    (_, kind, text) => {
      expect(faultsOf(schema, kind === 'read' ? 'QueryRoot' : 'Mutation', text)).toEqual([]);
    },
  );

  it('has every field of the inputs', () => {
    const fulfillment = {
      lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: '', fulfillmentOrderLineItems: [{ id: '', quantity: 1 }] }],
      notifyCustomer: false,
      trackingInfo: { company: '', numbers: [''] },
    };
    expect(inputFaults(schema, 'FulfillmentInput', fulfillment)).toEqual([]);
    const metafield = { ownerId: '', namespace: '', key: '', type: '', value: '' };
    expect(inputFaults(schema, 'MetafieldsSetInput', metafield)).toEqual([]);
  });

  it('would show a field that is not there', () => {
    expect(faultsOf(schema, 'QueryRoot', 'query X { order(id: 1, name: 2) { colour fulfillments { no } } }')).toEqual([
      'QueryRoot.order(name:)',
      'Order.colour',
      'Fulfillment.no',
    ]);
    expect(inputFaults(schema, 'FulfillmentInput', { trackingInfo: { colour: '' } })).toEqual([
      'FulfillmentTrackingInput.colour',
    ]);
  });
});

describe('the operations', () => {
  it.each(list.map((operation) => [operation.name, operation.kind, operation.text]))(
    '%s are named as they are sent',
    (name, kind, text) => {
      expect(text.startsWith(`${kind === 'read' ? 'query' : 'mutation'} ${name}(`)).toBe(true);
    },
  );
});
