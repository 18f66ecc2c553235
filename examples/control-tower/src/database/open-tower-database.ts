import { createRequire } from 'node:module';
import { Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely';
import { makeTables } from './make-tables.ts';
import type { Tables } from './tables.ts';

/** Where the tower keeps its tables: a SQLite file, or a schema `tower` of a PostgreSQL database. */
export type TowerDatabaseSettings = { readonly file: string } | { readonly postgres: string };

export type TowerDatabase = Kysely<Tables>;

const require = createRequire(import.meta.url);

/** Opens the tables, made when they are not there. `destroy()` closes them. */
export async function openTowerDatabase(settings: TowerDatabaseSettings): Promise<TowerDatabase> {
  const database = 'file' in settings ? onSqlite(settings.file) : await onPostgres(settings.postgres);
  await makeTables(database, 'file' in settings ? 'sqlite' : 'postgres');
  return database;
}

function onSqlite(file: string): TowerDatabase {
  const Database = require('libsql') as new (path: string) => SqliteDatabase & { exec(sql: string): void };
  const database = new Database(file);
  // What is lost in a crash is read again from the journal.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000');
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}

async function onPostgres(connectionString: string): Promise<TowerDatabase> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString, max: 8, options: '-c search_path=tower' });
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
