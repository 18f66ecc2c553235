import { Customer, Invoice, Item, Order, OrderAcknowledgment, Shipment, validate } from '@dist/canonical';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, invoice, order, shipment } from './sample.ts';

const schemas = [Order, OrderAcknowledgment, Shipment, Invoice, Item, Customer];

/** Lists in lists, deeper than any stack. */
function deep(levels: number): unknown {
  let nested: unknown = [];
  for (let level = 0; level < levels; level++) nested = [nested];
  return nested;
}

describe('validate', () => {
  it('answers whatever JSON it is given, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...schemas), fc.jsonValue(), (schema, json) => {
        const { ok, issues } = validate<unknown>(schema, json);
        expect(ok).toBe(false);
        expect(issues.length).toBeGreaterThan(0);
        JSON.stringify(issues);
      }),
      { numRuns: 200 },
    );
  });

  it('answers whatever stands in one place of a document', () => {
    const places = [['lines'], ['lines', 0], ['lines', 0, 'quantity', 'value'], ['parties'], ['currency'], ['ext']];
    const place = fc.constantFrom<(string | number)[]>(...places);
    fc.assert(
      fc.property(fc.constantFrom(order, invoice), place, fc.jsonValue(), (document, path, json) => {
        const schema = document.kind === 'order' ? Order : Invoice;
        const { ok, issues } = validate<unknown>(schema, at<unknown>(document, path, json));
        expect(ok || issues.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a document', (bomb: unknown) => bomb],
    ['a line', (bomb: unknown) => at<unknown>(order, ['lines', 0], bomb)],
    ['a value', (bomb: unknown) => at<unknown>(order, ['lines', 0, 'quantity', 'value'], bomb)],
    ['an unknown field', (bomb: unknown) => ({ ...order, colour: bomb })],
    ['an extension', (bomb: unknown) => ({ ...order, ext: { acme: bomb } })],
  ])('lists in lists, deeper than any stack, in the place of %s are an issue', (_, place) => {
    const { ok, issues } = validate(Order, place(deep(100_000)));
    expect([ok, issues.length]).toEqual([false, 1]);
  });

  it('extensions may be 64 levels deep and no deeper, a ring among them', () => {
    const ring: Record<string, unknown> = {};
    ring['self'] = ring;
    expect(validate(Order, { ...order, ext: { acme: deep(61) } }).ok).toBe(true);
    expect(validate(Order, { ...order, ext: { acme: deep(70) } }).issues).toMatchObject([{ path: ['ext'] }]);
    expect(validate(Order, { ...order, ext: { ring } }).ok).toBe(false);
  });

  it('a field called __proto__ is a field like others: refused, or taken out of extensions, and nothing inherits it', () => {
    const poison = JSON.parse('{ "__proto__": { "polluted": true } }');
    const withPoison = JSON.parse(JSON.stringify(order).replace('{', '{ "__proto__": { "polluted": true }, '));
    expect(validate(Order, withPoison).issues).toMatchObject([{ code: 'key-unknown', path: ['__proto__'] }]);
    const extended = validate(Order, { ...order, ext: poison });
    expect(extended.ok && (extended.value.ext as { polluted?: true }).polluted).toBe(undefined);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });

  it('ids that are names of Object are ids like others', () => {
    const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
    const lines = names.map((lineId) => ({ ...order.lines[0], lineId }));
    expect(validate(Order, { ...order, lines }).issues).toEqual([]);
    expect(validate(Order, { ...order, currency: 'constructor' }).ok).toBe(false);
    expect(validate(Order, at(order, ['lines', 0, 'quantity', 'unit'], 'A0')).issues).toMatchObject([
      { code: 'unit-unknown' },
    ]);
  });

  it('fifty thousand units, each in the one before, are passed once', () => {
    const units = Array.from({ length: 50_000 }, (_, index) => ({
      unitId: `u${index}`,
      type: 'carton',
      ...(index > 0 && { parentId: `u${index - 1}` }),
    }));
    const items = [{ ...shipment.items[0], unitId: 'u49999' }];
    expect(validate(Shipment, { ...shipment, units, items }).issues).toEqual([]);
  });
});
