import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, json, type PartnerMap, type Rule } from '../src/index.ts';
import { codesOf, mustHave } from './compiled.ts';
import { mapOf, order } from './small-order.ts';

const map = (rules: readonly Rule[], more: Partial<PartnerMap> = {}) =>
  mustHave(
    compile<unknown, unknown>(
      { id: 'm', version: '1', native: 'json/x', canonical: 'order', ...more, rules },
      { native: json(), canonical: json() },
    ),
  );
const lines: Rule = {
  id: 'lines',
  op: 'each',
  canonical: 'lines',
  native: 'items',
  key: 'id',
  rules: [
    { id: 'line', canonical: 'id', native: 'id' },
    { id: 'quantity', canonical: 'quantity', native: 'qty', as: 'decimal' },
  ],
};
const shop = map([{ id: 'number', canonical: 'number', native: 'no' }, lines]);
const document = {
  no: '1',
  tip: '2.00',
  customer: { name: 'made up', tags: ['a', 'b'] },
  items: [
    { id: 'a', qty: '0024', gift: true },
    { id: 'b', qty: '2', note: null },
  ],
};

describe('loss', () => {
  it('lists what no rule read, with its place in the notation of paths', () => {
    expect(shop.read(document).loss).toEqual([
      { path: ['tip'], at: 'tip', value: '2.00' },
      { path: ['customer', 'name'], at: 'customer.name', value: 'made up' },
      { path: ['customer', 'tags', 0], at: 'customer.tags[0]', value: 'a' },
      { path: ['customer', 'tags', 1], at: 'customer.tags[1]', value: 'b' },
      { path: ['items', 0, 'gift'], at: 'items[0].gift', value: true },
    ]);
  });

  it('quotes names that need it', () => {
    expect(shop.read({ 'a.b': { c: 1 } }).loss.map(({ at }) => at)).toEqual(['"a.b".c']);
  });

  it('holds a value that was refused', () => {
    const { loss, issues } = shop.read({ items: [{ id: 'a', qty: 'many' }] });
    expect(loss.map(({ at }) => at)).toEqual(['items[0].qty']);
    expect(codesOf({ issues })).toEqual(['value-unmappable']);
  });

  it('is there on the way out, too', () => {
    expect(shop.write({ number: '1', memo: 'x' }).loss.map(({ at }) => at)).toEqual(['memo']);
  });
});

describe('complement', () => {
  it('is JSON, and puts everything back', () => {
    const { value, complement } = shop.read(document);
    const stored = JSON.parse(JSON.stringify(complement));
    expect(shop.write(value, { complement: stored }).value).toEqual(document);
  });

  it('of a list with a hole comes back as JSON stored it', () => {
    const listed = map([
      { id: 'l', op: 'each', canonical: 'c', native: 'l', rules: [{ id: 'v', canonical: 'v', native: 'v' }] },
    ]);
    const { value, complement } = listed.read({ l: [{ v: '1' }, undefined], note: 'keep me' });
    const stored = JSON.parse(JSON.stringify(complement));
    const { value: back, issues } = listed.write(value, { complement: stored });
    expect([issues, back]).toMatchObject([[], { note: 'keep me' }]);
  });

  it('that was changed anywhere is not used, or used as far as it goes, and never stops a run', () => {
    const { value, complement } = shop.read(document);
    const places: (string | number)[][] = [];
    const visit = (at: unknown, path: (string | number)[]) => {
      places.push(path);
      if (typeof at !== 'object' || at === null) return;
      for (const [key, inner] of Object.entries(at)) visit(inner, [...path, Array.isArray(at) ? Number(key) : key]);
    };
    visit(complement.kept, []);
    expect(places.length).toBeGreaterThan(10);
    for (const path of places) {
      for (const wrong of [null, 'text', 7, [], {}, [null], { a: null }, [[null]]]) {
        const holder = { ...complement, kept: structuredClone(complement.kept) } as never;
        const at = ['kept', ...path]
          .slice(0, -1)
          .reduce<Record<string, unknown>>((inner, key) => inner[key] as never, holder);
        at[String(['kept', ...path].at(-1))] = wrong;
        const { ok, issues } = shop.write(value, { complement: holder });
        expect([ok, issues.every(({ code }) => code.startsWith('complement-'))]).toEqual([true, true]);
      }
    }
  });

  it.each([
    ['null', null],
    ['a text', 'kept'],
    ['without what was kept', { map: 'shop', side: 'native', kept: null }],
  ])('that is none (%s) is told and not used', (_, given) => {
    const { issues } = shop.write(shop.read(document).value, { complement: given as never });
    expect(issues.map(({ code }) => code)).toContain('complement-differs');
  });

  it('keeps every item of a list that no rule read when writing makes another item of it', () => {
    const dated = map([
      { id: 'n', canonical: 'n', native: 'n' },
      { id: 'department', canonical: 'department', native: 'references[type=DP].value' },
    ]);
    const sent = {
      n: '1',
      references: [
        { type: 'ZZ', value: 'a' },
        { type: 'YY', value: 'b' },
      ],
    };
    const { complement } = dated.read(sent);
    const { value, issues } = dated.write({ n: '1', department: '7' }, { complement });
    expect(issues).toEqual([]);
    expect(value).toEqual({ n: '1', references: [{ type: 'DP', value: '7' }, ...sent.references] });
  });

  it('restores a spelling only while the value is the same', () => {
    const { complement } = shop.read(document);
    const changed = {
      number: '1',
      lines: [
        { id: 'a', quantity: '25' },
        { id: 'b', quantity: '2' },
      ],
    };
    expect(shop.write(changed, { complement }).value).toMatchObject({
      items: [{ qty: '25', gift: true }, { qty: '2' }],
    });
  });

  it('follows items by their key', () => {
    const { complement } = shop.read(document);
    const moved = {
      number: '1',
      lines: [
        { id: 'b', quantity: '2' },
        { id: 'new', quantity: '1' },
        { id: 'a', quantity: '24' },
      ],
    };
    expect(shop.write(moved, { complement }).value).toMatchObject({
      items: [
        { id: 'b', note: null },
        { id: 'new', qty: '1' },
        { id: 'a', qty: '0024', gift: true },
      ],
    });
  });

  it('says when what it kept has no place any more', () => {
    const { complement } = shop.read(document);
    const { value, issues, ok } = shop.write({ number: '1', lines: [{ id: 'b', quantity: '2' }] }, { complement });
    expect([ok, codesOf({ issues })]).toEqual([true, ['complement-unplaced']]);
    expect(value).toMatchObject({ tip: '2.00', items: [{ id: 'b', note: null }] });
  });

  it('of items that only their place tells apart is put back while there are as many', () => {
    const keyless = map([{ ...lines, key: undefined } as Rule]);
    const native = {
      items: [
        { id: 'a', note: 'first' },
        { id: 'b', note: 'second' },
      ],
    };
    const { complement } = keyless.read(native);
    expect(keyless.write({ lines: [{ id: 'c' }, { id: 'd' }] }, { complement }).value).toMatchObject({
      items: [
        { id: 'c', note: 'first' },
        { id: 'd', note: 'second' },
      ],
    });
    const fewer = keyless.write({ lines: [{ id: 'b' }] }, { complement });
    expect(fewer.value).toEqual({ items: [{ id: 'b' }] });
    expect(codesOf(fewer)).toEqual(['complement-unplaced']);
  });

  it('of another map or side is not used', () => {
    const { value, complement } = shop.read(document);
    expect(codesOf(shop.write(value, { complement: { ...complement, map: 'other' } }))).toEqual(['complement-differs']);
    expect(codesOf(shop.read(document, { complement }))).toEqual(['complement-differs']);
  });

  it('keeps items of no rule between the others, where they stood', () => {
    const refs = mapOf([
      { id: 'dp', canonical: 'department', native: 'REF[01=DP].02' },
      { id: 'ia', canonical: 'vendor', native: 'REF[01=IA].02' },
    ]);
    const native = order({
      REF: [
        { qualifier: 'ZZ', value: '1' },
        { qualifier: 'IA', value: '2', description: 'kept' },
        { qualifier: 'YY', value: '3' },
        { qualifier: 'DP', value: '4' },
        { qualifier: 'IA', value: 'second of its kind' },
      ],
    });
    const { value, complement } = refs.read(native);
    expect(value).toEqual({ department: '4', vendor: '2' });
    expect(refs.write(value, { complement }).value).toEqual(native);
  });

  it('keeps the order of items that several rules read', () => {
    const refs = mapOf([
      { id: 'dp', canonical: 'department', native: 'REF[01=DP].02' },
      { id: 'ia', canonical: 'vendor', native: 'REF[01=IA].02' },
    ]);
    const native = order({
      REF: [
        { qualifier: 'IA', value: '2' },
        { qualifier: 'DP', value: '4' },
      ],
    });
    const { value, complement } = refs.read(native);
    expect(refs.write(value, { complement }).value).toEqual(native);
  });

  it('a default that the partner wrote out is written out again', () => {
    const rules: Rule[] = [
      { id: 'cur', canonical: 'currency', native: 'CUR[01=BY].02', default: 'USD', omitDefault: true },
      { id: 'loc', canonical: 'city', native: 'N1[01=ST]/N401', default: 'X', omitDefault: true },
    ];
    const native = order({
      CUR: { role: 'BY', currency: 'USD' },
      N1Loop: [{ N1: { entity: 'ST' }, N4: { city: 'X' } }],
    });
    const currencies = mapOf(rules);
    const { value, complement } = currencies.read(native);
    expect(value).toEqual({ currency: 'USD', city: 'X' });
    expect(currencies.write(value, { complement }).value).toEqual(native);
    expect(currencies.write({ currency: 'CAD', city: 'X' }, { complement }).value).toMatchObject({
      CUR: { currency: 'CAD' },
    });
  });

  it('a literal or sum that the partner stated otherwise comes back', () => {
    const derived = map([
      { id: 'c', op: 'const', native: 'type', value: 'SA' },
      { id: 'n', op: 'calc', native: 'count', function: 'count', of: 'lines' },
      lines,
    ]);
    for (const native of [{ type: 'BK', count: '7', items: [{ id: 'a' }] }, { items: [{ id: 'a' }] }]) {
      const { value, complement } = derived.read(native);
      expect(derived.write(value, { complement }).value).toEqual(native);
    }
    expect(derived.write({ lines: [{ id: 'a' }] }).value).toEqual({ type: 'SA', count: '1', items: [{ id: 'a' }] });
  });

  it('one object where a list was expected comes back as one object', () => {
    const native = { items: { id: 'a', qty: '1', extra: 'x' } };
    const { value, complement } = shop.read(native);
    expect(value).toEqual({ lines: [{ id: 'a', quantity: '1' }] });
    expect(shop.write(value, { complement }).value).toEqual(native);
  });
});

describe('laws', () => {
  const json = fc.jsonValue({ maxDepth: 2 });
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const items = fc.array(
    fc.record(
      {
        id: fc.oneof(fc.constantFrom('a', 'b', 'c'), scalar),
        qty: fc.oneof(fc.constantFrom('1', '01', '1.50'), scalar),
        rest: json,
      },
      { requiredKeys: [] },
    ),
    { maxLength: 5 },
  );
  const documents = fc.record(
    { no: scalar, items: fc.oneof(items, json), memo: json, other: json },
    { requiredKeys: [] },
  );

  it('write(read(x)) with the complement is x, for any JSON', () => {
    fc.assert(
      fc.property(documents, (given) => {
        const { value, partial, complement } = shop.read(given);
        expect(shop.write(value ?? partial, { complement }).value).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });

  it('read(write(y)) with the complement is y, for any JSON', () => {
    const canonical = documents.map(({ no, items: list, ...rest }) => ({ number: no, lines: list, ...rest }));
    fc.assert(
      fc.property(canonical, (given) => {
        const { value, partial, complement } = shop.write(given);
        expect(shop.read(value ?? partial, { complement }).value).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });

  it('what is in no loss was read: the loss and the values of the trace are all leaves', () => {
    fc.assert(
      fc.property(documents, (given) => {
        const { loss, trace } = shop.read(given, { trace: true });
        const seen = [...loss.map(({ at }) => at), ...(trace?.steps.flatMap(({ from }) => from ?? []) ?? [])];
        expect(seen.sort()).toEqual(leaves(given).sort());
      }),
      { numRuns: 100 },
    );
  });

  /** The places of all leaves, the slow and obvious way. */
  function leaves(value: unknown, at = ''): string[] {
    if (value === null || value === undefined || value === '') return [];
    if (typeof value !== 'object') return [at];
    if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, `${at}[${index}]`));
    return Object.entries(value).flatMap(([key, item]) => {
      const name = /^[A-Za-z0-9_$@:-]+$/.test(key) ? key : JSON.stringify(key);
      return leaves(item, at === '' ? name : `${at}.${name}`);
    });
  }
});

describe('trace', () => {
  it('says for each value which rule made it, from what, and by which map', () => {
    const { trace } = shop.read(document, { trace: true });
    expect(trace).toMatchObject({ map: 'm', version: '1', hash: shop.hash, direction: 'read' });
    expect(trace?.steps[1]).toEqual({
      rule: 'line',
      from: 'items[0].id',
      to: 'lines[0].id',
      as: undefined,
      found: 'a',
      value: 'a',
    });
    expect(trace?.steps[2]).toMatchObject({
      rule: 'quantity',
      from: 'items[0].qty',
      as: 'decimal',
      found: '0024',
      value: '24',
    });
  });

  it('gives places in the finished document, also where something was put between', () => {
    const refs = mapOf([{ id: 'ia', canonical: 'vendor', native: 'REF[01=IA].02' }]);
    const native = order({
      REF: [
        { qualifier: 'ZZ', value: '1' },
        { qualifier: 'IA', value: '2' },
      ],
    });
    const { value, complement } = refs.read(native);
    const { trace } = refs.write(value, { complement, trace: true });
    expect(trace?.steps.find(({ rule }) => rule === 'ia')).toMatchObject({ from: 'vendor', to: 'REF[1].02' });
  });

  it('is left out unless it is asked for', () => expect(shop.read(document)).not.toHaveProperty('trace'));
});

describe('facts', () => {
  const items = map([
    {
      id: 'lines',
      op: 'each',
      canonical: 'lines',
      native: 'items',
      rules: [{ id: 'sku', canonical: 'sku', native: 'buyerItem', as: 'lookup:item' }],
    },
  ]);
  const native = { items: [{ buyerItem: '4711' }, { buyerItem: '4712' }, { buyerItem: '4711' }] };

  it('are asked for once each, in both directions', () => {
    expect(items.lookups(native)).toEqual([
      { lookup: 'item', key: '4711' },
      { lookup: 'item', key: '4712' },
    ]);
    expect(items.lookups({ lines: [{ sku: 'AX' }] }, 'write')).toEqual([{ lookup: 'item', key: 'AX' }]);
  });

  it('translate both ways; of two keys with one meaning the partner’s own comes back', () => {
    const facts = { item: { '4711': 'AX', '4712': 'AX' } };
    const { value, complement } = items.read(native, { facts });
    expect(value).toEqual({ lines: [{ sku: 'AX' }, { sku: 'AX' }, { sku: 'AX' }] });
    expect(items.write(value, { facts }).value).toEqual({
      items: [{ buyerItem: '4711' }, { buyerItem: '4711' }, { buyerItem: '4711' }],
    });
    expect(items.write(value, { facts, complement }).value).toEqual(native);
  });

  it('that are missing are issues', () => {
    expect(items.read(native, { facts: { item: { '4711': 'AX' } } }).issues).toMatchObject([
      { code: 'value-unmappable', rule: 'sku', path: ['items', 1, 'buyerItem'], found: '4712' },
    ]);
    expect(codesOf(items.read({ items: [{ buyerItem: 'constructor' }] }, { facts: { item: {} } }))).toEqual([
      'value-unmappable',
    ]);
  });
});
