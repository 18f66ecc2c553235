import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { functionalAcknowledgment997, purchaseOrderAcknowledgment855 } from '../src/004010.ts';
import type { UnnumberedInterchange } from '../src/envelope/outgoing.ts';
import { outgoingSet } from '../src/outgoing-set.ts';
import { type ControlNumberKey, withControlNumbers } from '../src/with-control-numbers.ts';
import { write } from '../src/write.ts';

const party = (id: string) => ({ qualifier: 'ZZ', id });
const set = { definition: functionalAcknowledgment997, document: { AK1: {} } };
const group = { sender: 'US', receiver: 'THEM', sets: [set] };
const interchange = {
  sender: party('US'),
  receiver: party('THEM'),
  at: new Date('2026-01-15T09:00:00Z'),
  usage: 'T',
} as const;

/** Gives these numbers in turn, and remembers what it was asked for. */
function sequenceOf(...numbers: (string | number)[]) {
  const asked: ControlNumberKey[] = [];
  return {
    asked,
    next: async (key: ControlNumberKey) => {
      asked.push(key);
      return numbers.shift() ?? 'no more';
    },
  };
}

describe('control numbers from a sequence (R12, gotcha 37)', () => {
  it('are asked for by sender, receiver and usage, and by the parties of the group', async () => {
    const sequence = sequenceOf(7, 12);
    const made = await withControlNumbers({ ...interchange, groups: [{ ...group, sets: [set, set] }] }, sequence);
    expect(made.controlNumber).toBe('000000007');
    expect(made.groups.map(({ controlNumber, sets }) => [controlNumber, sets.map((one) => one.controlNumber)])).toEqual(
      [['12', ['0001', '0002']]],
    );
    expect(sequence.asked).toEqual([
      { kind: 'interchange', sender: party('US'), receiver: party('THEM'), usage: 'T' },
      { kind: 'group', sender: 'US', receiver: 'THEM', usage: 'T' },
    ]);
  });

  it.each<[string, UnnumberedInterchange]>([
    ['a qualifier behind its id', { ...interchange, sender: { id: 'US', qualifier: 'ZZ' }, groups: [group] }],
    ['more properties', { ...interchange, sender: Object.assign({ name: 'Example' }, party('US')), groups: [group] }],
    ['blanks as in ISA06', { ...interchange, sender: party('US   '), groups: [{ ...group, sender: 'US  ' }] }],
  ])('have one key, as JSON too, for one party: %s', async (_, outgoing) => {
    const [plain, other] = [sequenceOf(1, 1), sequenceOf(1, 1)];
    await withControlNumbers({ ...interchange, groups: [group] }, plain);
    await withControlNumbers(outgoing, other);
    expect(JSON.stringify(other.asked)).toBe(JSON.stringify(plain.asked));
    expect(Object.keys(other.asked[0] ?? {})).toEqual(['kind', 'sender', 'receiver', 'usage']);
  });

  it.each([
    ['999999999 is the last', 999_999_999, '999999999'],
    ['and followed by 1', 1_000_000_000, '000000001'],
    ['text is a number too', '42', '000000042'],
  ])('%s', async (_, given, expected) => {
    expect((await withControlNumbers({ ...interchange, groups: [] }, sequenceOf(given))).controlNumber).toBe(expected);
  });

  it.each([0, -1, 1.5, Number.NaN, 'A1', ''])('%s is a mistake of the sequence', async (given) => {
    await expect(withControlNumbers({ ...interchange, groups: [] }, sequenceOf(given))).rejects.toThrow(RangeError);
  });

  it('that were given stay, and are not given again', async () => {
    const kept = { ...group, controlNumber: '0005', sets: [{ ...set, controlNumber: '0001' }, set] };
    const made = await withControlNumbers(
      { ...interchange, controlNumber: '000000123', groups: [group, kept, group] },
      sequenceOf(5, 6, 6, 7),
    );
    expect(made.controlNumber).toBe('000000123');
    expect(made.groups.map(({ controlNumber }) => controlNumber)).toEqual(['6', '0005', '7']);
    expect(made.groups[1]?.sets.map(({ controlNumber }) => controlNumber)).toEqual(['0001', '0002']);
  });

  it('that never change are a mistake, too', async () => {
    const next = () => 3;
    await expect(withControlNumbers({ ...interchange, groups: [group, group] }, { next })).rejects.toThrow('are taken');
  });

  it('never repeat in an interchange, whatever the sequences give, and can be written', async () => {
    const document = {
      BAK: {
        transactionSetPurpose: '00',
        acknowledgmentType: 'AD',
        purchaseOrderNumber: 'PO1',
        purchaseOrderDate: '20260114',
      },
    };
    const answer = outgoingSet(purchaseOrderAcknowledgment855, document);
    const receivers = fc.array(fc.constantFrom('THEM', 'OTHERS', 'MORE'), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(receivers, fc.integer({ min: 999_999_990, max: 1_000_000_010 }), async (to, start) => {
        const counts = new Map<string, number>();
        const next = (key: ControlNumberKey): number => {
          const count = (counts.get(JSON.stringify(key)) ?? start) + 1;
          counts.set(JSON.stringify(key), count);
          return count;
        };
        const groups = to.map((receiver) => ({ ...group, receiver, sets: [answer, answer] }));
        const written = write(await withControlNumbers({ ...interchange, groups }, { next }));
        expect(written.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
    );
  });
});
