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
  // biome-ignore lint/suspicious/noExplicitAny: the drivers' own types take parameters of any kind, and TypeScript 5 compares them
  run(...parameters: any[]): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  get(...parameters: any[]): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  all(...parameters: any[]): unknown[];
}

/** What is bound to a parameter. */
export type SqliteValue = string | number | null | Uint8Array;
