import type { Journal } from '@dist/orchestration/runtime';
import { sqliteJournal } from '@dist/orchestration/sqlite';
import Database from 'libsql';

/** The journal in a file; closing it closes the file. Functions on many machines take `@dist/orchestration/postgres`. */
export function openJournal(path: string): Journal {
  const database = new Database(path);
  const journal = sqliteJournal(database);
  const close = async () => {
    await journal.close();
    database.close();
  };
  return { ...journal, close };
}
