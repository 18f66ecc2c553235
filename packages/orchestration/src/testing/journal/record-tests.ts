import { type ContractTest, expectAppended, expectConflict, expectSame, listOf } from './contract-test.ts';
import { after, claim, delivery, document, keysOf, logged, lookUp, note, stream } from './sample-records.ts';

/** Sequences, documents, marks, and that a batch is one. */
export const recordTests: readonly ContractTest[] = [
  {
    name: 'R12 a sequence moves from the value that was read, and only from it',
    async run(open) {
      const journal = await open('sequences');
      const move = (expected: number, next: number) => ({ sequences: [{ name: 'isa/a/b/P', expected, next }] });
      expectSame('never used', await journal.sequence('isa/a/b/P'), 0);
      expectAppended(await journal.append(move(0, 1)));
      expectConflict(await journal.append(move(0, 1)), 'sequence', 'isa/a/b/P');
      expectAppended(await journal.append(move(1, 999_999_999)));
      expectAppended(await journal.append(move(999_999_999, 1)));
      expectSame('wrapped', await journal.sequence('isa/a/b/P'), 1);
      expectSame('another one', await journal.sequence('isa/a/c/P'), 0);
      await journal.close();
    },
  },
  {
    name: 'R02 a document comes back byte by byte, and is the same when put again',
    async run(open) {
      const journal = await open('documents');
      expectSame('absent', await journal.document('in/1'), undefined);
      const given = document('in/1', 'aaa');
      expectAppended(await journal.append({ documents: [given] }));
      given.bytes.fill(7);
      expectAppended(await journal.append({ documents: [document('in/1', 'aaa', { name: 'again.edi' })] }));
      const found = await journal.document('in/1');
      const plain = { ...document('in/1', 'aaa'), bytes: [...document('in/1', 'aaa').bytes] };
      expectSame('the document', found && { ...found, bytes: [...found.bytes] }, plain);
      await journal.close();
    },
  },
  {
    name: 'R12 the same key with another hash is a conflict, and the first document stands',
    async run(open) {
      const journal = await open('documents apart');
      expectAppended(await journal.append({ documents: [document('out/1', 'aaa')] }));
      expectConflict(await journal.append({ documents: [document('out/1', 'bbb')] }), 'document', 'out/1');
      expectSame('hash', (await journal.document('out/1'))?.hash, 'aaa');
      await journal.close();
    },
  },
  {
    name: 'documents are listed in their order, by direction and partner',
    async run(open) {
      const journal = await open('documents listed');
      const documents = [
        document('3', 'a'),
        document('1', 'b', { direction: 'out' }),
        document('2', 'c', { partner: 'shop' }),
      ];
      await journal.append({ documents });
      const keys = async (filter?: Parameters<typeof journal.documents>[0]) =>
        (await listOf(journal.documents(filter))).map(({ key }) => key);
      expectSame('all', await keys(), ['3', '1', '2']);
      expectSame('in', await keys({ direction: 'in' }), ['3', '2']);
      expectSame('of the shop', await keys({ partner: 'shop' }), ['2']);
      expectSame('out to the shop', await keys({ direction: 'out', partner: 'shop' }), []);
      await journal.close();
    },
  },
  {
    name: 'R03 a mark is new once, and moves only from the value that was read',
    async run(open) {
      const journal = await open('marks');
      const mark = (expected: string | undefined, value: string) => ({ marks: [{ key: 'isa/1', expected, value }] });
      expectSame('absent', await journal.mark('isa/1'), undefined);
      expectConflict(await journal.append(mark('x', 'a')), 'mark', 'isa/1');
      expectAppended(await journal.append(mark(undefined, 'a')));
      expectConflict(await journal.append(mark(undefined, 'a')), 'mark', 'isa/1');
      expectAppended(await journal.append(mark('a', 'b')));
      expectSame('moved', await journal.mark('isa/1'), 'b');
      await journal.close();
    },
  },
  ...batchesTwice().map(([what, key, batch]) => ({
    name: `R12 a batch that has one ${what} twice is a conflict, and nothing of it is committed`,
    async run(open: Parameters<ContractTest['run']>[0]) {
      const journal = await open(`twice: ${what}`);
      expectConflict(await journal.append(batch), what, key);
      expectSame('order', await journal.load('a'), undefined);
      expectSame('sequence', await journal.sequence('isa'), 0);
      expectSame('mark', await journal.mark('isa/1'), undefined);
      expectSame('document', await journal.document('out/1'), undefined);
      await journal.close();
    },
  })),
  {
    name: 'R12 a sequence that is moved to what is no whole number from 0 on is refused with an error',
    async run(open) {
      const journal = await open('sequences of no number');
      for (const next of [Number.NaN, -1, 1.5, 2 ** 53, Number.POSITIVE_INFINITY]) {
        const taken = await journal.append({ sequences: [{ name: 'isa', expected: 0, next }] }).then(
          () => true,
          () => false,
        );
        expectSame(`moved to ${next}`, taken, false);
      }
      expectSame('where it was', await journal.sequence('isa'), 0);
      await journal.close();
    },
  },
  ...conflicts().map(([what, spoiled]) => ({
    name: `R01 a conflict of ${what} commits nothing of the batch`,
    run: (open: Parameters<ContractTest['run']>[0]) => nothingIsCommitted(open, what, spoiled),
  })),
];

type Batch = Parameters<Awaited<ReturnType<Parameters<ContractTest['run']>[0]>>['append']>[0];

function batchesTwice(): readonly (readonly ['version' | 'sequence' | 'mark' | 'document', string, Batch])[] {
  const [mark, move] = [
    { key: 'isa/1', expected: undefined, value: 'x' },
    { name: 'isa', expected: 0, next: 1 },
  ];
  return [
    ['version', 'a', { streams: [stream('a', 0), stream('a', 0)], marks: [mark] }],
    ['sequence', 'isa', { sequences: [move, move], marks: [mark] }],
    ['mark', 'isa/1', { marks: [mark, mark], streams: [stream('a', 0)] }],
    ['document', 'out/1', { documents: [document('out/1', 'aaa'), document('out/1', 'bbb')], marks: [mark] }],
  ];
}

function conflicts(): readonly (readonly [string, Partial<Batch>])[] {
  return [
    ['version', { streams: [stream('new', 0), stream('known', 0)] }],
    ['lease', { settle: [{ key: 'held', lease: 'lost' }] }],
    [
      'sequence',
      {
        sequences: [
          { name: 'fresh', expected: 0, next: 1 },
          { name: 'used', expected: 0, next: 1 },
        ],
      },
    ],
    ['document', { documents: [document('fresh', 'x'), document('stored', 'other')] }],
    [
      'mark',
      {
        marks: [
          { key: 'fresh', expected: undefined, value: 'x' },
          { key: 'set', expected: 'y', value: 'z' },
        ],
      },
    ],
  ];
}

async function nothingIsCommitted(
  open: Parameters<ContractTest['run']>[0],
  what: string,
  spoiled: Partial<Batch>,
): Promise<void> {
  const journal = await open(`all or nothing: ${what}`);
  await journal.append({
    streams: [stream('known', 0)],
    effects: [delivery('held')],
    sequences: [{ name: 'used', expected: 0, next: 5 }],
    documents: [document('stored', 'aaa')],
    marks: [{ key: 'set', expected: undefined, value: 'x' }],
  });
  const [held] = await claim(journal, { lease: 1000 });
  const timers = [{ timer: '855', due: after(1) }];
  const news = { log: [logged('e', lookUp('new'))], notes: [note('new', 'n')], timers };
  const result = await journal.append({
    streams: [stream('new', 0, news)],
    effects: [delivery('fresh')],
    settle: [{ key: 'held', lease: held?.lease ?? '' }],
    sequences: [{ name: 'fresh', expected: 0, next: 1 }],
    documents: [document('fresh', 'x')],
    marks: [{ key: 'fresh', expected: undefined, value: 'x' }],
    ...spoiled,
  });
  expectSame('refused', result.status === 'conflict' && result.what, what);
  expectSame('order', await journal.load('new'), undefined);
  expectSame('orders', await listOf(journal.orders()), ['known']);
  expectSame('version', (await journal.load('known'))?.version, 1);
  expectSame('events', await listOf(journal.events('new')), []);
  expectSame('notes', await listOf(journal.notes()), []);
  expectSame('timers', await journal.due(after(99), 10), []);
  expectSame('outbox', keysOf(await claim(journal, { now: after(99) })), ['held']);
  expectSame('sequence', await journal.sequence('fresh'), 0);
  expectSame('document', await journal.document('fresh'), undefined);
  expectSame('mark', await journal.mark('fresh'), undefined);
  await journal.close();
}
