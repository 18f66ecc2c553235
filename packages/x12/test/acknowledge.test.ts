import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  functionalAcknowledgment997,
  invoice810,
  purchaseOrder850,
  purchaseOrderAcknowledgment855,
} from '../src/004010.ts';
import {
  functionalAcknowledgment997 as functional005010,
  implementationAcknowledgment999,
  purchaseOrder850 as order850at005010,
} from '../src/005010.ts';
import { type AcknowledgeOptions, acknowledge } from '../src/acknowledge.ts';
import { acknowledgmentCode } from '../src/acknowledgment/acknowledgment-code.ts';
import { acknowledgmentForm } from '../src/acknowledgment/acknowledgment-form.ts';
import { groupAcknowledgment } from '../src/acknowledgment/group-acknowledgment.ts';
import type { Issue } from '../src/issue.ts';
import { read } from '../src/read.ts';
import type { ReceivedInterchange } from '../src/received.ts';
import { withControlNumbers } from '../src/with-control-numbers.ts';
import { write } from '../src/write.ts';
import { interchange, isa, ORDER, type SampleOptions } from './sample.ts';

const sets = [purchaseOrder850, purchaseOrderAcknowledgment855, invoice810, functionalAcknowledgment997] as const;
const options: AcknowledgeOptions = { controlNumber: '000000042', at: new Date('2026-01-15T09:00:00Z') };

const received = (input: string | Uint8Array): ReceivedInterchange => {
  const [found] = read(input, { sets }).interchanges;
  if (found === undefined) throw new Error('no interchange was read');
  return found;
};

const answer = (input: string | Uint8Array, more: Partial<AcknowledgeOptions> = {}): string | undefined => {
  const outgoing = acknowledge(received(input), { ...options, ...more });
  if (outgoing === undefined) return undefined;
  const written = write(outgoing);
  if (!written.ok) throw new Error(JSON.stringify(written.issues, null, 1));
  return new TextDecoder().decode(written.value);
};

/** The segments of the answer from AK1 to AK9. */
const verdicts = (input: string): string[] => (answer(input) ?? '').split('~').filter((line) => line.startsWith('AK'));

/** An interchange whose component separator is a sign of Latin-1. */
const latin1 = (lines: readonly string[], more: SampleOptions = {}): Uint8Array =>
  Uint8Array.from(interchange([lines], { ...more, component: '\u00a7' }), (sign) => sign.charCodeAt(0));

describe('acknowledge', () => {
  it('leaves its numbers to a counter where none is given', async () => {
    const input = interchange([ORDER, ORDER], { gs: { 2: 'THEM', 3: 'US' } });
    const { at } = options;
    const unnumbered = acknowledge(received(input), { at });
    if (unnumbered === undefined) throw new Error('no answer is due');
    expect(unnumbered.groups.map(({ controlNumber }) => controlNumber)).toEqual([undefined]);
    const numbered = await withControlNumbers(unnumbered, { next: ({ kind }) => (kind === 'group' ? 9 : 42) });
    const groupControlNumber = '9';
    expect(numbered).toEqual(acknowledge(received(input), { ...options, groupControlNumber }));
    expect(acknowledge(received(input), { at, groupControlNumber })?.groups[0]?.controlNumber).toBe('9');
  });

  it('swaps the parties and echoes the group and its sets', () => {
    const input = interchange([ORDER], {
      isa: { 7: '01', 8: '123456789', 14: '1' },
      gs: { 2: 'THEM', 3: 'US', 6: '31', 8: '004010VICS' },
    });
    expect(answer(input)?.split('~')).toEqual([
      'ISA*00*          *00*          *01*123456789      *ZZ*SENDER         *260115*0900*U*00401*000000042*0*T*>',
      'TA1*000000001*260115*0830*A*000',
      'GS*FA*US*THEM*20260115*0900*000000042*X*004010VICS',
      'ST*997*0001',
      'AK1*PO*31',
      'AK2*850*0001',
      'AK5*A',
      'AK9*A*1*1*1',
      'SE*6*0001',
      'GE*1*000000042',
      'IEA*1*000000042',
      '',
    ]);
  });

  it('uses the separators of the received interchange', () => {
    expect(answer(interchange([ORDER], { element: '|', component: ':', terminator: "'" }))).toContain(
      "AK1|PO|1'AK2|850|0001'",
    );
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'an element error stands in AK4',
      ORDER.map((line) => line.replace('*24*', '*2O*')),
      ['AK3*PO1*9**8', 'AK4*2*330*6*2O', 'AK5*R*5', 'AK9*R*1*1*0'],
    ],
    [
      'two element errors of a segment share one AK3',
      ORDER.map((line) => line.replace('BEG*00*SA*PO1**20260114', 'BEG*00*SA***20260230')),
      ['AK3*BEG*2**8', 'AK4*3*324*1', 'AK4*5*373*8*20260230', 'AK5*R*5', 'AK9*R*1*1*0'],
    ],
    [
      'faulty segments stand in their order',
      ORDER.slice(1).map((line) => line.replace('*6*', '*6X*').replace('CUR*BY*USD', 'CUR*BY')),
      ['AK3*BEG*2**3', 'AK3*CUR*2**8', 'AK4*2*100*1', 'AK3*PO1*10**8', 'AK4*2*330*6*6X', 'AK5*R*5', 'AK9*R*1*1*0'],
    ],
    [
      'a component is named by its place',
      ORDER.map((line) => line.replace('REF*DP*038', 'REF*DP*038**ZZ>>')),
      ['AK3*REF*4**8', 'AK4*4>2*127*1', 'AK5*R*5', 'AK9*R*1*1*0'],
    ],
    [
      'a segment that is not known has its code and no AK4',
      [...ORDER.slice(0, 3), 'ZZ9*1', ...ORDER.slice(3)],
      ['AK3*ZZ9*5**1', 'AK5*R*5', 'AK9*R*1*1*0'],
    ],
    ['a missing segment is named at its place', ORDER.slice(1), ['AK3*BEG*2**3', 'AK5*R*5', 'AK9*R*1*1*0']],
    ['a wrong count is an error of the set', [...ORDER, 'SE*99*0001'], ['AK5*R*4', 'AK9*R*1*1*0']],
    [
      'both kinds of error stand in AK5',
      [...ORDER.slice(1), 'SE*99*0001'],
      ['AK3*BEG*2**3', 'AK5*R*5*4', 'AK9*R*1*1*0'],
    ],
    [
      'a bad value with a component separator in it is not copied',
      ORDER.map((line) => line.replace('*24*', '*2>4*')),
      ['AK3*PO1*9**8', 'AK4*2>2**3*4', 'AK5*R*5', 'AK9*R*1*1*0'],
    ],
    [
      'a bad value of control characters is not copied',
      ORDER.map((line) => line.replace('*24*', '*2\u0007*')),
      ['AK3*PO1*9**8', 'AK4*2*330*6', 'AK5*R*5', 'AK9*R*1*1*0'],
    ],
    [
      'at most 99 characters of a bad value are copied',
      ORDER.map((line) => line.replace('SAMPLE BUYER', 'X'.repeat(150))),
      ['AK3*PER*5**8', `AK4*2*93*5*${'X'.repeat(99)}`, 'AK5*R*5', 'AK9*R*1*1*0'],
    ],
    [
      'a set control number that is too short is echoed as it came',
      ['ST*850*7', ...ORDER, 'SE*13*7'],
      ['AK5*R*7', 'AK9*R*1*1*0'],
    ],
  ])('%s', (_, segments, expected) => {
    expect(verdicts(interchange([segments])).slice(2)).toEqual(expected);
  });

  it('R08 AK9 counts the accepted sets of a partially accepted group', () => {
    const text = interchange([ORDER, ORDER.slice(1), ORDER]);
    expect(verdicts(text).filter((line) => /^AK[259]/.test(line))).toEqual([
      'AK2*850*0001',
      'AK5*A',
      'AK2*850*0002',
      'AK5*R*5',
      'AK2*850*0003',
      'AK5*A',
      'AK9*P*3*3*2',
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    ['AK902 is what GE01 says', interchange([ORDER]).replace('GE*1*', 'GE*2*'), ['AK1*PO*1', 'AK9*R*2*1*0*5']],
    [
      'a group control number with letters is echoed',
      interchange([ORDER], { gs: { 6: 'AB12' } }),
      ['AK1*PO*AB12', 'AK9*R*1*1*0*6'],
    ],
    [
      'R05 a release without definition is refused in that release',
      interchange([ORDER], { gs: { 8: '004777' } }),
      ['AK1*PO*1', 'AK9*R*1*1*0*2'],
    ],
  ])('a group at fault is rejected as a whole: %s', (_, input, expected) => {
    expect(verdicts(input)).toEqual(expected);
  });

  it('R05 the acknowledgment echoes the received GS08, also where no definition has it', () => {
    expect(answer(interchange([ORDER], { gs: { 8: '004777' } }))).toContain('*X*004777~');
  });

  it.each<[string, string, Partial<AcknowledgeOptions>, string | undefined]>([
    ['R07 ISA14 asks for none', interchange([ORDER]), {}, undefined],
    ['R07 ISA14 asks for one', interchange([ORDER], { isa: { 14: '1' } }), {}, 'TA1*000000001*260115*0830*A*000'],
    [
      'R07 the profile asks for one',
      interchange([ORDER]),
      { interchangeAcknowledgment: 'always' },
      'TA1*000000001*260115*0830*A*000',
    ],
    [
      'R07 the profile wants none',
      interchange([ORDER], { isa: { 14: '1' } }),
      { interchangeAcknowledgment: 'never' },
      undefined,
    ],
    [
      'R07 no TA1 for a TA1',
      `${isa({ isa: { 14: '1' } })}TA1*000000007*260115*0830*A*000~IEA*0*000000001~`,
      {},
      undefined,
    ],
    [
      'a rejected interchange has the code of its fault',
      interchange([ORDER], { isa: { 14: '1', 15: 'X' } }),
      {},
      'TA1*000000001*260115*0830*R*020',
    ],
    [
      'a control number that is none is echoed',
      interchange([ORDER], { isa: { 13: 'ABC000001', 14: '1' } }),
      {},
      'TA1*ABC000001*260115*0830*R*018',
    ],
  ])('%s', (_, input, more, expected) => {
    expect(
      answer(input, more)
        ?.split('~')
        .find((line) => line.startsWith('TA1')),
    ).toBe(expected);
  });

  it.each<[string, Uint8Array | string]>([
    ['a sender holds the component separator', interchange([ORDER], { isa: { 6: 'SEN>ER' } })],
    ['a receiver holds the terminator', interchange([ORDER], { isa: { 8: 'RECEIVER~' } })],
    ['a sender holds separators of two kinds', interchange([ORDER], { isa: { 6: '*^~>' } })],
    ['ISA13 holds a separator', interchange([ORDER], { isa: { 13: '00000>001', 14: '1' } })],
    ['ISA09 holds a separator', interchange([ORDER], { isa: { 9: '26>115', 14: '1' } })],
    ['a separator beyond ASCII, and a party with a usual one', latin1(['PO1*1*2*EA'], { gs: { 2: 'SEND>R' } })],
    ['a separator beyond ASCII, and a bad value with a usual one', latin1(['BEG*00', 'PO1*1*2>X*EA'])],
  ])('an answer can be written where %s', (_, input) => {
    const outgoing = acknowledge(received(input), options);
    const written = outgoing && write(outgoing);
    expect(written?.issues).toEqual([]);
    const [back] = written?.ok ? read(written.value, { sets }).interchanges : [];
    expect(back?.header.receiver.id).toBe(received(input).header.sender.id);
  });

  it.each(['997', '999'] as const)('R09 a %s can be written where GS08 is longer than a version', (type) => {
    const input = interchange([ORDER], { isa: { 12: '00501' }, gs: { 8: '0050101234567' } });
    expect(answer(input, { type })).toContain('*X*005010~');
  });

  it('R07 ISA13 that can not be written can not be named in a TA1', () => {
    const input = interchange([ORDER], { isa: { 13: '00000\u00e9001', 14: '1' } });
    expect(answer(Uint8Array.from(input, (sign) => sign.charCodeAt(0)))).toBeUndefined();
  });

  it('R07 an interchange that is rejected has no 997', () => {
    expect(answer(interchange([ORDER], { isa: { 14: '1', 15: 'X' } }))).not.toContain('GS*');
    expect(answer(interchange([ORDER], { isa: { 15: 'X' } }))).toBeUndefined();
  });

  it.each([
    ['an accepting 997', ['AK1*PO*1', 'AK2*850*0001', 'AK5*A', 'AK9*A*1*1*1']],
    ['a 997 with a fault', ['AK1*PO*1', 'AK2*850*0001', 'AK5*Q', 'AK9*A*1*1*1']],
  ])('R07 %s is not answered by a 997', (_, segments) => {
    expect(answer(interchange([['ST*997*0001', ...segments]], { gs: { 1: 'FA' } }))).toBeUndefined();
  });

  it('R07 one 997 for each received group; groups of the same parties and release share an envelope', () => {
    const one = interchange([ORDER]);
    const group = one.slice(one.indexOf('GS*'), one.indexOf('IEA*'));
    const second = group.replaceAll('*1*X', '*2*X').replace('GE*1*1', 'GE*1*2');
    const third = second.replace('SENDER*', 'OTHER*').replaceAll('*2*X', '*3*X').replace('GE*1*2', 'GE*1*3');
    const lines = (answer(`${isa()}${group}${second}${third}IEA*3*000000001~`) ?? '')
      .split('~')
      .filter((line) => /^(GS|ST|AK1|IEA)/.test(line));
    expect(lines).toEqual([
      'GS*FA*RECEIVER*SENDER*20260115*0900*000000042*X*004010',
      'ST*997*0001',
      'AK1*PO*1',
      'ST*997*0002',
      'AK1*PO*2',
      'GS*FA*RECEIVER*OTHER*20260115*0900*000000043*X*004010',
      'ST*997*0001',
      'AK1*PO*3',
      'IEA*2*000000042',
    ]);
  });

  it('R12 group control numbers may be drawn for each pair of parties', () => {
    const text = answer(interchange([ORDER]), {
      groupControlNumber: (sender, receiver) => (sender === 'RECEIVER' && receiver === 'SENDER' ? '5' : '6'),
    });
    expect(text).toContain('*0900*5*X*');
  });

  it('R12 999999999 is followed by 1', () => {
    const one = interchange([ORDER]);
    const group = one.slice(one.indexOf('GS*'), one.indexOf('IEA*'));
    const other = group.replace('SENDER*', 'OTHER*').replaceAll('*1*X', '*2*X').replace('GE*1*1', 'GE*1*2');
    const text = answer(`${isa()}${group}${other}IEA*2*000000001~`, { groupControlNumber: '999999999' });
    expect(text).toContain('*000000001*X*');
  });

  const issue = (acknowledgment: string): Issue => ({
    code: 'guide',
    severity: 'error',
    message: '',
    path: [],
    at: { offset: 0, length: 0 },
    address: {},
    acknowledgment,
  });

  type Place = Parameters<typeof acknowledgmentCode>[1];
  it.each<[string, '997' | '999', string, string, Place, string | undefined]>([
    ['a code of 004010 stays', '997', '004010', 'AK403-7', 'AK403', '7'],
    ['too many repetitions are too many elements at 004010', '997', '004010', 'AK403-12', 'AK403', '3'],
    ['too many components are too many elements at 004010', '997', '004010', 'AK403-13', 'AK403', '3'],
    ['a set control number that is not unique is not valid at 004010', '997', '004010', 'AK502-23', 'AK502', '7'],
    ['a group control number that is not unique breaks a rule at 004010', '997', '004010', 'AK905-19', 'AK905', '6'],
    ['005010 has a code for too many repetitions', '997', '005010', 'AK403-12', 'AK403', '12'],
    ['005010 has a code for too many components', '997', '005010', 'AK403-13', 'AK403', '13'],
    ['005010 has a code for a set control number that is not unique', '997', '005010', 'AK502-23', 'AK502', '23'],
    ['a code of a guide is not sent in a 997', '997', '005010', 'AK403-I12', 'AK403', undefined],
    ['a code of a guide is sent in a 999', '999', '005010', 'AK403-I12', 'AK403', 'I12'],
    ['a 999 has no element error 11', '999', '005010', 'AK403-11', 'AK403', undefined],
    ['a code of another place is not taken', '997', '004010', 'AK304-7', 'AK403', undefined],
  ])('R09 %s', (_, type, release, acknowledgment, place, expected) => {
    expect(acknowledgmentCode(issue(acknowledgment), place, acknowledgmentForm(type, release))).toBe(expected);
  });

  it.each<[string, '997' | '999', string, string, string]>([
    ['a 997 goes out in the release that was received, suffix included', '997', '004010VICS', '004010', '004010VICS'],
    ['a 997 for 005010 is one of 005010', '997', '005010', '005010', '005010'],
    ['a 997 for a release that is not even a name is one of 004010', '997', 'x?', '004010', '004010'],
    ['a 999 for 005010 echoes its GS08', '999', '005010X222A1', '005010', '005010X222A1'],
    ['a 999 for 004010 is one of 005010, the first that has it', '999', '004010', '005010', '005010'],
  ])('R05 R09 %s', (_, type, received, release, version) => {
    const form = acknowledgmentForm(type, received);
    expect([form.definition.id, form.definition.release, form.version]).toEqual([type, release, version]);
  });

  it('a 999 says in IK3, IK4 and IK5 what a 997 says in AK3, AK4 and AK5, and reads back', () => {
    const faulty = ORDER.map((segment) => segment.replace('*24*', '*2X4*'));
    const order = interchange([faulty], { isa: { 11: '^', 12: '00501' }, gs: { 8: '005010' } });
    const [found] = read(order, { sets: [order850at005010] }).interchanges;
    if (found === undefined) throw new Error('nothing was read');
    const [functional, implementation] = (['997', '999'] as const).map((type) => {
      const answer = acknowledge(found, { ...options, type });
      const written = answer && write(answer);
      if (!written?.ok) throw new Error(JSON.stringify(written));
      const file = read(written.value, { sets: [functional005010, implementationAcknowledgment999] });
      expect(file.sets.map((set) => [set.type, set.status])).toEqual([[type, 'accepted']]);
      return new TextDecoder().decode(written.value).split('~').slice(3, -4);
    });
    expect(functional).toEqual([
      'AK1*PO*1*005010',
      'AK2*850*0001',
      expect.stringMatching(/^AK3\*PO1\*\d\*\*8$/),
      'AK4*2*380*6*2X4',
      'AK5*R*5',
      'AK9*R*1*1*0',
    ]);
    expect(implementation).toEqual(functional?.map((line) => line.replace(/^AK([345])/, 'IK$1')));
  });

  it('R09 a set that is rejected for something without a code says that segments are in error', () => {
    const [group] = received(interchange([ORDER])).groups;
    const [set] = group?.sets ?? [];
    if (group === undefined || set?.definition === undefined) throw new Error('no set was read');
    const rejected = { ...set, status: 'rejected' as const, issues: [issue('AK403-I12')] };
    const document = groupAcknowledgment(
      { ...group, status: 'rejected', sets: [rejected] },
      { element: '*', component: '>', segment: '~' },
      acknowledgmentForm('997', '004010'),
    );
    expect(document.AK2Loop?.[0]?.AK5).toEqual({ setAcknowledgment: 'R', setError: '5' });
  });

  it('law: whatever a purchase order turned into, its acknowledgment can be written and reads back without an issue', () => {
    const sample = interchange([ORDER, ORDER], { isa: { 14: '1' } });
    const start = sample.indexOf('BEG');
    const end = sample.indexOf('GE*');
    const edit = fc.record({
      at: fc.integer({ min: start, max: end - 1 }),
      remove: fc.nat(6),
      insert: fc.string({ unit: fc.constantFrom(...'*~>A9. \u0007é'), maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let text = sample;
        for (const { at, remove, insert } of edits) text = text.slice(0, at) + insert + text.slice(at + remove);
        const outgoing = acknowledge(received(text), options);
        if (outgoing === undefined) return;
        const written = write(outgoing);
        const echoes = written.issues.every(
          ({ severity, path }) => severity === 'warning' && /^AK[12]0[12]$/.test(String(path.at(-1))),
        );
        expect(written.ok && echoes).toBe(true);
        if (!written.ok || written.issues.length > 0) return;
        const file = read(written.value, { sets });
        expect(file.issues).toEqual([]);
        expect(file.sets.every(({ status }) => status === 'accepted')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
