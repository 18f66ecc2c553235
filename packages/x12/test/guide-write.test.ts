import { describe, expect, it } from 'vitest';
import { type PurchaseOrder850, purchaseOrder850 } from '../src/004010.ts';
import { encode } from '../src/encode.ts';
import type { OutgoingInterchange } from '../src/envelope/outgoing.ts';
import { withGuide } from '../src/guide/with-guide.ts';
import { outgoingSet } from '../src/outgoing-set.ts';
import { write } from '../src/write.ts';
import { type GuideParts, guideOf } from './guide-sample.ts';

const order = (name = 'SAMPLE STORE'): PurchaseOrder850 => ({
  BEG: {
    transactionSetPurpose: '00',
    purchaseOrderType: 'SA',
    purchaseOrderNumber: 'PO1',
    purchaseOrderDate: '20260114',
  },
  N1Loop: [{ N1: { partyRole: 'ST', name } }],
  PO1Loop: [{ PO1: { quantityOrdered: '24', unitOfMeasure: 'EA' } }],
});

const laid = (parts: GuideParts) => withGuide(purchaseOrder850, guideOf(purchaseOrder850, parts));

function written(parts: GuideParts, document = order(), options: Partial<OutgoingInterchange> = {}) {
  const result = write({
    sender: { qualifier: 'ZZ', id: 'EXAMPLESUP' },
    receiver: { qualifier: 'ZZ', id: 'SAMPLEMERC' },
    controlNumber: '000000001',
    at: new Date('2026-01-15T09:00:00Z'),
    usage: 'T',
    groups: [
      {
        sender: 'EXAMPLESUP',
        receiver: 'SAMPLEMERC',
        controlNumber: '1',
        sets: [outgoingSet(laid(parts), document, '0001')],
      },
    ],
    ...options,
  });
  const text = result.ok ? new TextDecoder().decode(result.value) : undefined;
  return { text, issues: result.issues.map(({ code, severity, path }) => `${severity} ${code} ${path.join('.')}`) };
}

const place = (path: string, rule: GuideParts): GuideParts => ({ places: [{ path, ...rule }] });

describe('writing with a guide', () => {
  it('writes what fits it', () => {
    expect(written(place('BEG02', { codes: ['SA'] }))).toMatchObject({ issues: [] });
  });

  it('tells faults with their place in the document, and writes where the table accepts them', () => {
    const { text, issues } = written(place('BEG02', { codes: ['BK'] }));
    expect(issues).toEqual(['warning guide-code groups.0.sets.0.BEG.BEG02']);
    expect(text).toContain('BEG*00*SA*PO1');
  });

  it('refuses where the table rejects', () => {
    const { text, issues } = written({ ...place('BEG02', { codes: ['BK'] }), violations: { 'guide-code': 'reject' } });
    expect(issues).toEqual(['error guide-code groups.0.sets.0.BEG.BEG02']);
    expect(text).toBeUndefined();
  });

  it('names the place of a segment that is missing', () => {
    const { issues } = encode(laid(place('N1/N3', { usage: 'required' })), order());
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['N1Loop.0.N3']);
  });

  it.each<[string, string, GuideParts, string | undefined]>([
    ['refuses a character outside the set', 'Store', { set: 'basic' }, undefined],
    ['writes another one where the guide has it', 'STØRE', { set: 'basic', replace: { Ø: 'O' } }, 'N1*ST*STORE~'],
    ['writes two for one', 'STRAßE', { set: 'basic', replace: { ß: 'SS' } }, 'N1*ST*STRASSE~'],
    ['writes without accents in capitals', 'Café', { set: 'basic', fold: true }, 'N1*ST*CAFE~'],
    ['keeps small letters where the set has them', 'Café', { set: 'extended', fold: true }, 'N1*ST*Cafe~'],
    ['writes a blank for anything else', 'A☂B', { set: 'basic', otherwise: ' ' }, 'N1*ST*A B~'],
    ['refuses what has no replacement', 'A☂B', { set: 'basic', fold: true }, undefined],
  ])('%s', (_, name, characters, line) => {
    const { text, issues } = written({ characters }, order(name));
    if (line === undefined) expect(issues).toEqual(['error guide-character groups.0.sets.0.N1Loop.0.N1.N102']);
    else expect(text).toContain(line);
  });

  it('writes a strange character where the table says so', () => {
    const parts = { characters: { set: 'basic' }, violations: { 'guide-character': 'accept-with-errors' } };
    expect(written(parts, order('Store')).text).toContain('N1*ST*Store~');
  });

  it('checks what has been replaced', () => {
    const { issues } = written(
      { ...place('N1.02', { maximum: 6 }), characters: { set: 'basic', replace: { ß: 'SS' } } },
      order('STRAßE'),
    );
    expect(issues).toEqual(['warning guide-length groups.0.sets.0.N1Loop.0.N1.N102']);
  });

  it('takes the separators that the guide wants', () => {
    const separators = { element: '|', component: ':', segment: '\n' };
    expect(written({ separators }).text).toContain('BEG|00|SA|PO1');
  });

  it('says so where others are taken', () => {
    const separators = { element: '|', component: '>', segment: '~' };
    const { text, issues } = written({ separators }, order(), {
      delimiters: { element: '*', component: '>', segment: '~' },
    });
    expect(issues).toEqual(['warning guide-separators groups.0.sets.0']);
    expect(text).toContain('BEG*00*SA*PO1');
  });
});
