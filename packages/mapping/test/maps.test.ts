import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CanonicalDocument, check } from '@dist/canonical';
import { type Definition, encode, read, type Segment } from '@dist/x12';
import { invoice810, purchaseOrder850, purchaseOrderAcknowledgment855, shipNotice856 } from '@dist/x12/004010';
import { describe, expect, it } from 'vitest';
import { type CompiledMap, compile, loadMap, type Overlay } from '../src/index.ts';
import { x12 } from '../src/x12.ts';
import { mustHave } from './compiled.ts';
import { goldenPairs } from './golden-pairs.ts';
import { shippedMaps } from './shipped-maps.ts';
import { openMaps, standardMaps } from './standard-maps.ts';
import { x12Document } from './x12-documents.ts';

const folder = join(import.meta.dirname, '../maps');

describe('the maps that the package ships', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));

  it.each(files)('%s loads without an issue, and is named for its place', (file) => {
    const loaded = loadMap(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    expect(loaded.issues).toEqual([]);
    expect(mustHave(loaded).id.replace('/', '-')).toBe(file.replaceAll('\\', '/').replace('.json', ''));
  });

  it.each(shippedMaps)('$id compiles without an issue', ({ map, definition, schema }) => {
    expect(compile(map, { native: x12(definition), canonical: schema }).issues).toEqual([]);
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

describe('850: what is legal and unusual is kept, and the order is read', () => {
  const { value: map } = standardMaps['850']();
  const head = ['BEG*00*SA*PO**20260301'];
  const line = ['PO1*1*2*EA*1**IN*4711', 'CTT*1'];

  it.each<[string, string[], string[]]>([
    ['a reference with a description alone (R0203)', [...head, 'REF*DP**GARDEN', ...line], ['REF[0].01', 'REF[0].03']],
    ['a reference with both', [...head, 'REF*DP*7*GARDEN', ...line], []],
    ['terms with a text alone', [...head, 'ITD************NET 30', ...line], []],
    ['terms of a type alone', [...head, 'ITD*05', ...line], []],
    ['a date that is a time', [...head, 'DTM*010**1200', ...line], ['DTM[0].01', 'DTM[0].03']],
    [
      'an allowance in percent',
      [...head, 'SAC*A*C310****Z*2', ...line],
      ['SAC[0]/SAC01', 'SAC[0]/SAC02', 'SAC[0]/SAC06', 'SAC[0]/SAC07'],
    ],
    ['a contact', [...head, 'PER*BD*ANNE', ...line], []],
    ['a contact beside a buyer', [...head, 'PER*BD*ANNE', 'N1*BY*HOME', ...line], ['PER[0].01', 'PER[0].02']],
    ['a party without name', [...head, 'N1*ST**92*0042', ...line], []],
    ['a party without number', [...head, 'N1*ST*STORE', ...line], []],
    ['a country of three letters', [...head, 'N1*ST*STORE', 'N4*TORONTO*ON*M5V*CAN', ...line], []],
    ['a line without number and price', [...head, 'PO1**2*EA***IN*4711', 'CTT*1'], []],
    ['a line without identifiers', [...head, 'PO1*1*2*EA*1', 'CTT*1'], []],
    [
      'an item described by code',
      [...head, 'PO1*1*2*EA', 'PID*S**VI*A1', 'CTT*1'],
      ['PO1[0]/PID[0]/PID01', 'PO1[0]/PID[0]/PID03', 'PO1[0]/PID[0]/PID04'],
    ],
    [
      'a reference of a line with a description alone',
      [...head, 'PO1*1*2*EA', 'REF*DP**GARDEN', 'CTT*1'],
      ['PO1[0]/REF[0].01', 'PO1[0]/REF[0].03'],
    ],
  ])('%s', (_, segments, lost) => {
    const native = x12Document('850', segments);
    const { value, issues, loss, complement } = map.read(native);
    expect(issues).toEqual([]);
    expect(value?.lines).toHaveLength(1);
    expect(loss.map(({ at }) => at)).toEqual(lost);
    expect(value && map.write(value, { complement }).value).toMatchObject(native);
  });

  it.each<[string, string[], string]>([
    ['a UPC with a wrong check digit', [...head, 'PO1*1*2*EA*1**UP*012345678900', 'CTT*1'], 'line-ids 012345678900'],
    ['a DUNS of eight digits', [...head, 'N1*ST*STORE*1*12345678', ...line], 'ship-to-ids 12345678'],
    ['a country that is none', [...head, 'N1*ST*STORE', 'N4*TORONTO***U1', ...line], 'ship-to-country U1'],
  ])('with a warning: %s', (_, segments, warned) => {
    const native = x12Document('850', segments);
    const { value, issues, complement } = map.read(native);
    expect(issues.map(({ severity, rule, found }) => `${severity} ${rule} ${found}`)).toEqual([`warning ${warned}`]);
    expect(value && map.write(value, { complement }).value).toMatchObject(native);
  });

  const usd = mustHave(map.read(x12Document('850', [...head, ...line])));
  const overlay = (patch: Overlay['patch']): Overlay => ({ id: 'p', version: '1', base: 'x12/004010/850', patch });

  it('without CUR the currency is that of the map, or of the partner', () => {
    const cad = overlay({
      currency: { default: 'CAD' },
      'currency-stated': { if: { canonical: { not: { is: 'CAD' } } } },
    });
    const { value: theirs } = standardMaps['850']([cad]);
    expect(usd.currency).toBe('USD');
    expect(mustHave(theirs.read(x12Document('850', [...head, ...line]))).currency).toBe('CAD');
    expect(mustHave(theirs.write({ ...usd, currency: 'CAD' })).CUR).toBeUndefined();
    expect(mustHave(theirs.write(usd)).CUR).toEqual({ partyRole: 'BY', currency: 'USD' });
  });

  it('where a currency would be a guess an order without CUR is an error that says what to do', () => {
    const required = overlay({
      currency: { default: null, omitDefault: null, required: true },
      'currency-stated': { if: { canonical: true } },
    });
    const { value: strict } = standardMaps['850']([required]);
    expect(strict.read(x12Document('850', [...head, ...line])).issues).toMatchObject([
      { rule: 'currency', message: 'CUR02: is required and absent; an overlay may give rule currency a default' },
    ]);
    expect(mustHave(strict.write(usd)).CUR).toEqual({ partyRole: 'BY', currency: 'USD' });
  });

  it.each<[string, string[], string]>([
    ['without a quantity', [...head, 'PO1*1***1', 'CTT*1'], 'line-quantity'],
    ['with a unit that nobody defined', [...head, 'PO1*1*2*ZZ', 'CTT*1'], 'line-unit'],
    ['to change another one', ['BEG*04*SA*PO**20260301', ...line], 'purpose'],
  ])('an order that would be guesswork is an error: %s', (_, segments, rule) => {
    const { ok, issues } = map.read(x12Document('850', segments));
    expect([ok, issues.some((issue) => issue.severity === 'error' && issue.rule === rule)]).toEqual([false, true]);
  });
});

describe('856: the store of an order', () => {
  const segments = (store: string) =>
    goldenPairs['856'].segments.flatMap((segment) => (segment.startsWith('PRF') ? [segment, store] : [segment]));

  it.each([
    ['with the buyer’s number is the place of its items', 'N1*BY**92*0117', { scheme: 'buyer', value: '0117' }],
    ['with a number of another kind is kept', 'N1*BY**9*0123456780117', undefined],
    ['with a name alone is kept', 'N1*BY*STORE', undefined],
  ])('%s', (_, store, location) => {
    const { value: map } = standardMaps['856']();
    const native = x12Document('856', segments(store));
    const { value, issues, complement } = map.read(native);
    expect(issues).toEqual([]);
    expect(value?.items.map((item) => item.location)).toEqual([location]);
    expect(value && map.write(value, { complement }).value).toMatchObject(native);
  });
});

describe.each(['850', '855', '810'] as const)('%s: the qualifier of a party tells its number', (set) => {
  const head = goldenPairs[set].segments.filter((segment) => /^(?:BEG|BAK|BIG)/.test(segment));
  const rest = goldenPairs[set].segments.filter((segment) => /^(?:PO1|ACK|IT1|PAM|TDS|CTT)/.test(segment));

  it.each([
    ['a DUNS', '1*012345678'],
    ['a DUNS with its suffix', '9*0123456780117'],
    ['a GLN', 'UL*9520000100018'],
    ['the buyer’s number', '92*0042'],
    ['the seller’s number', '91*0042'],
  ])('%s comes back under its qualifier, without what was kept', (_, number) => {
    const party = `N1*ST*STORE*${number}`;
    const map = openMaps[set];
    const read = map?.read(x12Document(set, [...head, party, ...rest]));
    const segments = read?.ok === true ? map?.write(read.value).value : undefined;
    const [, , code, value] = party.split('*').slice(1);
    expect(segments).toMatchObject({
      N1Loop: [{ N1: { identificationCodeQualifier: code, identificationCode: value } }],
    });
  });
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
