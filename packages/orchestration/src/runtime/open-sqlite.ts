import type { SqliteHandle, SqliteStatement, SqliteValue } from './sqlite-handle.ts';
import { sqliteSchema, sqliteSchemaVersion } from './sqlite-schema.ts';

/** A handle made ready: tables there, statements prepared once, transactions that roll back when their function throws. */
export interface Sqlite {
  run(sql: string, ...parameters: SqliteValue[]): void;
  row<Row>(sql: string, ...parameters: SqliteValue[]): Row | undefined;
  rows<Row>(sql: string, ...parameters: SqliteValue[]): Row[];
  /** Rows in pages by `position`, so that a long table is never held whole; the last two parameters are position and limit. */
  pages<Row extends { readonly position: number }>(sql: string, ...parameters: SqliteValue[]): Generator<Row>;
  /** A result with status `conflict` rolls back too. */
  transaction<T>(work: () => T): T;
  close(): void;
}

const pageSize = 500;

export function openSqlite(handle: SqliteHandle): Sqlite {
  handle.exec('PRAGMA journal_mode = WAL');
  handle.exec('PRAGMA synchronous = FULL');
  handle.exec('PRAGMA busy_timeout = 5000');
  const statements = new Map<string, SqliteStatement>();
  let closed = false;
  const prepare = (sql: string): SqliteStatement => {
    if (closed) throw new TypeError('The journal is closed.');
    const known = statements.get(sql) ?? handle.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const sqlite: Sqlite = {
    run: (sql, ...parameters) => void prepare(sql).run(...parameters),
    row: <Row>(sql: string, ...parameters: SqliteValue[]) =>
      (prepare(sql).get(...parameters) ?? undefined) as Row | undefined,
    rows: <Row>(sql: string, ...parameters: SqliteValue[]) => prepare(sql).all(...parameters) as Row[],
    *pages<Row extends { readonly position: number }>(sql: string, ...parameters: SqliteValue[]) {
      for (let after = 0; ; ) {
        const page = sqlite.rows<Row>(sql, ...parameters, after, pageSize);
        yield* page;
        const last = page.at(-1);
        if (last === undefined || page.length < pageSize) return;
        after = last.position;
      }
    },
    transaction: (work) => inTransaction(handle, work),
    close: () => {
      closed = true;
      statements.clear();
    },
  };
  inTransaction(handle, () => migrate(handle, sqlite));
  return sqlite;
}

function inTransaction<T>(handle: SqliteHandle, work: () => T): T {
  handle.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    handle.exec(isConflict(result) ? 'ROLLBACK' : 'COMMIT');
    return result;
  } catch (error) {
    rollBack(handle);
    throw error;
  }
}

/** SQLite may have ended the transaction by itself (a full disk does); the first error is the one to tell. */
function rollBack(handle: SqliteHandle): void {
  try {
    handle.exec('ROLLBACK');
  } catch {
    // Nothing was open.
  }
}

function isConflict(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'status' in result && result.status === 'conflict';
}

function migrate(handle: SqliteHandle, sqlite: Sqlite): void {
  handle.exec(sqliteSchema);
  const known = sqlite.row<{ version: number }>('SELECT version FROM journal_schema');
  if (known === undefined) sqlite.run('INSERT INTO journal_schema (version) VALUES (?)', sqliteSchemaVersion);
  else if (known.version > sqliteSchemaVersion)
    throw new Error(
      `The journal has schema version ${known.version}; this release knows ${sqliteSchemaVersion}. Update @dist/orchestration.`,
    );
}
