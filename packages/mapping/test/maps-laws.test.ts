import { isDeepStrictEqual } from 'node:util';
import * as documents from '@dist/canonical/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledMap } from '../src/index.ts';
import { mustHave } from './compiled.ts';
import { factsOf } from './shipment-facts.ts';
import { shipped, shippedMaps } from './shipped-maps.ts';
import { withToldBasis } from './told-basis.ts';

/** Documents drawn for each map and law; `npm run laws` sets 10,000. */
const drawn = Number(process.env['DIST_LAW_RUNS'] ?? 100);
const runs = { numRuns: drawn };
const timeout = 30_000 + drawn * 100;

type Draw = () => fc.Arbitrary<Record<string, unknown>>;
const draws = new Map<string, unknown>(Object.entries(documents));

/** What a map asks for beyond the model's own required fields: the channel that it is for, the date of the order. */
const asked: Readonly<Record<string, Record<string, unknown>>> = {
  order: { channel: 'edi', dates: { ordered: '2026-03-01' } },
  orderAcknowledgment: { orderDate: '2026-03-01' },
  orderChange: { orderDate: '2026-03-01' },
};

const maps = shippedMaps.flatMap((one) => {
  const { canonical } = one.map;
  // An 865 is an acknowledgment that answers a change.
  const draw = draws.get(one.set === '865' ? 'changeAcknowledgment' : canonical);
  if (typeof draw !== 'function') return [];
  return [{ ...one, arbitrary: (draw as Draw)().map((document) => ({ ...document, ...asked[canonical] })) }];
});

/** The native document of a canonical one; every document of the arbitraries can be written. */
function written(map: CompiledMap, document: unknown): { value: unknown; complement: unknown } {
  const result = map.write(document);
  same(
    result.issues.filter(({ severity }) => severity === 'error'),
    [],
  );
  return { value: mustHave(result), complement: result.complement };
}

/** Read without what was kept and written again, it is the same. */
function isWrittenTheSame(map: CompiledMap, value: unknown): void {
  same(written(map, mustHave(map.read(value))).value, value);
}

/** `expect` prints well and takes its time: only where something differs. */
function same(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected);
}

describe('laws of the maps that the package ships', { timeout }, () => {
  const flat = maps.filter(({ map }) => map.canonical !== 'shipment');

  it.each(flat)('$id: what is written reads back, and is written the same again', ({ compiled, arbitrary }) => {
    fc.assert(
      fc.property(arbitrary, (document) => {
        const { value, complement } = written(compiled, document);
        const back = mustHave(compiled.read(value, { complement: complement as undefined }));
        same(back, withToldBasis(document));
        isWrittenTheSame(compiled, value);
      }),
      runs,
    );
  });

  it.each(['004010', '005010'])('x12/%s/856: every fact of a shipment comes back, in whichever unit', (release) => {
    const id = `x12/${release}/856`;
    const { compiled: map } = shipped(id);
    const arbitrary = maps.find((one) => one.id === id)?.arbitrary ?? fc.constant({});
    fc.assert(
      fc.property(arbitrary, (document) => {
        const { value } = written(map, document);
        same(factsOf(mustHave(map.read(value))), factsOf(document));
        isWrittenTheSame(map, value);
      }),
      runs,
    );
  });
});

describe('totality: no document makes a map throw', { timeout }, () => {
  const tree = fc.object({ maxDepth: 4, withNullPrototype: true });

  it.each(shippedMaps)('$id', ({ compiled }) => {
    fc.assert(
      fc.property(tree, (document) => {
        for (const result of [compiled.read(document), compiled.write(document)]) {
          expect(result.ok).toBe(result.issues.every(({ severity }) => severity !== 'error'));
        }
      }),
      { numRuns: Math.ceil(drawn / 10) },
    );
  });

  it('documents are drawn for every map', () => {
    expect(maps.map(({ id }) => id)).toEqual(shippedMaps.map(({ id }) => id));
  });
});
