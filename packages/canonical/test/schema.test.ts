import { Customer, Invoice, Item, Order, OrderAcknowledgment, Shipment, validate } from '@dist/canonical';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { acknowledgment, at, customer, invoice, item, order, shipment } from './sample.ts';

const documents: readonly (readonly [string, z.ZodType, object])[] = [
  ['an order', Order, order],
  ['an acknowledgment', OrderAcknowledgment, acknowledgment],
  ['a shipment', Shipment, shipment],
  ['an invoice', Invoice, invoice],
  ['an item', Item, item],
  ['a customer', Customer, customer],
];

describe.each(documents)('%s', (_, schema, document) => {
  it('is read as it is', () => {
    expect(validate(schema, document)).toEqual({ ok: true, value: document, issues: [] });
  });

  it('has no field that the model does not know', () => {
    const { ok, issues } = validate(schema, { ...document, colour: 'red' });
    expect(ok).toBe(false);
    expect(issues).toEqual([
      {
        code: 'key-unknown',
        severity: 'error',
        message: 'There is no "colour" here; what is not part of the model belongs in ext',
        path: ['colour'],
      },
    ]);
  });

  it('misses each field that it must have, by name', () => {
    for (const name of Object.keys(document)) {
      if (schema.safeParse({ ...document, [name]: undefined }).success) continue;
      const { issues } = validate(schema, at(document, [name], undefined));
      expect(issues).toMatchObject([{ code: 'value-missing', path: [name], message: `${name} is missing` }]);
    }
  });
});

describe('a wrong field', () => {
  const quantity = ['lines', 0, 'quantity'] as const;
  it.each<[string, (string | number)[], unknown, string]>([
    ['another kind', ['kind'], 'invoice', 'value-not-in-list'],
    ['a later version of the model', ['version'], '2', 'value-not-in-list'],
    ['an unknown purpose', ['purpose'], '00', 'value-not-in-list'],
    ['an empty number', ['number'], '', 'too-small'],
    ['a currency in small letters', ['currency'], 'usd', 'format-wrong'],
    ['no lines', ['lines'], [], 'too-small'],
    ['a number where a decimal is a text', [...quantity, 'value'], 24, 'type-wrong'],
    ['an exponent', [...quantity, 'value'], '1e3', 'format-wrong'],
    ['zeros after the point', [...quantity, 'value'], '1.50', 'format-wrong'],
    ['zeros before the number', [...quantity, 'value'], '007', 'format-wrong'],
    ['a plus', [...quantity, 'value'], '+7', 'format-wrong'],
    ['a minus before zero', [...quantity, 'value'], '-0', 'format-wrong'],
    ['more than 64 characters', [...quantity, 'value'], '1'.repeat(65), 'too-big'],
    ['a unit in words', [...quantity, 'unit'], 'case', 'format-wrong'],
    ['a day that the month does not have', ['dates', 'ordered'], '2026-02-30', 'format-wrong'],
    ['a date with a time', ['dates', 'ordered'], '2026-02-03T00:00:00Z', 'format-wrong'],
    ['an instant without offset', ['placedAt'], '2026-02-03T00:00:00', 'format-wrong'],
    ['an unknown scheme', ['lines', 0, 'ids', 0, 'scheme'], 'upc', 'value-not-in-list'],
    ['null', ['dates'], null, 'type-wrong'],
    ['a field too many in a quantity', [...quantity, 'per'], '1', 'key-unknown'],
  ])('%s is refused where it stands', (_, path, value, code) => {
    const result = validate(Order, at(order, path, value));
    expect(result.ok).toBe(false);
    expect(result.issues.map((issue) => [issue.code, issue.path])).toContainEqual([code, path]);
  });

  it.each(['0', '-1', '0.5', '-0.05', '12345678901234567890.123', '1.01'])(
    '%s is a decimal in canonical text',
    (value) => {
      const { issues } = validate(Order, at(order, [...quantity, 'value'], value));
      expect(issues.filter(({ code }) => code === 'format-wrong')).toEqual([]);
    },
  );

  it.each(['2026-03-02T08:15:00Z', '2026-03-02T08:15:00-06:00', '2026-03-02T08:15:00.123+05:30'])(
    '%s keeps the offset it came with',
    (placedAt) => expect(validate(Order, { ...order, placedAt })).toMatchObject({ ok: true, value: { placedAt } }),
  );

  it('says what was expected and what was found, in one sentence', () => {
    expect(validate(Order, at(order, ['channel'], 'fax')).issues).toEqual([
      {
        code: 'value-not-in-list',
        severity: 'error',
        message: 'channel: Invalid option: expected one of "edi"|"shop"',
        path: ['channel'],
        expected: 'edi, shop',
        found: 'fax',
      },
    ]);
    expect(validate(Order, at(order, ['currency'], 'x'.repeat(200))).issues[0]?.found).toBe(`${'x'.repeat(79)}…`);
    expect(validate(Order, [1, 2]).issues).toMatchObject([{ path: [], expected: 'object', found: 'a list of 2' }]);
    expect(validate(Order, at(order, ['number'], { a: 1 })).issues).toMatchObject([{ found: 'an object with a' }]);
  });

  it('what is missing has no found', () => {
    const [issue] = validate(Order, at(order, ['purpose'], undefined)).issues;
    expect(issue).toMatchObject({ code: 'value-missing', message: 'purpose is missing' });
    expect(issue?.found).toBeUndefined();
  });
});

describe('extensions', () => {
  it('are kept, on documents and lines', () => {
    const ext = { acme: { route: 'B7', stops: [1, 2] }, 'x/y': null };
    const extended = { ...at(order, ['lines', 0, 'ext'], ext), ext };
    expect(validate(Order, extended)).toEqual({ ok: true, value: extended, issues: [] });
  });

  it('can be typed by a schema of your own, which keeps the rules of its document', () => {
    const Routed = z.strictObject({
      ...shapeOf(Order),
      ext: z.strictObject({ acme: z.strictObject({ route: z.string() }) }),
    });
    const routed = { ...order, ext: { acme: { route: 'B7' } } };
    expect(validate(Routed, routed).ok).toBe(true);
    expect(validate(Routed, { ...routed, ext: {} }).issues).toMatchObject([
      { code: 'value-missing', path: ['ext', 'acme'] },
    ]);
    expect(validate(Routed, at(routed, ['lines', 1, 'lineId'], '1')).issues).toMatchObject([
      { code: 'line-id-repeated' },
    ]);
  });
});

/** The fields of a document's schema; all of them are objects. */
function shapeOf(schema: z.ZodType): z.ZodRawShape {
  if (!(schema instanceof z.ZodObject)) throw new TypeError('the schema is no object');
  return schema.shape;
}
