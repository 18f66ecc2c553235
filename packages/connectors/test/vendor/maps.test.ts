import { check, Order } from '@dist/canonical';
import { order as anyOrder } from '@dist/canonical/testing';
import { loadMap } from '@dist/mapping';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderMap } from '../../src/shopify/order-map.ts';
import { goldenOf } from './golden.ts';
import { compileVendorMap, mapNames, openVendorMap, type System, vendorMap, vendorOverlay } from './vendor-map.ts';

const systems = Object.keys(mapNames) as System[];
const shops = ['shopify', 'bigcommerce', 'adobe-commerce'] as const;
const erps = ['netsuite', 'sap-s4'] as const;
const pairs = systems.flatMap((system) => goldenOf(system).map((golden) => [system, golden.name, golden] as const));

describe('the maps of vendors', () => {
  it.each(systems)('%s: every path is one that the system documents', (system) => {
    expect(compileVendorMap(system)).toMatchObject({ ok: true, issues: [] });
  });

  it.each([
    ['shopify', 'shopify/presentment-currency'],
    ['shopify', 'shopify/units-by-item'],
    ['bigcommerce', 'bigcommerce/units-by-item'],
    ['adobe-commerce', 'adobe-commerce/units-by-item'],
    ['adobe-commerce', 'adobe-commerce/bundles-by-component'],
  ] as const)('%s with the overlay %s: so is every path of both', (system, overlay) => {
    expect(compileVendorMap(system, [vendorOverlay(overlay)])).toMatchObject({ ok: true, issues: [] });
  });

  it('a field that the system does not have is told', () => {
    const overlay = { id: 'tenant', version: '1', base: 'shopify/order', patch: { number: { native: 'order_nmae' } } };
    expect(compileVendorMap('shopify', [overlay]).issues).toMatchObject([{ code: 'path-unknown', rule: 'number' }]);
  });

  it('the map of Shopify that the connector exports is the JSON one', () => {
    expect(loadMap(orderMap).value).toEqual(vendorMap('shopify'));
  });
});

describe('golden pairs', () => {
  it.each(pairs.filter(([system]) => isShop(system)))('%s: %s is read', (system, _, { native, canonical, facts }) => {
    const { value, issues } = openVendorMap(system).read(native, { facts });
    expect(issues).toEqual([]);
    expect(value).toEqual(canonical);
    expect(Order.parse(value)).toEqual(canonical);
    // The total that the shop states is among what is checked.
    expect(value && check(value)).toEqual([]);
  });

  it.each(pairs.filter(([system]) => !isShop(system)))(
    '%s: %s is written, and the body is one of the system',
    (system, _, { native, canonical, facts }) => {
      const map = compileVendorMap(system);
      if (!map.ok) throw new Error(map.issues[0]?.message);
      const { value, issues } = map.value.write(canonical, { facts });
      expect(issues).toEqual([]);
      expect(value).toEqual(native);
    },
  );
});

describe('whatever comes', () => {
  it.each(shops)('%s: no document makes reading throw, and what is read is an order', (system) => {
    const map = openVendorMap(system);
    const native = goldenOf(system)[0]?.native ?? {};
    fc.assert(
      fc.property(spoiled(native), (document) => {
        const { value, issues } = map.read(document);
        if (value === undefined) expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
        else expect(Order.safeParse(value).success).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it.each(erps)('%s: no order makes writing throw, and one without its facts is not written', (system) => {
    const map = openVendorMap(system);
    fc.assert(
      fc.property(anyOrder(), (order) => {
        const { value, issues } = map.write(order);
        expect(value).toBeUndefined();
        expect(issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it.each(erps)('%s: nothing that the system answers makes reading throw', (system) => {
    const map = openVendorMap(system);
    const native = goldenOf(system)[0]?.native ?? {};
    fc.assert(
      fc.property(spoiled(native), (document) => {
        expect(map.read(document).issues).toBeDefined();
      }),
      { numRuns: 40 },
    );
  });
});

function isShop(system: System): boolean {
  return (shops as readonly System[]).includes(system);
}

/** A document in which one place holds anything at all. */
function spoiled(native: Record<string, unknown>): fc.Arbitrary<unknown> {
  const places = placesOf(native, []);
  return fc.tuple(fc.constantFrom(...places), fc.anything({ maxDepth: 2 })).map(([place, anything]) => {
    const document: unknown = structuredClone(native);
    let at = document as Record<string, unknown>;
    for (const key of place.slice(0, -1)) at = at[key] as Record<string, unknown>;
    at[place.at(-1) ?? ''] = anything;
    return document;
  });
}

function placesOf(node: unknown, path: readonly string[]): string[][] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) => [[...path, key], ...placesOf(inner, [...path, key])]);
}
