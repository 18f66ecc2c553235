import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CanonicalDocument, check } from '@dist/canonical';
import * as documents from '@dist/canonical/testing';
import { type Definition, encode, read, type Segment } from '@dist/x12';
import { invoice810, purchaseOrder850, purchaseOrderAcknowledgment855, shipNotice856 } from '@dist/x12/004010';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompiledMap, loadMap } from '../src/index.ts';
import { mustHave } from './compiled.ts';
import { goldenPairs } from './golden-pairs.ts';
import { openMaps, standardMaps } from './standard-maps.ts';
import { x12Document } from './x12-documents.ts';

const folder = join(import.meta.dirname, '../maps');

describe('the maps that the package ships', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));

  it('are all tested here', () => {
    const tested = Object.keys(standardMaps).map((set) => join('x12-004010', `${set}.json`));
    expect(files.sort()).toEqual(tested.sort());
  });

  it.each(files)('%s loads without an issue, and is named for its place', (file) => {
    const loaded = loadMap(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    expect(loaded.issues).toEqual([]);
    expect(mustHave(loaded).id.replace('/', '-')).toBe(file.replaceAll('\\', '/').replace('.json', ''));
  });

  it.each(Object.entries(standardMaps))('%s compiles without an issue', (_, compile) => {
    expect(compile().issues).toEqual([]);
  });
});

/** Segments as text, `BEG*00*SA`. */
function texts(segments: readonly Segment[]): string[] {
  return segments.map(({ id, elements }) =>
    [id, ...elements.map((element) => element?.repeats.join('^') ?? '')].join('*'),
  );
}

function golden<Native, Canonical>(
  map: CompiledMap<Native, Canonical>,
  definition: Definition<string, Native>,
  segments: readonly string[],
  native: Native,
  canonical: Canonical & CanonicalDocument,
): void {
  expect(check(canonical)).toEqual([]);
  const result = map.read(native);
  expect(result.issues).toEqual([]);
  expect(result.loss).toEqual([]);
  expect(result.value).toEqual(canonical);
  const written = map.write(canonical);
  expect(written.issues).toEqual([]);
  expect(written.loss).toEqual([]);
  expect(texts(mustHave(encode(definition, mustHave(written))))).toEqual(segments);
}

describe('golden pairs: what the segments mean, and back', () => {
  const { '850': order, '855': acknowledgment, '856': shipment, '810': invoice } = goldenPairs;

  it('850', () =>
    golden(
      standardMaps['850']().value,
      purchaseOrder850,
      order.segments,
      x12Document('850', order.segments),
      order.document,
    ));
  it('855', () =>
    golden(
      standardMaps['855']().value,
      purchaseOrderAcknowledgment855,
      acknowledgment.segments,
      x12Document('855', acknowledgment.segments),
      acknowledgment.document,
    ));
  it('856', () =>
    golden(
      standardMaps['856']().value,
      shipNotice856,
      shipment.segments,
      x12Document('856', shipment.segments),
      shipment.document,
    ));
  it('810', () =>
    golden(
      standardMaps['810']().value,
      invoice810,
      invoice.segments,
      x12Document('810', invoice.segments),
      invoice.document,
    ));
});

describe('laws of the maps', () => {
  /** What is written and read again with what was kept is the same document. */
  function law<Native, Canonical>(map: CompiledMap<Native, Canonical>, arbitrary: fc.Arbitrary<Canonical>): void {
    fc.assert(
      fc.property(arbitrary, (document) => {
        const { value, complement } = map.write(document);
        if (value === undefined) return;
        expect(mustHave(map.read(value, { complement }))).toEqual(document);
      }),
      { numRuns: 40 },
    );
  }

  it('850: an order that is written reads back', () => law(standardMaps['850']().value, documents.order()));
  it('855: so does an acknowledgment', () => law(standardMaps['855']().value, documents.orderAcknowledgment()));
  it('810: so does an invoice', () => law(standardMaps['810']().value, documents.invoice()));
});

const corpus = join(process.env['DIST_SHARED'] ?? join(import.meta.dirname, '../../../../shared'), 'x12/corpus');
const definitions = [purchaseOrder850, purchaseOrderAcknowledgment855, shipNotice856, invoice810] as const;

describe.skipIf(!existsSync(corpus))(
  'documents of other people (skipped where the folder of samples is absent)',
  () => {
    const files = existsSync(corpus) ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }) : [];
    const found = files
      .filter((file) => /\.(?:edi|x12|txt)$/i.test(file))
      .flatMap((file) =>
        read(new Uint8Array(readFileSync(join(corpus, file))), { sets: definitions }).sets.map((set) => ({
          file,
          set,
        })),
      )
      .filter(({ set }) => set.definition !== undefined && set.document !== undefined);

    it('there are some of each set', () => {
      expect(new Set(found.map(({ set }) => set.type))).toEqual(new Set(Object.keys(standardMaps)));
    });

    it('of those that can be read, everything that came is written back', () => {
      let count = 0;
      for (const { file, set } of found) {
        const map = openMaps[set.type];
        const result = map?.read(set.document);
        if (map === undefined || result?.ok !== true) continue;
        count++;
        const back = map.write(result.value, { complement: result.complement });
        // A map may add what it derives, a count or a net amount, where the partner left it out.
        expect(back.value, `${file} ${set.type}`).toMatchObject(set.document as object);
      }
      expect(count).toBeGreaterThan(5);
    });
  },
);
