import type { RouteDirectory } from '@dist/connectors/router';
import type Database from 'libsql';

/** Which ERP each order went to, in a table. Two processes that remember the same order at the same time get one answer. */
export function sqliteRouteDirectory(database: Database.Database): RouteDirectory {
  database.exec('CREATE TABLE IF NOT EXISTS route (reference TEXT PRIMARY KEY, system TEXT NOT NULL) STRICT');
  const select = database.prepare('SELECT system FROM route WHERE reference = ?');
  const insert = database.prepare('INSERT INTO route VALUES (?, ?) ON CONFLICT (reference) DO NOTHING');
  const find = async (reference: string) => (select.get(reference) as { system: string } | undefined)?.system;
  return {
    find,
    remember: async (reference, system) => {
      insert.run(reference, system);
      return (await find(reference)) ?? system;
    },
  };
}
