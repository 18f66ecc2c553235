/**
 * The synchronous SQLite driver that the journal needs: `libsql`, `better-sqlite3` and `node:sqlite` answer it as they
 * are. Parameters are positional; rows are read by column name.
 */
export interface SqliteHandle {
  exec(sql: string): unknown;
  prepare(sql: string): SqliteStatement;
}

/**
 * A prepared statement; `get` answers undefined or null when there is no row. Parameters are `SqliteValue`s. They are written
 * as `unknown`, since TypeScript 5 reads the statement of `better-sqlite3` as one that takes `{}`: `null` is none, and with it
 * in the type neither would fit the other.
 */
export interface SqliteStatement {
  run(...parameters: unknown[]): unknown;
  get(...parameters: unknown[]): unknown;
  all(...parameters: unknown[]): unknown[];
}

/** What is bound to a parameter. */
export type SqliteValue = string | number | null | Uint8Array;
