import { Order } from '@dist/canonical';
import { type PurchaseOrder850, purchaseOrder850 } from '@dist/x12/004010';
import { expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import json850 from '../maps/x12-004010/850.json' with { type: 'json' };
import { type CompiledMap, compile, json, loadMap } from '../src/index.ts';
import { x12 } from '../src/x12.ts';
import { mustHave } from './compiled.ts';
import { goldenPairs } from './golden-pairs.ts';

it('the documents’ types come from the format and the schema', () => {
  const compiled = compile(mustHave(loadMap(json850)), { native: x12(purchaseOrder850), canonical: Order });
  const map = mustHave(compiled);
  expectTypeOf(map).toEqualTypeOf<CompiledMap<PurchaseOrder850, Order>>();
  expectTypeOf(map.read).parameter(0).toEqualTypeOf<PurchaseOrder850>();
  expectTypeOf(map.write).parameter(0).toEqualTypeOf<Order>();
  expect(map.id).toBe('x12/004010/850');
});

it('a result that is ok has a value', () => {
  const map = mustHave(compile(mustHave(loadMap(json850)), { native: x12(purchaseOrder850), canonical: Order }));
  const written = map.write(goldenPairs['850'].document);
  if (!written.ok) throw new Error('not written');
  expectTypeOf(written.value).toEqualTypeOf<PurchaseOrder850>();
  const result = map.read(written.value);
  expectTypeOf(result.value).toEqualTypeOf<Order | undefined>();
  if (!result.ok) throw new Error('not read');
  expectTypeOf(result.value).toEqualTypeOf<Order>();
  expect(result.value.number).toBe('PO-4711');
});

it('a JSON document has the type of its schema, or none', () => {
  const shop = z.object({ name: z.string(), items: z.array(z.object({ sku: z.string().nullable() })) });
  const map = compile(
    { id: 'm', version: '1', native: 'json/x', canonical: 'x', rules: [] },
    { native: json({ schema: shop }), canonical: json() },
  );
  if (map.ok) expectTypeOf(map.value.read).parameter(0).toEqualTypeOf<z.infer<typeof shop>>();
  expectTypeOf(map).toEqualTypeOf<ReturnType<typeof compile<z.infer<typeof shop>, unknown>>>();
  expect(map.issues.map(({ code }) => code)).toEqual(['target-uncovered']);
});
