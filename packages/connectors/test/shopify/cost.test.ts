import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { shopifySchemas } from '../descriptions/shopify-schemas.ts';
import { specs } from '../descriptions/systems.ts';

const cached = shopifySchemas.versions().includes('2026-07');
const schema = cached ? shopifySchemas.description(specs).schemaOf('2026-07')?.schema : undefined;
const folder = join(import.meta.dirname, '../../src/shopify');

interface Document {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly cost: number;
}

const modules = await Promise.all(
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file): Promise<object> => import(join(folder, file))),
);
const documents = modules.flatMap((one) => Object.values(one)).filter(isDocument);

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && 'text' in value && 'cost' in value && 'name' in value;
}

/**
 * Points by Shopify's rule: an object is 1, a connection 2 and its objects as many as are asked for, a mutation 10; scalars
 * are free. A list that is no connection is counted as one object.
 */
function costOf(schema: GraphQLSchema, text: string): number {
  const [operation] = parse(text).definitions.filter(
    (one): one is OperationDefinitionNode => one.kind === 'OperationDefinition',
  );
  const root = operation?.operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  if (operation === undefined || !root) throw new Error('no operation');
  return (operation.operation === 'mutation' ? 10 : 0) + costOfSet(schema, root, operation.selectionSet);
}

function costOfSet(schema: GraphQLSchema, type: GraphQLNamedType, set: SelectionSetNode): number {
  return set.selections.reduce((total, one) => {
    if (one.kind === 'InlineFragment') {
      const on = schema.getType(one.typeCondition?.name.value ?? '');
      return total + (on ? costOfSet(schema, on, one.selectionSet) : 0);
    }
    return one.kind === 'Field' ? total + costOfField(schema, type, one) : total;
  }, 0);
}

function costOfField(schema: GraphQLSchema, type: GraphQLNamedType, field: FieldNode): number {
  const owner = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
  const inner = owner && getNamedType(owner.type);
  if (!inner || !isCompositeType(inner) || field.selectionSet === undefined) return 0;
  const first = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  const size = first?.kind === 'IntValue' ? Number(first.value) : 1;
  if (!inner.name.endsWith('Connection')) return size * (1 + costOfSet(schema, inner, field.selectionSet));
  return field.selectionSet.selections.reduce((total, one) => {
    if (one.kind !== 'Field') return total;
    return total + (one.name.value === 'nodes' ? size * costOfField(schema, inner, one) : 0);
  }, 2);
}

describe('what the documents cost', () => {
  it.each(documents)('edge 7 $name is told with its points, 1000 at most', ({ cost }) => {
    expect(cost).toBeGreaterThan(0);
    expect(cost).toBeLessThanOrEqual(1000);
  });

  it.skipIf(!cached).each(documents)(
    'edge 7 $name costs what Shopify’s rule gives (skipped where the schema of 2026-07 is not fetched)',
    ({ text, cost }) => {
      expect(schema && costOf(schema, text)).toBe(cost);
    },
  );
});
