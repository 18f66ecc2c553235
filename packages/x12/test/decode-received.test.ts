import { describe, expect, it } from 'vitest';
import { purchaseOrder850 } from '../src/004010.ts';
import { purchaseOrder850 as order850at005010 } from '../src/005010.ts';
import { decode } from '../src/decode.ts';
import type { Definition } from '../src/definition/definition.ts';
import { withGuide } from '../src/guide/with-guide.ts';
import type { Issue } from '../src/issue.ts';
import { type ReadOptions, read } from '../src/read.ts';
import { interchange, ORDER } from './sample.ts';

const guide = withGuide(purchaseOrder850, {
  name: 'Example Stores',
  set: '850',
  release: '004010',
  separators: { element: '|', component: '>', segment: '~' },
  places: [{ path: 'REF[01=IA]', usage: 'required' }],
});

const FAULTY = ['BEG*00*SA***2026011', 'XXX*1', 'PO1*1*2O*EA*3.25', 'CTT*1'];

const receive = (input: string, definition: Definition, limits?: ReadOptions<[]>['limits']) => {
  const [set] = read(input, { sets: [definition], limits }).sets;
  if (set === undefined) throw new Error('no set was read');
  return set;
};

const codes = (issues: readonly Issue[]): string[] => issues.map(({ code }) => code);

describe('a set of read, decoded again', () => {
  it.each<[string, string]>([
    ['faults of segments and elements', interchange([FAULTY])],
    ['a wrong count beside them', interchange([['ST*850*0001', ...FAULTY, 'SE*9*0001']])],
    ['a set without SE', interchange([FAULTY]).replace(/~SE\*[^~]*/, '')],
    ['elements of a segment that is at the wrong place', interchange([[...ORDER, 'REF*DP*1*2*3']])],
    ['no fault', interchange([ORDER])],
  ])('has each issue once: %s', (_, input) => {
    for (const definition of [purchaseOrder850, guide]) {
      const set = receive(input, definition);
      expect(decode(definition, set).issues).toEqual(set.issues);
      expect(decode(definition, { ...set, segments: [...set.segments] }).issues).toEqual(set.issues);
    }
  });

  it('has those that a limit left out', () => {
    const set = receive(interchange([FAULTY]), purchaseOrder850, { issues: 1 });
    expect(codes(set.issues)).toEqual(['segment-unknown', 'set-too-many-issues']);
    expect(decode(purchaseOrder850, set).issues).toEqual(receive(interchange([FAULTY]), purchaseOrder850).issues);
  });

  it('has a limit that parse has reached', () => {
    const input = interchange([[...ORDER, `REF*DP*${'1'.repeat(300)}`, `REF*DP*${'2'.repeat(300)}`]]);
    const limits = { issues: 1, segmentBytes: 200 };
    const set = receive(input, purchaseOrder850, limits);
    expect(codes(set.issues)).toEqual(['segment-too-long', 'set-too-many-issues']);
    expect(decode(purchaseOrder850, set, { issues: 1 }).issues).toEqual(set.issues);
  });

  it('has nothing of a guide or release that it is not decoded with', () => {
    const set = receive(interchange([ORDER]), guide);
    expect(codes(set.issues)).toEqual(['guide-separators', 'guide-missing']);
    expect(decode(purchaseOrder850, set)).toMatchObject({ ok: true, issues: [] });
    const refused = receive(interchange([ORDER]), { ...purchaseOrder850, id: '851' });
    expect(codes(refused.issues)).toEqual(['set-not-supported']);
    expect(decode(order850at005010, refused)).toMatchObject({ ok: true, issues: [] });
  });
});
