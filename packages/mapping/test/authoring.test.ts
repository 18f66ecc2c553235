import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Order } from '@dist/canonical';
import { expect, expectTypeOf, it } from 'vitest';
import { canonicalPaths } from '../scripts/canonical-paths.ts';
import { defineMap, defineOverlay, type ValuePath } from '../src/authoring.ts';
import { compile, json } from '../src/index.ts';
import { codesOf } from './compiled.ts';

const head = { version: '1', native: 'json/shop/order', canonical: 'order' } as const;
const shop = defineMap({
  ...head,
  id: 'shop',
  tables: { unit: { each: 'C62', case: 'XCS' } },
  rules: [
    { id: 'kind', op: 'const', canonical: 'kind', value: 'order' },
    { id: 'model', op: 'const', canonical: 'version', value: '1' },
    { id: 'purpose', op: 'const', canonical: 'purpose', value: 'original' },
    { id: 'channel', op: 'const', canonical: 'channel', value: 'shop' },
    { id: 'number', canonical: 'number', native: 'name', required: true },
    { id: 'currency', canonical: 'currency', native: 'currencyCode', required: true },
    { id: 'department', canonical: 'references[type=department].value', native: 'department' },
    {
      id: 'gift',
      op: 'when',
      if: { native: true, canonical: { path: 'parties.markFor.name', present: true } },
      rules: [{ id: 'gift-for', canonical: 'parties.markFor.name', native: 'giftFor' }],
    },
    {
      id: 'lines',
      op: 'each',
      canonical: 'lines',
      native: 'items',
      key: 'lineId',
      rules: [
        { id: 'line-id', canonical: 'lineId', native: 'id', required: true },
        { id: 'sku', canonical: 'ids[scheme=seller].value', native: 'sku', as: 'upper' },
        { id: 'quantity', canonical: 'quantity.value', native: 'quantity', as: 'number', required: true },
        { id: 'unit', canonical: 'quantity.unit', native: 'unit', as: 'table:unit', required: true },
        { id: 'order-of-line', canonical: '/notes[0]', native: 'note' },
      ],
    },
    { id: 'count', op: 'calc', native: 'count', function: 'count', of: 'lines', as: 'integer' },
  ],
});

it('a map written in TypeScript is the same JSON, and compiles', () => {
  expect(compile(shop, { native: json(), canonical: Order }).issues).toEqual([]);
  const overlay = defineOverlay(shop, {
    id: 'northfield',
    version: '1',
    patch: { unit: { default: 'C62', required: null }, number: null, lines: { key: null } },
    add: [{ into: 'lines', before: 'unit', rule: { id: 'pack', canonical: 'packSize', native: 'pack' } }],
    tables: { unit: { case: null } },
  });
  expect(overlay.base).toBe('shop');
  expect(codesOf(compile(shop, { native: json(), canonical: Order, overlays: [overlay] }))).toEqual([
    'target-uncovered',
  ]);
});

it('paths of the canonical documents are known to the compiler of TypeScript', () => {
  expectTypeOf<'lines[].price.amount'>().toExtend<ValuePath<'order'>>();
  expectTypeOf<'lines[0].ids[scheme=buyer].value'>().toExtend<ValuePath<'order'>>();
  expectTypeOf<'lines[].pirce'>().not.toExtend<ValuePath<'order'>>();
  expectTypeOf<'parties.shipTo.nmae'>().not.toExtend<ValuePath<'order'>>();
});

it('what a map does not have is a type error', () => {
  const one = { ...head, id: 'one' } as const;
  const each = { id: 'a', op: 'each', native: 'x' } as const;
  const overlay = { id: 'o', version: '1' } as const;
  const rule = { id: 'r', canonical: 'a', native: 'b' } as const;
  // @ts-expect-error lines have no pirce
  defineMap({ ...one, rules: [{ id: 'a', canonical: 'lines[0].pirce', native: 'x' }] });
  // @ts-expect-error nor have they inside a rule of lines
  defineMap({ ...one, rules: [{ ...each, canonical: 'lines', rules: [{ ...rule, canonical: 'pirce' }] }] });
  // @ts-expect-error no list of that name
  defineMap({ ...one, rules: [{ ...each, canonical: 'line', rules: [] }] });
  const tables = { unit: {} } as const;
  // @ts-expect-error no table of that name
  defineMap({ ...one, tables, rules: [{ id: 'a', canonical: 'type', native: 'x', as: 'table:unti' }] });
  // @ts-expect-error no codec of that name
  defineMap({ ...one, rules: [{ id: 'a', canonical: 'type', native: 'x', as: 'uper' }] });
  // @ts-expect-error no rule of that id
  defineOverlay(shop, { ...overlay, patch: { nubmer: { as: 'upper' } } });
  // @ts-expect-error a bind has no such field
  defineOverlay(shop, { ...overlay, patch: { number: { requierd: true } } });
  // @ts-expect-error a bind has nothing inside to add to
  defineOverlay(shop, { ...overlay, add: [{ into: 'number', rule }] });
  // @ts-expect-error no table of that name
  defineOverlay(shop, { ...overlay, tables: { unti: { a: 'b' } } });
});

it('a codec of your own is one, and a kind that is not ours has any path', () => {
  const shout = {
    native: 'a text',
    canonical: 'a text',
    decode: (value: unknown) => String(value),
    encode: (value: unknown) => String(value),
  };
  defineMap({ ...head, id: 'own', rules: [{ id: 'a', canonical: 'type', native: 'x', as: 'shout' }] }, { shout });
  const other = defineMap({
    ...head,
    id: 'other',
    canonical: 'quote',
    rules: [{ id: 'a', canonical: 'any.thing', native: 'x' }],
  });
  expect(other.rules).toHaveLength(1);
});

it('the generated paths are those of the schemas (else run scripts/generate-canonical-paths.ts)', () => {
  const written = readFileSync(join(import.meta.dirname, '../src/generated/canonical-paths.ts'), 'utf8');
  expect(canonicalPaths()).toBe(written);
});
