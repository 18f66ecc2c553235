import { shipNotice856 } from '@dist/x12/004010';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { compile, effectiveOn, json, type Rule, refuse } from '../src/index.ts';
import { x12 } from '../src/x12.ts';
import { codesOf, mustHave } from './compiled.ts';
import { smallOrder } from './small-order.ts';

describe('places in the notation of paths', () => {
  it.each([
    [['BEG', 'number'], 'BEG03'],
    [['REF', 2, 'value'], 'REF[2].02'],
    [['REF', 0, 'composite', 'value'], 'REF[0].04-2'],
    [['PO1Loop', 1, 'PO1', 'quantity'], 'PO1[1]/PO102'],
    [['PO1Loop', 0, 'PIDLoop', 3, 'PID', 'description'], 'PO1[0]/PID[3]/PID05'],
    [['nothing', 'known'], 'nothing/known'],
    [[], ''],
  ])('x12: %j is %s', (path, text) => expect(x12(smallOrder).notation.of(path)).toBe(text));

  it('x12: levels of a tree', () => {
    const path = ['HLLoop', 0, 'children', 2, 'LIN', 'assignedIdentification'];
    expect(x12(shipNotice856).notation.of(path)).toBe('HL[0]/HL[2]/LIN01');
  });

  it.each([
    [['lines', 0, 'quantity', 'value'], 'lines[0].quantity.value'],
    [['ext', 'acme/x', 'a b'], 'ext."acme/x"."a b"'],
    [['a"b'], '"a\\"b"'],
  ])('json: %j is %s', (path, text) => expect(json().notation.of(path)).toBe(text));
});

describe('a JSON format with a schema', () => {
  const schema = z.object({
    name: z.string(),
    customer: z.object({ email: z.string().nullable() }).nullable(),
    tags: z.array(z.string()),
    lines: z
      .array(z.union([z.object({ sku: z.string() }), z.object({ sku: z.string(), gift: z.boolean() })]))
      .optional(),
    count: z.number().optional(),
  });
  const format = json({ id: 'json/shop', schema });

  it.each(['name', 'customer.email', 'tags[0]', 'lines[sku=A].gift', 'lines'])('has %s', (text) => {
    expect(format.parsePath(text, format.shape)).not.toHaveProperty('code');
  });

  it.each(['nam', 'name.first', 'tags[0].more'])('a strict one has no %s', (text) => {
    const strict = json({ schema: z.strictObject(schema.shape) });
    expect(strict.parsePath(text, strict.shape)).toMatchObject({ code: 'path-unknown' });
  });

  const rules: Rule[] = [
    { id: 'name', canonical: 'name', native: 'name' },
    { id: 'email', canonical: 'email', native: 'customer.email' },
    { id: 'count', canonical: 'count', native: 'count', as: 'number' },
  ];
  const map = mustHave(
    compile<unknown, unknown>(
      { id: 'm', version: '1', native: 'json/shop', canonical: 'x', rules },
      { native: format, canonical: json() },
    ),
  );

  it('what is written is checked by it, and required lists are there though empty', () => {
    expect(map.write({ name: 'x', email: 'e' }).value).toEqual({ name: 'x', customer: { email: 'e' }, tags: [] });
    expect(map.write({ email: 'e' }).issues).toMatchObject([
      { code: 'value-missing', severity: 'error', rule: 'name', side: 'native', path: ['name'] },
    ]);
  });

  it('a required value that a rule has asked for is reported once', () => {
    const strict = mustHave(
      compile<unknown, unknown>(
        {
          id: 'm',
          version: '1',
          native: 'json/shop',
          canonical: 'x',
          rules: [{ ...rules[0], required: true } as Rule, ...rules.slice(1)],
        },
        { native: format, canonical: json() },
      ),
    );
    expect(codesOf(strict.write({ email: 'e' }))).toEqual(['value-required']);
  });
});

it('an object that is missing because its only value was refused is reported once', () => {
  const inner = z.strictObject({ quantity: z.strictObject({ value: z.string() }) });
  const rules: Rule[] = [{ id: 'q', canonical: 'quantity.value', native: 'qty', as: 'number' }];
  const map = mustHave(
    compile<unknown, unknown>(
      { id: 'm', version: '1', native: 'json/x', canonical: 'x', rules },
      { native: json(), canonical: inner },
    ),
  );
  expect(codesOf(map.read({ qty: 'many' }))).toEqual(['value-unmappable']);
});

describe('your own codec', () => {
  const rules: Rule[] = [{ id: 'r', canonical: 'x', native: 'y', as: 'twice' }];
  const twice = {
    native: 'an even number',
    canonical: 'a number',
    decode: (value: unknown) => (typeof value === 'number' && value % 2 === 0 ? value / 2 : refuse('an even number')),
    encode: (value: unknown) => (typeof value === 'number' ? value * 2 : refuse('a number')),
  };
  const map = { id: 'm', version: '1', native: 'json/x', canonical: 'x', rules };
  const settings = { native: json(), canonical: json() };

  it('runs under its name', () => {
    const doubled = mustHave(compile(map, { ...settings, codecs: { twice } }));
    expect(doubled.read({ y: 6 }).value).toEqual({ x: 3 });
    expect(doubled.write({ x: 3 }).value).toEqual({ y: 6 });
    expect(doubled.read({ y: 5 }).issues).toMatchObject([
      { code: 'value-unmappable', expected: 'an even number', found: '5' },
    ]);
  });

  it('that throws refuses: a document does not make a run throw', () => {
    const decode = () => {
      throw new Error('a fault of the codec');
    };
    const throwing = mustHave(compile(map, { ...settings, codecs: { twice: { ...twice, decode } } }));
    expect(codesOf(throwing.read({ y: 6 }))).toEqual(['value-unmappable']);
  });
});

describe('effectiveOn', () => {
  const maps = [
    { id: 'old', effective: { until: '2026-02-28' } },
    { id: 'new', effective: { from: '2026-03-01', until: '2026-12-31' } },
    { id: 'overlap', effective: { from: '2026-06-01' } },
  ];

  it.each([
    ['before the change', '2026-02-28', 'old'],
    ['from the first day on', '2026-03-01', 'new'],
    ['of two, the one that began last', '2026-06-01', 'overlap'],
    ['after the last day of the other', '2027-01-01', 'overlap'],
  ])('%s', (_, day, id) => expect(effectiveOn(maps, day)?.id).toBe(id));

  it('none holds the day', () => expect(effectiveOn(maps.slice(1, 2), '2026-01-01')).toBeUndefined());
  it('a day in another form is a mistake of the program', () =>
    expect(() => effectiveOn(maps, '3/1/2026')).toThrow(RangeError));
});
