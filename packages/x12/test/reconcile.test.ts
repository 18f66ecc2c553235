import { describe, expect, it } from 'vitest';
import { functionalAcknowledgment997 } from '../src/004010.ts';
import {
  functionalAcknowledgment997 as functionalAcknowledgment005010,
  implementationAcknowledgment999,
} from '../src/005010.ts';
import { type ReadOptions, read } from '../src/read.ts';
import type { SentSet } from '../src/reconcile/sent-set.ts';
import { reconcile } from '../src/reconcile.ts';
import { interchange, isa, type SampleOptions } from './sample.ts';

const definitions = [functionalAcknowledgment997, functionalAcknowledgment005010, implementationAcknowledgment999];
const HOUR = 3_600_000;
const sentAt = new Date('2026-01-15T08:00:00Z');
const soon = new Date('2026-01-15T09:00:00Z');
const late = new Date('2026-01-17T08:00:00Z');

/** Two ship notices of group 7 in interchange 70, sent by SENDER to RECEIVER. */
const notice = (fields: Partial<SentSet> = {}): SentSet => ({
  sender: { qualifier: 'ZZ', id: 'SENDER' },
  receiver: { qualifier: 'ZZ', id: 'RECEIVER' },
  interchangeControlNumber: '000000070',
  functionalIdentifier: 'SH',
  groupControlNumber: '7',
  setControlNumber: '0001',
  type: '856',
  at: sentAt,
  ...fields,
});
const both = [notice(), notice({ setControlNumber: '0002' })];

const back = { 6: 'RECEIVER', 8: 'SENDER' };
const open = (text: string, options: Partial<ReadOptions<typeof definitions>> = {}) =>
  read(text, { sets: definitions, ...options }).interchanges;
/** An interchange from RECEIVER with one acknowledgment. */
const answer = (body: readonly string[], { isa: fields, gs, ...rest }: SampleOptions = {}) =>
  open(interchange([body], { isa: { ...back, ...fields }, gs: { 1: 'FA', ...gs }, ...rest }));
const from997 = (...body: string[]) => answer(['ST*997*0001', ...body]);
const later997 = (...body: string[]) => answer(['ST*997*0001', ...body], { isa: { 12: '00501' }, gs: { 8: '005010' } });
const from999 = (...body: string[]) => answer(['ST*999*0001', ...body], { isa: { 12: '00501' }, gs: { 8: '005010' } });
const fromTa1 = (body: string, fields: Record<number, string> = {}) =>
  open(`${isa({ isa: { ...back, ...fields } })}TA1*${body}~IEA*0*000000001~`);

type Received = ReturnType<typeof open>;
const ask = (received: Received, sent: readonly SentSet[] = both, now = soon) =>
  reconcile(sent, received, { now, allowed: 24 * HOUR });
const told = (received: Received, sent?: readonly SentSet[], now?: Date) =>
  ask(received, sent, now).sets.map(({ status, faults }) => [status, ...faults.map(({ code }) => code)].join(' '));

const bad = ['AK2*856*0002', 'AK3*MAN*12**8', 'AK4*2*88*4*123', 'AK5*R*5'];

describe('what is said of each set', () => {
  it.each<[string, Received, string[]]>([
    ['nothing has come: both are pending', [], ['pending', 'pending']],
    [
      'each set is accepted by its own AK5',
      from997('AK1*SH*7', 'AK2*856*0001', 'AK5*A', 'AK2*856*0002', 'AK5*A', 'AK9*A*2*2*2'),
      ['accepted', 'accepted'],
    ],
    [
      'R08 one is accepted with errors, the other rejected',
      from997('AK1*SH*7', 'AK2*856*0001', 'AK3*TD5*3**2', 'AK5*E*5', ...bad, 'AK9*P*2*2*1'),
      ['accepted-with-errors AK304-2 AK502-5', 'rejected AK304-8 AK403-4 AK502-5'],
    ],
    ['AK9 A without AK2 accepts the whole group', from997('AK1*SH*7', 'AK9*A*2*2*2'), ['accepted', 'accepted']],
    [
      'AK9 E without AK2 accepts the whole group with errors',
      from997('AK1*SH*7', 'AK9*E*2*2*2*5'),
      ['accepted-with-errors AK905-5', 'accepted-with-errors AK905-5'],
    ],
    [
      'AK9 R without AK2 rejects the whole group',
      from997('AK1*SH*7', 'AK9*R*2*2*0*2*6'),
      ['rejected AK905-2 AK905-6', 'rejected AK905-2 AK905-6'],
    ],
    [
      'AK9 R rejects a set that its AK5 accepts',
      from997('AK1*SH*7', 'AK2*856*0001', 'AK5*A', 'AK9*R*2*2*0*4'),
      ['rejected AK905-4', 'rejected AK905-4'],
    ],
    [
      'AK9 P names only the rejected set, and AK904 counts the other',
      from997('AK1*SH*7', ...bad, 'AK9*P*2*2*1'),
      ['accepted', 'rejected AK304-8 AK403-4 AK502-5'],
    ],
    [
      'AK9 P that does not say which set it accepts leaves both pending',
      from997('AK1*SH*7', 'AK9*P*2*2*1'),
      ['pending', 'pending'],
    ],
    [
      'AK9 E names only the set with errors: the other is accepted',
      from997('AK1*SH*7', 'AK2*856*0002', 'AK5*E*5', 'AK9*E*2*2*2'),
      ['accepted', 'accepted-with-errors AK502-5'],
    ],
    [
      'a 997 of 005010 says it in the same segments',
      later997('AK1*SH*7*005010', 'AK2*856*0001', 'AK5*R*23', 'AK2*856*0002', 'AK5*A', 'AK9*P*2*2*1'),
      ['rejected AK502-23', 'accepted'],
    ],
    [
      'a 999 says it in IK3, IK4 and IK5, the guide in I-codes',
      from999('AK1*SH*7*005010', 'AK2*856*0001', 'IK3*REF*5**I6', 'IK5*R*I5', 'AK2*856*0002', 'IK5*A', 'AK9*P*2*2*1'),
      ['rejected IK304-I6 IK502-I5', 'accepted'],
    ],
    [
      'a TA1 R rejects the whole interchange',
      fromTa1('000000070*260115*0800*R*025'),
      ['rejected TA1-025', 'rejected TA1-025'],
    ],
    ['a TA1 A is no answer yet', fromTa1('000000070*260115*0800*A*000'), ['pending', 'pending']],
    ['a TA1 E is no answer yet', fromTa1('000000070*260115*0800*E*019'), ['pending', 'pending']],
    [
      'the latest of two counts: rejected, then accepted',
      [...from997('AK1*SH*7', 'AK9*R*2*2*0*2'), ...from997('AK1*SH*7', 'AK9*A*2*2*2')],
      ['accepted', 'accepted'],
    ],
    [
      'the latest of two counts: accepted, then the TA1 rejects',
      [...from997('AK1*SH*7', 'AK9*A*2*2*2'), ...fromTa1('000000070*260115*0800*R*025')],
      ['rejected TA1-025', 'rejected TA1-025'],
    ],
    [
      'a TA1 A takes back the TA1 R before it, and leaves both pending',
      [...fromTa1('000000070*260115*0800*R*025'), ...fromTa1('000000070*260115*0800*A*000')],
      ['pending', 'pending'],
    ],
    [
      'a TA1 A does not take back the 997 before it',
      [...from997('AK1*SH*7', 'AK9*A*2*2*2'), ...fromTa1('000000070*260115*0800*A*000')],
      ['accepted', 'accepted'],
    ],
    ['zeros in front of a number do not count', from997('AK1*SH*000000007', 'AK9*A*2*2*2'), ['accepted', 'accepted']],
  ])('%s', (_, received, expected) => {
    expect(told(received)).toEqual(expected);
    expect(ask(received).unmatched).toEqual([]);
  });

  it.each<[string, readonly SentSet[], Date, string[]]>([
    ['at the moment that is allowed it is still pending', [notice()], new Date('2026-01-16T08:00:00Z'), ['pending']],
    ['a moment later it is overdue', [notice()], new Date('2026-01-16T08:00:00.001Z'), ['overdue']],
    ['R07 a 997 that was sent is never overdue', [notice({ functionalIdentifier: 'FA' })], late, ['pending']],
  ])('%s', (_, sent, now, expected) => {
    expect(told([], sent, now)).toEqual(expected);
  });

  it('an answer counts also when it was due before', () => {
    expect(told(from997('AK1*SH*7', 'AK9*A*2*2*2'), both, late)).toEqual(['accepted', 'accepted']);
  });

  it('the time allowed may depend on the set', () => {
    const sent = [notice(), notice({ functionalIdentifier: 'IN', type: '810' })];
    const { sets } = reconcile(sent, [], { now: soon, allowed: ({ type }) => (type === '856' ? HOUR / 2 : HOUR) });
    expect(sets.map(({ status, due }) => `${status} ${due?.toISOString()}`)).toEqual([
      'overdue 2026-01-15T08:30:00.000Z',
      'pending 2026-01-15T09:00:00.000Z',
    ]);
  });
});

describe('gotcha 38 what a rejection tells', () => {
  it.each<[string, Received, object]>([
    [
      'an AK4: segment, position, element, data element, code, value',
      from997('AK1*SH*7', ...bad, 'AK9*P*2*2*1'),
      {
        code: 'AK403-4',
        meaning: 'the value is too short',
        segment: 'MAN',
        position: 12,
        element: 2,
        elementNumber: '88',
        found: '123',
      },
    ],
    [
      'an IK4 with component and repeat',
      from999('AK1*SH*7', 'AK2*856*0002', 'IK3*REF*5**8', 'IK4*4>2>3**7*QQ', 'IK5*R*5', 'AK9*P*2*2*1'),
      {
        code: 'IK403-7',
        meaning: 'the code is not valid',
        segment: 'REF',
        position: 5,
        element: 4,
        component: 2,
        repeat: 3,
        found: 'QQ',
      },
    ],
    [
      'a TA1',
      fromTa1('000000070*260115*0800*R*025'),
      { code: 'TA1-025', meaning: 'the control number of the interchange came before' },
    ],
    [
      'a code that no list has',
      fromTa1('000000070*260115*0800*R*099'),
      { code: 'TA1-099', meaning: 'code 099, which no list of the standard has' },
    ],
  ])('%s', (_, received, expected) => {
    expect(ask(received).sets[1]?.faults).toContainEqual(expected);
  });

  it('the acknowledgment that decided, and what an earlier one had said', () => {
    const received = [...from997('AK1*SH*7', 'AK9*R*2*2*0*2'), ...from997('AK1*SH*7', 'AK9*A*2*2*2')];
    expect(ask(received).sets[0]).toMatchObject({
      by: {
        type: '997',
        interchange: { sender: { id: 'RECEIVER' } },
        groupControlNumber: '1',
        setControlNumber: '0001',
      },
      notes: ['an earlier 997 in interchange 000000001 said rejected; the latest counts'],
    });
  });

  it.each<[string, Received, string]>([
    ['a TA1 with an error', fromTa1('000000070*260115*0800*E*019'), 'a TA1 accepts the interchange with an error'],
    ['an AK9 P without sets', from997('AK1*SH*7', 'AK9*P*2*2*1'), 'does not say whether this set is in it'],
    [
      'an AK9 R above an AK5 A',
      from997('AK1*SH*7', 'AK2*856*0001', 'AK5*A', 'AK9*R*2*2*0*4'),
      'AK9 rejects the whole group',
    ],
  ])('%s is noted', (_, received, expected) => {
    expect(ask(received).sets[0]?.notes).toEqual([expect.stringContaining(expected)]);
  });
});

describe('what matches nothing', () => {
  const unknown = (names: object) => ({ reason: 'unknown', names });
  it.each<[string, Received, object[]]>([
    [
      'another group',
      from997('AK1*SH*8', 'AK9*A*2*2*2'),
      [{ type: '997', ...unknown({ functionalIdentifier: 'SH', group: '8' }) }],
    ],
    [
      'another kind of group',
      from997('AK1*IN*7', 'AK9*A*2*2*2'),
      [unknown({ functionalIdentifier: 'IN', group: '7' })],
    ],
    [
      'another set in a group that was sent',
      from997('AK1*SH*7', 'AK2*856*0003', 'AK5*A', 'AK9*A*2*2*2'),
      [unknown({ functionalIdentifier: 'SH', group: '7', type: '856', set: '0003' })],
    ],
    [
      'another interchange',
      fromTa1('000000071*260115*0800*R*025'),
      [{ type: 'TA1', ...unknown({ interchange: '000000071' }) }],
    ],
    [
      'the numbers of another partner',
      answer(['ST*997*0001', 'AK1*SH*7', 'AK9*R*2*2*0*2'], { isa: { 6: 'SOMEONE' } }),
      [unknown({ functionalIdentifier: 'SH', group: '7' })],
    ],
    ['a 997 that is itself wrong', from997('AK1*SH*7', 'AK9*Q*2*2*2'), [{ reason: 'unusable' }]],
    ['a TA1 without a verdict', fromTa1('000000070*260115*0800**000'), [{ reason: 'unusable' }]],
    [
      'a TA1 in an interchange that is itself rejected',
      fromTa1('000000070*260115*0800*R*025', { 9: '269999' }),
      [{ type: 'TA1', reason: 'unusable' }],
    ],
  ])('%s is reported', (_, received, expected) => {
    const { unmatched, sets } = ask(received);
    expect(unmatched).toMatchObject(expected);
    expect(unmatched).toHaveLength(expected.length);
    expect(sets.some(({ status }) => status === 'rejected')).toBe(false);
  });

  it('R06 gotcha 39 a test acknowledgment does not answer what was sent in production', () => {
    const received = from997('AK1*SH*7', 'AK9*R*2*2*0*2');
    expect(told(received, [notice({ usage: 'P' })])).toEqual(['pending']);
    expect(told(received, [notice({ usage: 'T' })])).toEqual(['rejected AK905-2']);
  });

  it('R03 a retransmission of an acknowledgment is passed over', () => {
    const text = interchange([['ST*997*0001', 'AK1*SH*9', 'AK9*A*2*2*2']], { isa: back, gs: { 1: 'FA' } });
    expect(ask(open(text, { seen: () => 'same' })).unmatched).toEqual([]);
    expect(ask(open(text)).unmatched).toHaveLength(1);
  });

  it('other sets are passed over', () => {
    expect(ask(answer(['ST*850*0001', 'BEG*00'])).unmatched).toEqual([]);
  });
});

it('a number that was used again means the set that was sent last', () => {
  const older = notice({ interchangeControlNumber: '000000001', at: new Date('2020-01-15T08:00:00Z') });
  expect(told(from997('AK1*SH*7', 'AK9*A*1*1*1'), [notice(), older])).toEqual(['accepted', 'overdue']);
});

it('ten thousand sets, each with an answer of its own, are told apart', () => {
  const numbers = Array.from({ length: 10_000 }, (_, index) => String(index + 1).padStart(4, '0'));
  const body = numbers.flatMap((number, index) => [`AK2*856*${number}`, index % 2 === 0 ? 'AK5*A' : 'AK5*R*5']);
  const received = from997('AK1*SH*7', ...body, 'AK9*P*10000*10000*5000');
  const statuses = told(
    received,
    numbers.map((setControlNumber) => notice({ setControlNumber })),
  );
  expect(statuses.slice(0, 2)).toEqual(['accepted', 'rejected AK502-5']);
  expect(statuses.filter((status) => status === 'accepted')).toHaveLength(5000);
});

it.each<[string, string, string]>([
  ['a TA1 that rejects', 'TA1*000000070*260115*0830*R*025~', 'rejected'],
  ['a TA1 with an error', 'TA1*000000070*260115*0830*E*025~', 'pending'],
])('%s, sent thousands of times, costs little and is told in a few notes', (_, answered, status) => {
  const many = Array.from({ length: 3000 }, (_each, index) => notice({ setControlNumber: String(index + 1) }));
  const received = open(`${isa({ isa: back })}${answered.repeat(3000)}IEA*0*000000001~`);
  const { sets } = ask(received, many);
  expect(new Set(sets.map((set) => set.status))).toEqual(new Set([status]));
  expect(new Set(sets.map(({ notes }) => [notes.length, notes.at(-1)].join(' ')))).toEqual(
    new Set(['21 further notes are left out']),
  );
});

it.each<[string, () => unknown]>([
  ['a time allowed below 0', () => reconcile(both, [], { now: soon, allowed: -1 })],
  ['a time allowed that is no number', () => reconcile(both, [], { now: soon, allowed: Number.NaN })],
  ['an instant that is none', () => reconcile([notice({ at: new Date('x') })], [], { now: soon, allowed: 1 })],
])('%s is a mistake of the program', (_, call) => {
  expect(call).toThrow(RangeError);
});
