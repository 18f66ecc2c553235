import type { Journal } from '@dist/orchestration/runtime';
import { sqliteJournal } from '@dist/orchestration/sqlite';
import { openDatabase } from './open-database.ts';
import { type World, WorldFault } from './world.ts';

/** The journal of a world; closing it closes its file. What lies there and is none is a fault of the world. */
export function openJournal({ directory, journal: path }: World): Journal {
  try {
    const database = openDatabase(path);
    const journal = sqliteJournal(database);
    const close = async () => {
      await journal.close();
      database.close();
    };
    return { ...journal, close };
  } catch (error) {
    const fault = `${path} cannot be used as a journal: ${(error as Error).message.replace(/\.$/, '')}`;
    throw new WorldFault(`${fault}. Empty ${directory} with --fresh, or name another folder with --out.`);
  }
}
