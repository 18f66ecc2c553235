import { appending, type Fault } from './fault.ts';

/** Faults of records. */
export const recordFaults: readonly Fault[] = [
  [
    'commits what has no conflict',
    (journal) => ({
      append: async (batch) => {
        const result = await journal.append(batch);
        if (result.status === 'conflict') await journal.append({ marks: batch.marks });
        return result;
      },
    }),
    'R01 a conflict of lease commits nothing',
  ],
  [
    'moves a sequence from any value',
    (journal) => ({
      append: async ({ sequences, ...batch }) => {
        const moved = sequences?.map(async (one) => ({ ...one, expected: await journal.sequence(one.name) }));
        return journal.append({ ...batch, sequences: moved && (await Promise.all(moved)) });
      },
    }),
    'R12 a sequence moves',
  ],
  [
    'takes other bytes for a key',
    appending((batch) => ({ ...batch, documents: batch.documents?.map((one) => ({ ...one, hash: 'x' })) })),
    'R12 the same key',
  ],
  [
    'sets a mark from any value',
    (journal) => ({
      append: async ({ marks, ...batch }) => {
        const moved = marks?.map(async (one) => ({ ...one, expected: await journal.mark(one.key) }));
        return journal.append({ ...batch, marks: moved && (await Promise.all(moved)) });
      },
    }),
    'R03 a mark is new once',
  ],
  [
    'lists all documents',
    (journal) => ({ documents: () => journal.documents() }),
    'documents are listed in their order',
  ],
  ['reads a name up to its NUL', renaming((name) => name.split('\0')[0] ?? ''), 'a name with a NUL'],
  ['knows no capital letters', renaming((name) => name.toLowerCase()), 'names of any text'],
  [
    'takes the last of two marks',
    appending((batch) => ({ ...batch, marks: batch.marks?.slice(-1) })),
    'R12 a batch that has one mark twice',
  ],
  [
    'moves a sequence anywhere',
    appending((batch) => ({ ...batch, sequences: batch.sequences?.map((one) => ({ ...one, next: 1 })) })),
    'R12 a sequence that is moved to what is no whole number',
  ],
];

function renaming(change: (name: string) => string): Fault[1] {
  return appending((batch) => ({ ...batch, marks: batch.marks?.map((one) => ({ ...one, key: change(one.key) })) }));
}
