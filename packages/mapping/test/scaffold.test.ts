import { purchaseOrder850 } from '@dist/x12/004010';
import { describe, expect, it } from 'vitest';
import { compile, json } from '../src/index.ts';
import { standardEnds } from '../src/standard/standard-ends.ts';
import { proposedOverlay } from '../src/testing/proposed-overlay.ts';
import { x12NativeEnd } from '../src/testing/x12-native-end.ts';
import { conformance, partnerOf, scaffold } from '../src/testing.ts';
import { mustHave } from './compiled.ts';
import { smallPartner } from './small-partner.ts';

const plain = smallPartner['golden/order.edi'] ?? '';

/** The sample with an item number of a qualifier that is not known, two odd references and an odd date. */
const odd = plain
  .replace('PO1*1*24*EA*12.5**UP*036000291452', 'PO1*1*24*EA*12.5**UP*036000291452*VC*77')
  .replace('REF*DP*007~\n', 'REF*DP*007~\nREF*ZZ*A1~\nREF*ZZ*A2~\nDTM*004*20260301~\n')
  .replace('SE*8*', 'SE*11*');

describe('a first partner folder of a sample', () => {
  it('needs no overlay where the standard map has a place for everything', () => {
    const { files, report } = mustHave(scaffold({ sample: plain, id: 'northfield' }));
    expect(Object.keys(files)).toEqual(['profile.json', 'golden/850-sample.edi', 'golden/850-sample.json']);
    expect(report).toEqual({ map: 'x12/004010/850', proposals: [], unplaced: [], issues: [], open: [] });
  });

  it('proposes what the map lacks, and lists what it can not place', () => {
    const { files, report } = mustHave(scaffold({ sample: odd, id: 'northfield' }));
    expect(report.proposals.map(({ rule, code, meaning }) => `${rule} ${code} ${meaning}`)).toEqual([
      'line-ids VC seller',
      'references ZZ referenceZZ',
      'line-ids UP VC first, in this order',
    ]);
    expect(report.unplaced.map(({ at }) => at)).toEqual(['DTM[0].01', 'DTM[0].02']);
    expect(report.issues).toEqual([]);
    const meaning = JSON.parse(files['golden/850-sample.json'] ?? '');
    expect(meaning.references).toContainEqual({ type: 'referenceZZ', value: 'A2' });
    expect(meaning.lines[0].ids).toContainEqual({ scheme: 'seller', value: '77' });
  });

  it('proposes a unit of X12 that the table of the map lacks', () => {
    const ends = standardEnds('x12/004010/850');
    if (ends === undefined) throw new Error('the map of the 850 is not there');
    const map = { ...ends.map, tables: { ...ends.map.tables, unit: { EA: 'EA' } } };
    const native = x12NativeEnd(purchaseOrder850);
    const compiled = mustHave(compile(map, { native: native.format, canonical: json({ schema: ends.schema }) }));
    const read = compiled.read(mustHave(native.parse(plain.replace('*24*EA*', '*24*WK*'))));
    const { overlay, proposals } = proposedOverlay(map, read, 'northfield/850');
    expect(overlay.tables).toEqual({ unit: { WK: 'WEE' } });
    expect(proposals.map(({ rule, code, meaning }) => `${rule} ${code} ${meaning}`)).toEqual(['unit WK WEE']);
  });

  it('is a partner that conforms, but for laws', () => {
    const { files } = mustHave(scaffold({ sample: odd, id: 'northfield', name: 'Northfield' }));
    const partner = mustHave(partnerOf(files));
    expect(partner.profile).toMatchObject({ id: 'northfield', name: 'Northfield' });
    for (const { layer, run } of conformance(partner)) if (layer !== 'laws') expect(run).not.toThrow();
  });

  it('takes the other party as the partner of what we send', () => {
    const { files } = mustHave(scaffold({ sample: smallPartner['golden/invoice.edi'] ?? '', id: 'northfield' }));
    const { documents, identity } = JSON.parse(files['profile.json'] ?? '');
    expect(documents[0]).toMatchObject({ document: '810', direction: 'out' });
    expect(identity.interchanges[0]).toMatchObject({ qualifier: 'ZZ', id: 'KESTREL', releases: ['004010'] });
  });

  it.each<[string, string, string]>([
    ['no X12', 'hello', 'sample-malformed'],
    ['nothing', '', 'sample-malformed'],
    ['a set without a standard map', plain.replaceAll('850', '999'), 'map-unknown'],
    ['two sets', plain.replace('GE*1*', 'ST*850*0002~\nBEG*00*SA*X**20260301~\nSE*3*0002~\nGE*2*'), 'sample-malformed'],
    ['too much', ' '.repeat(16_000_001), 'sample-too-large'],
  ])('is refused of %s', (_, sample, code) => {
    const { ok, issues } = scaffold({ sample, id: 'northfield' });
    expect(ok).toBe(false);
    expect(issues[0]?.code).toBe(code);
  });
});
