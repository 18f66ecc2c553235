import { describe, expect, it } from 'vitest';
import { type CalcRule, compile, json, type Rule } from '../src/index.ts';
import { codesOf, mustHave } from './compiled.ts';

/** A list of lines, each of which says what all of them make. */
const mapWith = (calc: Partial<CalcRule>) => {
  const rules: Rule[] = [
    {
      id: 'lines',
      op: 'each',
      canonical: 'lines',
      native: 'items',
      rules: [
        { id: 'quantity', canonical: 'quantity', native: 'qty' },
        { id: 'price', canonical: 'price', native: 'price' },
        { id: 'whole', op: 'calc', native: 'whole', function: 'sum', ...calc },
      ],
    },
  ];
  const map = { id: 'm', version: '1', native: 'json/x', canonical: 'order', rules };
  return mustHave(compile<unknown, unknown>(map, { native: json(), canonical: json() }));
};

const many = 20_000;
const lines = Array.from({ length: many }, (_, index) => ({ quantity: String(index % 7), price: '0.5' }));
const total = String(lines.reduce((sum, { quantity }) => sum + Number(quantity), 0));
const worth = String(Number(total) / 2);

describe('a calc inside a list, of the whole document, takes time by the list and not by its square', () => {
  it.each<[string, Partial<CalcRule>, string]>([
    ['sum of the canonical side', { of: '/lines[].quantity' }, total],
    ['sum of the native side', { of: { native: '/items[].qty' } }, total],
    ['sum of chosen items', { of: { native: '/items[price=0.5].qty' } }, '0'],
    ['count', { function: 'count', of: { native: '/items[]' } }, String(many)],
    ['sum of products', { function: 'sumProduct', of: ['/lines[].quantity', '/lines[].price'] }, worth],
    ['sum of products, native', { function: 'sumProduct', of: { native: ['/items[].qty', '/items[].price'] } }, worth],
  ])('%s: derived for each of 20,000 lines, and verified', (_, calc, expected) => {
    const map = mapWith(calc);
    const written = map.write({ lines });
    const { items } = written.value as { items: readonly { whole: string }[] };
    expect([items.length, new Set(items.map(({ whole }) => whole))]).toEqual([many, new Set([expected])]);
    expect(codesOf(map.read(written.value))).toEqual([]);
  });

  it('lists of different lengths are said, one of them of the whole document', () => {
    const map = mapWith({ function: 'sumProduct', of: { native: ['/items[].qty', 'price'] } });
    const { issues } = map.write({ lines });
    expect(issues.length).toBe(many);
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['calc-impossible']));
  });

  it('another run is another total', () => {
    const map = mapWith({ of: { native: '/items[].qty' } });
    const wholeOf = (document: unknown) => (map.write(document).value as { items: unknown[] }).items[0];
    expect(wholeOf({ lines: lines.slice(0, 2) })).toMatchObject({ whole: '1' });
    expect(wholeOf({ lines: lines.slice(0, 3) })).toMatchObject({ whole: '3' });
  });
});

describe('a calc of what other calcs derive', () => {
  const q: Rule = { id: 'q', canonical: 'q', native: 'q' };
  const a: Rule = { id: 'a', op: 'calc', canonical: 'a', function: 'sum', of: 'q' };
  const b: Rule = { id: 'b', op: 'calc', canonical: 'b', function: 'sum', of: '/items[].a' };
  const all: Rule = { id: 'all', op: 'calc', canonical: 'all', function: 'sum', of: 'items[].b' };
  const each = (rules: readonly Rule[]): Rule => ({ id: 'items', op: 'each', canonical: 'items', native: 'l', rules });

  it.each([
    ['in their order', [each([q, a, b]), all]],
    ['in the opposite order', [all, each([b, a, q])]],
  ])('comes after them, rules %s', (_, rules) => {
    const map = { id: 'm', version: '1', native: 'json/x', canonical: 'order', rules };
    const compiled = mustHave(compile<unknown, unknown>(map, { native: json(), canonical: json() }));
    const { value, issues } = compiled.read({ l: [{ q: '1' }, { q: '2' }, { q: '4' }] });
    expect(issues).toEqual([]);
    expect(value).toEqual({ items: ['1', '2', '4'].map((own) => ({ q: own, a: own, b: '7' })), all: '21' });
  });

  it('in a ring ends', () => {
    const ring: Rule[] = [
      { id: 'x', op: 'calc', canonical: 'x', function: 'sum', of: 'y' },
      { id: 'y', op: 'calc', canonical: 'y', function: 'sum', of: 'x' },
    ];
    const map = { id: 'm', version: '1', native: 'json/x', canonical: 'order', rules: [...ring, q] };
    const compiled = mustHave(compile<unknown, unknown>(map, { native: json(), canonical: json() }));
    expect(compiled.read({ q: '1' }).value).toMatchObject({ q: '1' });
  });
});
