/**
 * The synchronous SQLite driver that the journal needs: `libsql`, `better-sqlite3` and `node:sqlite` answer it as they
 * are. Parameters are positional; rows are read by column name.
 */
export interface SqliteHandle {
  exec(sql: string): unknown;
  prepare(sql: string): SqliteStatement;
}

/** A prepared statement; `get` answers undefined or null when there is no row. */
export interface SqliteStatement {
  run(...parameters: SqliteValue[]): unknown;
  get(...parameters: SqliteValue[]): unknown;
  all(...parameters: SqliteValue[]): unknown[];
}

/** What is bound to a parameter. */
export type SqliteValue = string | number | null | Uint8Array;
