import { Order } from '@dist/canonical';
import { normalize } from '@dist/canonical/arithmetic';
import { purchaseOrder850 } from '@dist/x12/004010';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import json850 from '../maps/x12-004010/850.json' with { type: 'json' };
import { type Codec, refuse } from '../src/codec/codec.ts';
import { decimal } from '../src/codec/numeric.ts';
import { compile, loadMap } from '../src/index.ts';
import { isLaidOutSo } from '../src/op/is-laid-out-so.ts';
import { layOut, toPairCodings } from '../src/op/lay-out-pairs.ts';
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
        const identifiers = stood.map((one) => ({ ...one, scheme: one.coding.scheme, value: one.text }));
        const texts = stood.map(({ text }) => text);
        const elements = layOut(codings, identifiers, 8, false, context).elements;
        if (!isLaidOutSo(codings, identifiers, texts, context)) return;
        expect(elements).toEqual(stood.flatMap(({ coding: { code }, text }) => [code, text]));
      }),
      runs,
    );
    const [first] = codings.all;
    if (first === undefined) throw new Error('no coding');
    expect(isLaidOutSo(codings, [{ scheme: 'one', value: 'x', coding: first }], ['x'], context)).toBe(true);
  });
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
