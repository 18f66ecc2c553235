import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Journal, memoryJournal } from '@dist/orchestration/runtime';
import { sqliteJournal } from '@dist/orchestration/sqlite';
import { durability, type JournalContractOptions, journalContract } from '@dist/orchestration/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { faultyJournals } from './faulty-journals/faulty-journals.ts';
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

  it.each(faultyJournals)('catches a journal that %s', async (_, spoil, name) => {
    const open = () => {
      const journal = memoryJournal();
      return { ...journal, ...spoil(journal) };
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
