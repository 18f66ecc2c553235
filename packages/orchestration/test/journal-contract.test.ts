import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Journal, memoryJournal } from '@dist/orchestration/runtime';
import { sqliteJournal } from '@dist/orchestration/sqlite';
import { durability, type JournalContractOptions, journalContract } from '@dist/orchestration/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
const opened: { close(): void }[] = [];

afterAll(() => {
  for (const handle of opened) handle.close();
  rmSync(folder, { recursive: true });
});

function openFile(store: string): Journal {
  const handle = openDatabase(join(folder, `${store.replace(/[^a-z]/g, '-')}.sqlite`));
  opened.push(handle);
  return sqliteJournal(handle);
}

const adapters: readonly (readonly [string, JournalContractOptions])[] = [
  [
    'a journal in memory',
    { open: memoryJournal, except: [{ reason: 'it is gone with its process', tests: durability }] },
  ],
  ['a journal in SQLite', { open: openFile }],
];

describe.each(adapters)('%s', (_, options) => {
  for (const { name, excepted, run } of journalContract(options)) {
    // An exception that is none any more is out of date.
    it(excepted === undefined ? name : `is excepted, since ${excepted}: ${name}`, () =>
      excepted === undefined ? run() : expect(run()).rejects.toThrow('expected'),
    );
  }
});

describe('the contract', () => {
  it('does not know an exception for a test that it does not have', () => {
    const except = [{ reason: 'no reason', tests: ['no test'] }];
    expect(() => journalContract({ open: memoryJournal, except })).toThrow(RangeError);
  });

  it.each<[string, (journal: Journal) => Partial<Journal>, string]>([
    ['forgets versions', () => ({ load: async () => undefined }), 'load gives'],
    [
      'claims before the time',
      (journal) => ({ claim: (request) => journal.claim({ ...request, now: '9' }) }),
      'no effect is claimed before',
    ],
    [
      'gives all lanes',
      (journal) => ({ claim: ({ lanes: _lanes, ...request }) => journal.claim(request) }),
      'a worker gets effects of the lanes',
    ],
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
      'settles without a lease',
      (journal) => ({
        append: async (batch) => {
          const result = await journal.append(batch);
          return result.status === 'conflict' && result.what === 'lease' ? { status: 'appended' } : result;
        },
      }),
      'whoever lost the claim',
    ],
    [
      'knows no queue',
      (journal) => ({
        append: ({ streams = [], ...batch }) => {
          const ofNone = streams.map((one) => ({
            ...one,
            effects: one.effects.map((effect) => ({ ...effect, order: '' })),
          }));
          return journal.append({ ...batch, streams: ofNone });
        },
      }),
      'R23 effects of one order',
    ],
    [
      'gives a new attempt the last place',
      (journal) => ({
        append: async ({ settle, ...batch }) => {
          if (settle !== undefined) await journal.append({ settle });
          return journal.append(batch);
        },
      }),
      'an effect that is tried again',
    ],
    [
      'tells of what waits behind another',
      (journal) => ({ next: async () => (await journal.next()) && '2026' }),
      'an effect whose',
    ],
  ])('catches a journal that %s', async (_, fault, name) => {
    const open = () => {
      const journal = memoryJournal();
      return { ...journal, ...fault(journal) };
    };
    const test = journalContract({ open }).find((candidate) => candidate.name.startsWith(name));
    await expect(test?.run()).rejects.toThrow('expected');
  });
});

describe('a journal in SQLite', () => {
  it('does not open a file of a later version', () => {
    const handle = openDatabase(join(folder, 'later.sqlite'));
    opened.push(handle);
    sqliteJournal(handle);
    handle.exec('UPDATE journal_schema SET version = 99');
    expect(() => sqliteJournal(handle)).toThrow('schema version 99');
  });

  it('is not used after it was closed', async () => {
    const journal = openFile('closed');
    await journal.close();
    await expect(journal.load('a')).rejects.toThrow('closed');
  });

  it('a fault inside a transaction leaves nothing open', async () => {
    const handle = openDatabase(join(folder, 'fault.sqlite'));
    opened.push(handle);
    const journal = sqliteJournal(handle);
    const sequences = [{ name: 'a', expected: 0, next: 1 }];
    handle.exec("CREATE TRIGGER refuse BEFORE INSERT ON marks BEGIN SELECT RAISE(ABORT, 'refused'); END");
    await expect(journal.append({ sequences, marks: [{ key: 'm', expected: undefined, value: 'x' }] })).rejects.toThrow(
      'refused',
    );
    expect(await journal.sequence('a')).toBe(0);
    expect(await journal.append({ sequences })).toEqual({ status: 'appended' });
  });
});
