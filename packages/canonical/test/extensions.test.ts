import { Item, Order, validate, withExt } from '@dist/canonical';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { at, item, order } from './sample.ts';

const Routed = withExt(Order, { acme: z.strictObject({ route: z.string() }), vendor: z.object({}).optional() });
const routed = { ...order, ext: { acme: { route: 'B7' } } };

describe('withExt', () => {
  it.each<[string, object, (string | number)[] | undefined]>([
    ['the extension as its schema has it', routed, undefined],
    ['another namespace beside it, kept', at(routed, ['ext', 'other'], { a: [1] }), undefined],
    ['an extension of the wrong type', at(routed, ['ext', 'acme', 'route'], 7), ['ext', 'acme', 'route']],
    ['a field too many in it', at(routed, ['ext', 'acme', 'colour'], 'red'), ['ext', 'acme', 'colour']],
    ['no such namespace', { ...order, ext: {} }, ['ext', 'acme']],
    ['no extensions at all', order, ['ext']],
    ['a field that the document does not know', { ...routed, colour: 'red' }, ['colour']],
    ['extensions that are too deep', at(routed, ['ext', 'other'], nested(70)), ['ext']],
  ])('%s', (_, document, path) => {
    const result = validate(Routed, document);
    if (path === undefined) expect(result).toEqual({ ok: true, value: document, issues: [] });
    else expect([result.ok, result.issues.map((issue) => issue.path)]).toEqual([false, [path]]);
  });

  it('keeps the rules of the document', () => {
    const { issues } = validate(Routed, at(routed, ['lines', 1, 'lineId'], '1'));
    expect(issues).toMatchObject([{ code: 'line-id-repeated' }]);
  });

  it('asks for nothing when every namespace may be absent', () => {
    const Free = withExt(Order, { acme: z.strictObject({ route: z.string() }).optional() });
    expect(validate(Free, order).ok).toBe(true);
    expect(validate(Free, { ...order, ext: { acme: {} } }).ok).toBe(false);
  });

  it('leaves the document itself as it was', () => {
    expect(validate(Order, order).ok).toBe(true);
    expect(validate(Order, { ...order, ext: {} }).ok).toBe(true);
  });

  it('types the extensions of a master, too', () => {
    const Weighed = withExt(Item, { acme: z.strictObject({ grams: z.int() }) });
    expect(Weighed.safeParse({ ...item, ext: { acme: { grams: 12 } } }).success).toBe(true);
    expect(Weighed.safeParse({ ...item, ext: { acme: { grams: '12' } } }).success).toBe(false);
  });

  it('has a JSON Schema', () => {
    expect(z.toJSONSchema(Routed)).toMatchObject({
      properties: { ext: { properties: { acme: { required: ['route'] } }, required: ['acme'] } },
    });
  });
});

function nested(levels: number): object {
  let value: object = {};
  for (let level = 0; level < levels; level++) value = { value };
  return value;
}
