import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Order, type OrderLine, type Party } from '@dist/canonical';
import { type CompiledMap, compile, json, loadMap } from '@dist/mapping';
import { describe, expect, it } from 'vitest';
import { vendorCodecs } from '../../src/codecs.ts';
import source from '../../src/oracle-fusion/sales-order.json' with { type: 'json' };

interface Rule {
  readonly id: string;
  readonly rules?: readonly Rule[] | undefined;
}

const read = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));
const native: Readonly<Record<string, unknown>> = read('golden/store.native.json');
const canonical = Order.parse(read('golden/store.json'));
const facts = {
  itemUnit: { 'AX-100|PCS': 'AX-100|C62', 'AX-200|LBS': 'AX-200|LBR' },
  customer: { G: '0614141000005', N: '77', C: '11' },
  shipTo: { G: '0614141000012', N: '0012', C: '712' },
};
const pieces = { value: '24', unit: 'C62' };
const address = { lines: ['1 Main St'], city: 'Reno', country: 'US' };
const charge = { kind: 'charge' as const, code: 'D240', amount: '5' };

const known: readonly (readonly [
  scheme: 'erp' | 'gln' | 'buyer' | 'channel',
  buyer: string,
  place: string,
  number: string,
])[] = [
  ['erp', 'X', 'X', 'X'],
  ['gln', '0614141000005', '0614141000012', 'G'],
  ['buyer', '77', '0012', 'N'],
  ['channel', '11', '712', 'C'],
];

/** What Oracle has no room for, and the rule that says so. */
const refused: readonly (readonly [what: string, rule: string, change: Partial<Order>])[] = [
  ['a cancellation', 'purpose', { purpose: 'cancellation' }],
  ['an order without our reference', 'external-reference', { references: [] }],
  ['a buyer without any number', 'customer', between({ ids: [] })],
  ['a place with an address only', 'ship-to-unknown', between(canonical.parties.buyer, { ids: [], address })],
  ['a price of a hundred', 'price-basis', withLine({ price: { amount: '3.25', per: '100' } })],
  ['a price by weight', 'price-unit', withLine({ price: { amount: '3.25', unit: 'KGM' } })],
  [
    'a line by store',
    'not-split-by-place',
    withLine({ allocations: [{ location: { scheme: 'buyer', value: '7' }, quantity: pieces }] }),
  ],
  [
    'a line by day',
    'not-split-by-day',
    withLine({ schedules: [{ type: 'deliverBy', date: '2026-03-12', quantity: pieces }] }),
  ],
  ['a line to elsewhere', 'line-place', withLine({ parties: { shipTo: { ids: [{ scheme: 'buyer', value: '9' }] } } })],
  ['a line to somebody', 'line-place-named', withLine({ parties: { shipTo: { ids: [], name: 'Store 9 (sample)' } } })],
  ['a line to an address', 'line-place-addressed', withLine({ parties: { shipTo: { ids: [], address } } })],
  ['a charge of a line', 'no-line-allowances', withLine({ allowancesCharges: [charge] })],
  ['a charge', 'no-allowances', { allowancesCharges: [charge] }],
];

describe('the map oracle-fusion/sales-order', () => {
  const map = mapOf(source.rules);

  it('writes the golden order', () => {
    expect(map.write(canonical, { facts })).toMatchObject({ issues: [] });
    expect(map.write(canonical, { facts }).value).toEqual(native);
  });

  it('R19: reads it as the order that it was written of', () => {
    const { value, issues } = map.read(native, { facts });
    expect(issues).toEqual([]);
    expect(Order.parse(value)).toEqual(canonical);
  });

  it.each(known)('by %s %s, to %s: both are %s to Oracle', (scheme, buyer, place, number) => {
    const { value, issues } = map.write({ ...canonical, ...numbered(scheme, buyer, place) }, { facts });
    expect(issues).toEqual([]);
    expect(value).toEqual({ ...native, BuyingPartyNumber: number, shipToCustomer: [{ PartyNumber: number }] });
  });

  it.each(refused)('does not write %s (%s)', (_, rule, change) => {
    const { value, issues } = map.write({ ...canonical, ...change }, { facts });
    expect(value).toBeUndefined();
    expect(issues.map((issue) => issue.rule)).toContain(rule);
  });

  it('is seen whole by these pairs and refusals: without any one of its rules they come out otherwise', () => {
    const whole = seenOf(map);
    const unseen = idsOf(source.rules).filter((id) => {
      const compiled = compiledOf(without(source.rules, id));
      // What is no map without it, compiling finds.
      return compiled.ok && JSON.stringify(seenOf(compiled.value)) === JSON.stringify(whole);
    });
    expect(unseen).toEqual([]);
  });
});

/** All that the map makes of the golden order, of its changes and of Oracle's document. */
function seenOf(map: CompiledMap<unknown, Order>): unknown {
  const parties = known.map(([scheme, buyer, place]) => numbered(scheme, buyer, place));
  const orders = [{}, ...parties, ...refused.map(([, , change]) => change)];
  return [map.read(native, { facts }), ...orders.map((change) => map.write({ ...canonical, ...change }, { facts }))];
}

function mapOf(rules: readonly Rule[]): CompiledMap<unknown, Order> {
  const compiled = compiledOf(rules);
  if (!compiled.ok) throw new Error(compiled.issues[0]?.message);
  return compiled.value;
}

function compiledOf(rules: readonly Rule[]) {
  const loaded = loadMap({ ...source, rules });
  if (!loaded.ok) throw new Error(loaded.issues[0]?.message);
  return compile(loaded.value, { native: json(), canonical: Order, codecs: vendorCodecs });
}

function idsOf(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap((rule) => [rule.id, ...idsOf(rule.rules ?? [])]);
}

/** A rule that holds only the one that is left out goes with it: it can not be empty. */
function without(rules: readonly Rule[], id: string): readonly Rule[] {
  return rules.flatMap((rule): Rule[] => {
    if (rule.id === id) return [];
    if (rule.rules === undefined) return [rule];
    const inner = without(rule.rules, id);
    return inner.length === 0 ? [] : [{ ...rule, rules: inner }];
  });
}

function numbered(scheme: 'erp' | 'gln' | 'buyer' | 'channel', buyer: string, place: string): Partial<Order> {
  return between({ ids: [{ scheme, value: buyer }] }, { ids: [{ scheme, value: place }] });
}

function between(buyer: Party | undefined, shipTo: Party | undefined = canonical.parties.shipTo): Partial<Order> {
  return { parties: { ...(buyer && { buyer }), ...(shipTo && { shipTo }) } };
}

function withLine(change: Partial<OrderLine>): Partial<Order> {
  const [first, ...others] = canonical.lines;
  if (first === undefined) throw new Error('no line');
  return { lines: [{ ...first, ...change }, ...others] };
}
