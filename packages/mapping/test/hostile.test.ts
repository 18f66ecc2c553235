import { Order } from '@dist/canonical';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, json, type Rule } from '../src/index.ts';
import { codesOf, mustHave } from './compiled.ts';
import { mapOf, order } from './small-order.ts';
import { smallShipment } from './small-shipment.ts';
import { openMaps } from './standard-maps.ts';

const rules: Rule[] = [
  { id: 'number', canonical: 'number', native: 'a.b.c' },
  { id: 'dated', canonical: 'dated', native: ['day', 'hour'], as: 'dateTime' },
  {
    id: 'ship',
    op: 'one',
    canonical: 'ship',
    native: 'to',
    rules: [{ id: 'name', canonical: 'name', native: 'name' }],
  },
  {
    id: 'lines',
    op: 'each',
    canonical: 'lines',
    native: 'items',
    key: 'id',
    where: { native: { not: { path: 'skip', is: true } } },
    rules: [
      { id: 'id', canonical: 'id', native: 'id', as: 'index' },
      { id: 'attribute', canonical: 'color', native: 'attributes[key=color].value' },
      { id: 'qty', canonical: 'quantity', native: 'qty', as: 'number' },
    ],
  },
  { id: 'total', op: 'calc', native: 'total', function: 'sum', of: 'lines[].quantity' },
];
const map = mustHave(
  compile<unknown, unknown>(
    { id: 'm', version: '1', native: 'json/x', canonical: 'order', rules },
    { native: json(), canonical: json() },
  ),
);

function nested(depth: number): unknown {
  let value: unknown = 'leaf';
  for (let level = 0; level < depth; level++) value = { x: value };
  return value;
}

describe('no document makes a run throw', () => {
  it.each([
    ['null', null],
    ['nothing', undefined],
    ['a text', 'x'],
    ['a number', 5],
    ['a list', [1, 2]],
  ])('%s is no document', (_, given) => {
    const result = map.read(given);
    expect(result.ok).toBe(false);
    expect(codesOf(result)).toEqual(['document-malformed']);
    expect(map.lookups(given)).toEqual([]);
  });

  it.each([
    ['an object where a value is expected', { a: { b: { c: {} } } }, ['value-not-scalar']],
    ['a value where an object is expected', { a: 'x', to: 5 }, []],
    ['a list where an object is expected', { a: [{ b: 1 }], to: [{ name: 'x' }] }, []],
    ['values where objects are expected in a list', { items: [1, null, 'x', [], {}] }, []],
  ])('%s', (_, given, codes) => expect(codesOf(map.read(given))).toEqual(codes));

  it('a list where one object is expected is not read as its first item, but kept', () => {
    const { value, loss } = map.read({ a: [{ b: { c: 'x' } }] });
    expect(value).toEqual({});
    expect(loss.map(({ at }) => at)).toEqual(['a[0].b.c']);
  });

  it('depth: what is nested too deep is reported, not kept', () => {
    const result = map.read({ deep: nested(20_000) });
    expect(codesOf(result)).toEqual(['document-too-deep']);
  });

  it('names of every object are names like others', () => {
    const given = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"x":"y"},"items":[{"id":"__proto__","qty":1,"__proto__":{"z":1}},{"id":"toString"}]}',
    );
    const { value, complement, loss } = map.read(given);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(loss.map(({ at }) => at)).toContain('__proto__.polluted');
    const back = map.write(value, { complement }).value;
    expect(JSON.stringify(sorted(back))).toBe(JSON.stringify(sorted({ ...given, total: undefined })));
  });

  /** Entries in order, `__proto__` among them, which `toEqual` does not see. */
  function sorted(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(sorted);
    const entries = Object.entries(value).filter(([key, inner]) => key !== 'total' && inner !== undefined);
    return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]);
  }

  it('depth: levels of an 856 in levels without end', () => {
    let level: unknown = { HL: { level: 'I' } };
    for (let depth = 0; depth < 5000; depth++) level = { HL: { level: 'P' }, children: [level] };
    const result = openMaps['856']?.read({ HLLoop: [level] });
    expect(result?.issues.find(({ code }) => code === 'level-unmapped')).toMatchObject({
      expected: 'at most 20 levels',
    });
    expect(codesOf({ issues: result?.issues ?? [] })).toContain('document-too-deep');
  });

  it('depth: units in units without end', () => {
    const units = Array.from({ length: 5000 }, (_, at) => ({
      unitId: `u${at}`,
      type: `t${at}`,
      parentId: `u${at + 1}`,
    }));
    const { issues } = smallShipment().write({ units, items: [{ unitId: 'u0', lineId: '1' }] } as never);
    expect(issues.filter(({ rule }) => rule === 'hl').map(({ code, found }) => `${code} ${found}`)).toEqual([
      'unit-missing u5000',
    ]);
  });

  it('any JSON, through any of the standard maps, in both directions', () => {
    const keys = fc.constantFrom(
      'BEG',
      'PO1Loop',
      'PO1',
      'HLLoop',
      'HL',
      'children',
      'level',
      'REF',
      'N1Loop',
      'lines',
      'ids',
      'items',
      'units',
      'unitId',
      'parentId',
      '__proto__',
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('S', 'O', 'I', 'P', '1', '', 7, null),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(openMaps)), tree, (standard, given) => {
        const read = standard.read(given);
        standard.write(given, { complement: { ...read.complement, side: 'native' }, trace: true });
        standard.lookups(given);
      }),
      { numRuns: 150 },
    );
  });
});

/** How many steps a run takes, counted by a codec, so that no clock is asked. */
function workOf(items: number, lists: (count: number) => Record<string, unknown>): number {
  let reads = 0;
  const watched = watch(lists(items), () => reads++);
  map.read(watched);
  return reads;
}

/** The same data, in which every look at a property is counted. */
function watch<T>(value: T, look: () => void): T {
  if (typeof value !== 'object' || value === null) return value;
  const inside: object = Array.isArray(value)
    ? value.map((item) => watch(item, look))
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, watch(item, look)]));
  return new Proxy(inside, {
    get: (target, key, receiver) => {
      look();
      return Reflect.get(target, key, receiver);
    },
  }) as T;
}

describe('work grows with the document, not with its square', () => {
  it.each([
    [
      'many lines',
      (count: number) => ({ items: Array.from({ length: count }, (_, at) => ({ id: String(at), qty: 1 })) }),
    ],
    ['lines with one key', (count: number) => ({ items: Array.from({ length: count }, () => ({ id: 'a', qty: 1 })) })],
    ['lines that are left out', (count: number) => ({ items: Array.from({ length: count }, () => ({ skip: true })) })],
    [
      'many values that no rule reads',
      (count: number) => ({ other: Array.from({ length: count }, () => ({ x: { y: 1 } })) }),
    ],
    [
      'one line with many attributes',
      (count: number) => ({
        items: [{ attributes: Array.from({ length: count }, (_, at) => ({ key: `k${at}`, value: 'v' })) }],
      }),
    ],
  ])('%s', (_, lists) => {
    const [small, large] = [workOf(100, lists), workOf(400, lists)];
    expect(large).toBeLessThan(small * 5);
  });

  it('absolute paths inside a list are found once', () => {
    let looks = 0;
    const inside = mapOf([
      {
        id: 'lines',
        op: 'each',
        canonical: 'lines',
        native: 'PO1',
        rules: [
          { id: 'q', canonical: 'quantity', native: 'PO102' },
          { id: 'dept', canonical: 'department', native: '/REF[01=DP].02', only: 'read' },
          {
            id: 'w',
            op: 'when',
            if: { native: { path: '/REF[01=IA].02', present: true } },
            rules: [{ id: 'v', canonical: 'vendor', native: '/REF[01=IA].02' }],
          },
        ],
      },
    ]);
    const given = (count: number) => ({
      PO1Loop: Array.from({ length: count }, () => ({ PO1: { quantity: '1' } })),
      REF: Array.from({ length: count }, (_, at) => ({ qualifier: `Q${at}`, value: '1' })),
    });
    const work = (count: number) => {
      looks = 0;
      inside.read(watch(order(given(count)), () => looks++));
      return looks;
    };
    expect(work(400)).toBeLessThan(work(100) * 5);
  });
});

it('the faults of 2,000 wrong lines are each reported once', () => {
  const wrong: Rule[] = [
    { id: 'kind', op: 'const', canonical: 'kind', value: 'order' },
    { id: 'version', op: 'const', canonical: 'version', value: '1' },
    { id: 'purpose', op: 'const', canonical: 'purpose', value: 'original' },
    { id: 'channel', op: 'const', canonical: 'channel', value: 'shop' },
    { id: 'number', canonical: 'number', native: 'no' },
    { id: 'currency', canonical: 'currency', native: 'currency' },
    {
      id: 'lines',
      op: 'each',
      canonical: 'lines',
      native: 'items',
      rules: [
        { id: 'line', canonical: 'lineId', native: 'id' },
        { id: 'quantity', canonical: 'quantity.value', native: 'qty', as: 'decimal' },
        { id: 'unit', canonical: 'quantity.unit', native: 'unit' },
      ],
    },
  ];
  const strict = mustHave(
    compile(
      { id: 'm', version: '1', native: 'json/x', canonical: 'order', rules: wrong },
      { native: json(), canonical: Order },
    ),
  );
  const items = Array.from({ length: 2000 }, (_, at) => ({ id: String(at), qty: 'many', unit: 'each' }));
  const { issues } = strict.read({ no: '1', currency: 'usd', items });
  expect(issues.length).toBe(4001);
  expect(issues.find(({ rule }) => rule === 'currency')).toMatchObject({
    code: 'value-invalid',
    side: 'canonical',
    path: ['currency'],
    found: 'usd',
  });
  expect(issues.at(-1)).toMatchObject({
    code: 'value-invalid',
    rule: 'unit',
    path: ['lines', 1999, 'quantity', 'unit'],
  });
});
