import { completeGtin, Order } from '@dist/canonical';
import { normalize } from '@dist/canonical/arithmetic';
import { purchaseOrder850 } from '@dist/x12/004010';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import json850 from '../maps/x12-004010/850.json' with { type: 'json' };
import { type Codec, type CodecValue, Refusal, refuse } from '../src/codec/codec.ts';
import { findCodec } from '../src/codec/find-codec.ts';
import { decimal } from '../src/codec/numeric.ts';
import { compile, json, loadMap } from '../src/index.ts';
import { isLaidOutSo } from '../src/op/is-laid-out-so.ts';
import { layOut, toPairCodings } from '../src/op/lay-out-pairs.ts';
import type { Needs } from '../src/op/needs.ts';
import { Plan } from '../src/op/plan.ts';
import { parseJsonPath } from '../src/path/parse-json-path.ts';
import { isFault, type Path, type Step } from '../src/path/path.ts';
import { Builder } from '../src/run/builder.ts';
import { finish } from '../src/run/finish.ts';
import { firstAt } from '../src/run/first-at.ts';
import { valuesAt } from '../src/run/values-at.ts';
import { valuesBuilt } from '../src/run/values-built.ts';
import { anyShape } from '../src/shape/shape.ts';
import { x12 } from '../src/x12.ts';
import { codesOf, mustHave } from './compiled.ts';
import { goldenPairs } from './golden-pairs.ts';
import { x12Document } from './x12-documents.ts';

const runs = { numRuns: 200 };
const context = { position: 1, canonicalOf: () => undefined, nativeOf: () => undefined };

function jsonPath(text: string): Path {
  const path = parseJsonPath(text, anyShape, anyShape);
  if (isFault(path)) throw new Error(path.message);
  return path;
}

const keys = fc.constantFrom('a', 'b', 'constructor');
const data = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('x', '', null, 0, true),
    tie('object'),
    fc.array(tie('object'), { maxLength: 3 }),
  ),
  object: fc.dictionary(keys, tie('value'), { maxKeys: 3 }),
})).object;
const paths = fc
  .array(fc.constantFrom('a', 'b', 'constructor', 'a[b=x]', 'b[]', 'a[1]', 'b[a.b=0]'), { minLength: 1, maxLength: 3 })
  .map((steps) => jsonPath(steps.join('.')));

describe('a short way finds what the long one finds', () => {
  it('the first value at a path is the first of all values there', () =>
    fc.assert(
      fc.property(data, paths, (document, path) => {
        expect(firstAt(path)(document)).toEqual(valuesAt(document, path)[0]);
      }),
      { ...runs, examples: [[{ a: [{ b: 'x' }, { b: 'x', a: 'of the second' }] }, jsonPath('a[b=x].a')]] },
    ));

  it('what is built so far has the values that its data has', () => {
    const step = (key: string, many: boolean): Step => ({ ...jsonPath(key).steps[0], many }) as Step;
    const rule = fc.record({
      list: fc.constantFrom('a', 'b'),
      chosen: fc.boolean(),
      value: fc.option(fc.constantFrom('1', '', 'x'), { nil: undefined }),
    });
    const fill = (root: Builder, rules: readonly { list: string; chosen: boolean; value: string | undefined }[]) => {
      for (const { list, chosen, value } of rules) {
        const item = chosen ? root.go(step(list, true)) : root.add(step(list, true), 'each');
        if (value !== undefined) item.go(step('b', false)).set('a', value);
      }
    };
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), paths, (rules, path) => {
        const [root, again] = [new Builder(anyShape), new Builder(anyShape)];
        fill(root, rules);
        fill(again, rules);
        const whole = finish(again, undefined, { fills: false, unplaced: 0 });
        // Of an object only that it is there counts.
        const shown = (values: readonly unknown[]) =>
          values.map((value) => (typeof value === 'object' ? 'object' : value));
        expect(shown(valuesBuilt(root, path))).toEqual(shown(valuesAt(whole, path)));
      }),
      runs,
    );
  });

  it('a decimal is what arithmetic makes of it', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[+-]?[0-9.]{0,6}$/), (text) => {
        const isDecimal = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text);
        expect(decimal.decode(text, context)).toEqual(isDecimal ? normalize(text) : refuse('a decimal'));
      }),
      runs,
    ));

  it('identifiers that are said to be laid out as they stood are', () => {
    const any: Codec = { native: '', canonical: '', decode: (value) => value, encode: (value) => value };
    const short: Codec = { ...any, encode: (value) => (String(value).length < 2 ? value : refuse('one letter')) };
    const coding = (code: string, scheme: string, codec: Codec, place: number) => ({
      code,
      scheme,
      as: undefined,
      codec,
      place,
    });
    const codings = toPairCodings([
      coding('A', 'one', short, 0),
      coding('B', 'one', any, 1),
      coding('C', 'two', any, 2),
      coding('D', 'three', any, -1),
    ]);
    const read = fc.record({ coding: fc.constantFrom(...codings.all), text: fc.constantFrom('x', 'yy') });
    fc.assert(
      fc.property(fc.array(read, { maxLength: 3 }), (stood) => {
        const identifiers = stood.map((one) => ({
          ...one,
          scheme: one.coding.scheme,
          value: one.text,
          isRefused: false,
        }));
        const elements = layOut(codings, identifiers, 8, false, context).elements;
        if (!isLaidOutSo(codings, identifiers, context)) return;
        expect(elements).toEqual(stood.flatMap(({ coding: { code }, text }) => [code, text]));
      }),
      runs,
    );
    const [first] = codings.all;
    if (first === undefined) throw new Error('no coding');
    const identifier = { scheme: 'one', value: 'x', coding: first, text: 'x', isRefused: false };
    expect(isLaidOutSo(codings, [identifier], context)).toBe(true);
  });
});

describe('a codec that says a value comes back', () => {
  const tables = { plain: { A: 'one', B: 'two' }, shadowed: { A: 'one', B: 'one' } };
  const digits = fc.stringMatching(/^[0-9]{1,14}$/);
  const texts = fc.oneof(
    fc.constantFrom('A', 'B', 'one', 'two', 'US', 'USA', 'Y', '0.50', '12:30:00', '1230', '20280229', '2028-02-29'),
    fc.constantFrom('614141123452', '00614141123452', '6141 41123452', '61414112-345', '0614141123452', '96385074'),
    fc.constantFrom('006141411234567890', '00006141411234567890'),
    digits.map((start) => completeGtin(start) ?? start),
    digits,
    fc.boolean(),
  );

  it.each([
    ['date', '20280229', 'read'],
    ['date', '2028-02-29', 'write'],
    ['table:plain', 'A', 'read'],
    ['table:shadowed', undefined, 'read'],
    ['gtin:12', '614141123452', 'read'],
    ['gtin:12', '00614141123452', 'write'],
    ['gtin', undefined, 'read'],
    ['gtin:13', undefined, 'read'],
    ['gtin:8', '96385074', 'read'],
    ['country', 'US', 'read'],
    ['sscc', undefined, 'read'],
    ['time', undefined, 'read'],
    ['decimal', undefined, 'read'],
    ['integer', undefined, 'read'],
    ['implied2', undefined, 'read'],
    ['boolean', undefined, 'read'],
    ['digits:9', undefined, 'read'],
  ] as const)('%s is right in it', (name, value, direction) => {
    const codec = findCodec(name, tables, {}) as Codec;
    const translated = (side: 'read' | 'write', from: CodecValue) =>
      side === 'read' ? codec.decode(from, context) : codec.encode(from, context);
    if (value !== undefined) expect(codec.exact?.(value, direction)).toBe(true);
    fc.assert(
      fc.property(texts, fc.constantFrom('read', 'write'), (text, side) => {
        const made = translated(side, text);
        if (made instanceof Refusal || codec.exact?.(text, side) !== true) return;
        expect(translated(side === 'read' ? 'write' : 'read', made)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

it('what a class gives without having it is read however many rules stand there', () => {
  class Document {
    x = '1';
    get p(): string {
      return 'given';
    }
  }
  const rules = ['p', 'x', 'y', 'z'].map((key) => ({ id: key, canonical: key, native: key }));
  for (const count of [1, 2, 4]) {
    const map = { id: 'm', version: '1', native: 'json/x', canonical: 'order', rules: rules.slice(0, count) };
    const compiled = mustHave(compile<unknown, unknown>(map, { native: json(), canonical: json() }));
    expect(compiled.read(new Document()).value).toMatchObject({ p: 'given' });
  }
});

it('a plan leaves out what can find nothing, and nothing else, in its order', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'constructor');
  const needs = fc.oneof(fc.constant([] as const), fc.tuple(key), fc.tuple(key, key));
  const inner = fc.oneof(fc.constantFrom('x', null), fc.array(fc.constant('x')), fc.dictionary(key, fc.constant('x')));
  const values = fc.oneof(fc.constantFrom('x', []), fc.dictionary(key, inner));
  const isObject = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const mayFind = (value: unknown, [first, second]: Needs): boolean => {
    if (first === undefined || !isObject(value)) return true;
    if (!Object.hasOwn(value, first)) return false;
    const part: unknown = Object.entries(value).find(([name]) => name === first)?.[1];
    return second === undefined || !isObject(part) || Object.hasOwn(part, second);
  };
  fc.assert(
    fc.property(fc.array(needs, { maxLength: 6 }), fc.array(values, { maxLength: 5 }), (all, documents) => {
      const planned = all.map((need) => ({ action: () => {}, needs: need }));
      const plan = new Plan(planned);
      for (const document of [...documents, ...documents]) {
        const chosen = plan.for(document);
        const necessary = planned.filter((one) => mayFind(document, one.needs)).map(({ action }) => action);
        expect(necessary.filter((action) => !chosen.includes(action))).toEqual([]);
        expect(chosen).toEqual(planned.map(({ action }) => action).filter((action) => chosen.includes(action)));
        const isThere = ([first]: Needs) =>
          first === undefined || !isObject(document) || Object.hasOwn(document, first);
        expect(chosen.length).toBeLessThanOrEqual(planned.filter((one) => isThere(one.needs)).length);
      }
    }),
    runs,
  );
});

describe('what a run is not asked for', () => {
  const map = mustHave(compile(mustHave(loadMap(json850)), { native: x12(purchaseOrder850), canonical: Order }));
  const native = x12Document('850', goldenPairs['850'].segments);

  it('validate: false leaves the schema out, and makes the same', () => {
    const wrong = x12Document('850', [...goldenPairs['850'].segments.slice(0, 1), 'CUR*BY*usd', 'PO1**1*EA*1']);
    expect(map.read(native, { validate: false })).toEqual(map.read(native));
    expect(codesOf(map.read(wrong))).toEqual(['value-invalid']);
    expect(map.read(wrong, { validate: false }).value).toEqual(map.read(wrong).partial);
  });

  it('a trace changes nothing but itself', () => {
    const { trace, ...traced } = map.read(native, { trace: true });
    expect(trace?.steps.length).toBeGreaterThan(20);
    expect(traced).toEqual(map.read(native));
  });
});
