import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  functionalAcknowledgment997,
  type Invoice810,
  invoice810,
  type PurchaseOrder850,
  purchaseOrder850,
  shipNotice856,
} from '../src/004010.ts';
import { acknowledge } from '../src/acknowledge.ts';
import { read } from '../src/read.ts';
import { receivedBefore } from './received-before.ts';
import { interchange, isa, ORDER, type SampleOptions } from './sample.ts';

const sets = [purchaseOrder850, invoice810, functionalAcknowledgment997] as const;
const bad = ORDER.map((segment) => segment.replace('SA*PO1', 'SA*'));
const open = (
  bodies: readonly (readonly string[])[],
  options: SampleOptions = {},
  receiver?: Parameters<typeof read>[1]['receiver'],
) => read(interchange(bodies, options), { sets, receiver });

const statuses = (file: ReturnType<typeof open>) => ({
  interchange: file.interchanges.map(({ status }) => status).join(),
  group: file.interchanges.flatMap(({ groups }) => groups.map(({ status }) => status)).join(),
  sets: file.sets.map(({ status }) => status).join(),
});

const faults = (file: ReturnType<typeof open>) =>
  file.issues.map(({ code, at, acknowledgment }) => `${code} ${at.element ?? ''} ${acknowledgment ?? ''}`.trim());

describe('statuses', () => {
  it.each<[string, readonly (readonly string[])[], SampleOptions, object]>([
    ['all is sound', [ORDER, ORDER], {}, { interchange: 'accepted', group: 'accepted', sets: 'accepted,accepted' }],
    [
      'R08 one of two sets is rejected: the other goes on',
      [ORDER, bad],
      {},
      { interchange: 'accepted', group: 'partially-accepted', sets: 'accepted,rejected' },
    ],
    [
      'all sets are rejected, and so is their group',
      [bad, bad],
      {},
      { interchange: 'accepted', group: 'rejected', sets: 'rejected,rejected' },
    ],
    [
      'an interchange that is rejected takes all with it',
      [ORDER],
      { isa: { 9: '269999' } },
      { interchange: 'rejected', group: 'rejected', sets: 'rejected' },
    ],
    [
      'a group that is rejected takes its sets with it',
      [ORDER],
      { gs: { 6: 'AB' } },
      { interchange: 'accepted', group: 'rejected', sets: 'rejected' },
    ],
    [
      'information counts as accepted',
      [[...ORDER.slice(0, 4), 'SAC**D240***500', ...ORDER.slice(4)]],
      {},
      { interchange: 'accepted', group: 'accepted', sets: 'accepted' },
    ],
  ])('%s', (_, bodies, options, expected) => {
    expect(statuses(open(bodies, options))).toEqual(expected);
  });

  it('R22 a warning is accepted with errors', () => {
    const shipNotice = ['ST*856*0001', 'BSN*00*SHP1*20260116*1030*0001', 'HL*1**S', 'HL*2*1*P'];
    const file = read(interchange([shipNotice], { gs: { 1: 'SH' } }), { sets: [shipNotice856] });
    expect(file.sets.map(({ status }) => status)).toEqual(['accepted-with-errors']);
    expect(file.interchanges[0]?.groups[0]?.status).toBe('accepted-with-errors');
  });

  it('every issue of the file is there once, by offset', () => {
    const file = read(`junk${interchange([bad, ORDER])}junk`, { sets });
    expect(file.issues.map(({ code }) => code)).toEqual(['file-not-x12', 'element-missing', 'file-not-x12']);
    const offsets = file.issues.map(({ at }) => at.offset);
    expect([...offsets].sort((left, right) => left - right)).toEqual(offsets);
  });

  it('an interchange that is rejected is not looked into', () => {
    const file = open([bad], { isa: { 9: '269999' } });
    expect(faults(file)).toEqual(['interchange-header-field 9 TA1-014']);
    expect(file.sets[0]?.document).toBeUndefined();
  });
});

describe('which definition reads a set', () => {
  it.each<[string, SampleOptions, string[]]>([
    ['R05 the release is the first six characters of GS08', { gs: { 8: '004010VICS' } }, []],
    ['R05 ISA12 does not matter', { isa: { 12: '00400' } }, []],
    ['R05 a release without definition is refused at GS08, once', { gs: { 8: '005010' } }, ['group-release 8 AK905-2']],
    ['R05 a group without release is refused there', { gs: { 8: '' } }, ['group-release 8 AK905-2']],
    ['a group type that fits none of its sets is refused at GS01', { gs: { 1: 'QQ' } }, ['group-type 1 AK905-1']],
    ['a set in the group of another is refused at ST01', { gs: { 1: 'IN' } }, ['set-type 1 AK502-6']],
  ])('%s', (_, options, expected) => {
    expect(faults(open([ORDER], options))).toEqual(expected);
  });

  it('a set without definition is refused at ST01', () => {
    const file = open([['ST*821*0001', 'B1*X']], { gs: { 1: 'FR' } });
    expect(faults(file)).toEqual(['set-not-supported 1 AK502-1']);
    expect(file.sets[0]).toMatchObject({ type: '821', status: 'rejected' });
    expect(file.sets[0]?.definition).toBeUndefined();
  });

  it('the received GS08 is kept as it came', () => {
    expect(open([ORDER], { gs: { 8: '004010VICS' } }).sets[0]?.group.version).toBe('004010VICS');
  });
});

describe('the receiver', () => {
  const ids = [{ qualifier: 'ZZ', id: 'RECEIVER' }];
  it.each<[string, SampleOptions, Parameters<typeof read>[1]['receiver'], string[]]>([
    ['one of our ids is fine', {}, { ids }, []],
    ['another id is not ours', { isa: { 8: 'SOMEONEELSE' } }, { ids }, ['interchange-receiver 8 TA1-008']],
    ['another qualifier is not ours', { isa: { 7: '01' } }, { ids }, ['interchange-receiver 8 TA1-008']],
    [
      'R06 test data stops at a production receiver',
      { isa: { 15: 'T' } },
      { usage: 'P' },
      ['interchange-usage 15 TA1-020'],
    ],
    [
      'R06 production data stops at a test receiver',
      { isa: { 15: 'P' } },
      { usage: 'T' },
      ['interchange-usage 15 TA1-020'],
    ],
    ['R06 the same usage is fine', { isa: { 15: 'P' } }, { usage: 'P' }, []],
  ])('%s', (_, options, receiver, expected) => {
    const file = open([ORDER], options, receiver);
    expect(faults(file)).toEqual(expected);
    expect(file.sets.map(({ status }) => status)).toEqual([expected.length > 0 ? 'rejected' : 'accepted']);
  });
});

describe('R03 what was received before', () => {
  const status = ({ interchanges, sets }: ReturnType<typeof open>) =>
    [
      ...interchanges.map((each) => `${each.status}${each.retransmission ? ' again' : ''}`),
      ...sets.map((set) => `${set.status} ${set.document === undefined ? 'unread' : 'read'}`),
    ].join(', ');
  const order = interchange([ORDER]);
  const changed = order.replace('*24*EA', '*25*EA');
  it.each<[string, string, string, string[]]>([
    ['new numbers are read', order, 'accepted, accepted read', []],
    ['the same bytes again are not', order + order, 'accepted, rejected again, accepted read, rejected unread', []],
    [
      'the same numbers with other bytes are rejected at ISA13, once',
      order + changed,
      'accepted, rejected, accepted read, rejected unread',
      ['interchange-header-field 13 TA1-025'],
    ],
    [
      'test and production number apart',
      order + interchange([ORDER], { isa: { 15: 'P', 13: '000000002' } }),
      'accepted, accepted, accepted read, accepted read',
      [],
    ],
  ])('%s', (_, text, expected, issues) => {
    const file = read(text, { sets, seen: receivedBefore() });
    expect(status(file)).toBe(expected);
    expect(faults(file)).toEqual(issues);
  });

  it('over several files too, with the numbers and bytes of each interchange', () => {
    const seen = receivedBefore();
    read(order, { sets, seen });
    expect(status(read(`junk${order}`, { sets, seen }))).toBe('rejected again, rejected unread');
    expect(status(read(changed, { sets, seen }))).toBe('rejected, rejected unread');
  });

  it('a retransmission has no new acknowledgment', () => {
    const [again] = read(order, { sets, seen: () => 'same' }).interchanges;
    expect(
      again && acknowledge(again, { controlNumber: '000000001', at: new Date(0), interchangeAcknowledgment: 'always' }),
    ).toBeUndefined();
  });

  it('without it a number that repeats in the file is rejected, whatever the bytes', () => {
    expect(faults(open([ORDER])).concat(faults(read(order + order, { sets })))).toEqual([
      'interchange-header-field 13 TA1-025',
    ]);
  });
});

it('a set is narrowed by its type and status to the document of its definition', () => {
  const file = open([ORDER, ['ST*850*0002', ...ORDER]]);
  const numbers: string[] = [];
  for (const set of file.sets) {
    if (set.type === '850' && set.status !== 'rejected') {
      expectTypeOf(set.document).toEqualTypeOf<PurchaseOrder850>();
      numbers.push(set.document.BEG.purchaseOrderNumber);
    }
    if (set.type === '810' && set.status !== 'rejected') expectTypeOf(set.document).toEqualTypeOf<Invoice810>();
  }
  expect(numbers).toEqual(['PO1', 'PO1']);
  expect(file.sets[0]).toMatchObject({
    usage: 'T',
    interchange: { sender: { id: 'SENDER' } },
    group: { controlNumber: '1' },
    controlNumber: '0001',
  });
});

it('two interchanges of one file stand apart', () => {
  const second = interchange([ORDER], { isa: { 13: '000000002', 9: '269999' }, element: '|', terminator: '\n' });
  const file = read(interchange([ORDER]) + second, { sets });
  expect(statuses(file)).toEqual({
    interchange: 'accepted,rejected',
    group: 'accepted,rejected',
    sets: 'accepted,rejected',
  });
});

it('a TA1 alone gives no set and no issue', () => {
  const file = read(`${isa()}TA1*000000007*260115*0830*A*000~IEA*0*000000001~`, { sets });
  expect(file).toMatchObject({
    sets: [],
    issues: [],
    interchanges: [{ status: 'accepted', groups: [], acknowledgments: [{ id: 'TA1' }] }],
  });
});
