import { isWholeText } from '../../word/is-whole-text.ts';
import type { SqliteHandle, SqliteStatement, SqliteValue } from '../sqlite-handle.ts';
import { groupCommit } from './group-commit.ts';
import { migrate } from './migrate.ts';

/** A handle made ready: tables there, statements prepared once, writes that share transactions. */
export interface Sqlite {
  run(sql: string, ...parameters: SqliteValue[]): void;
  /** Inserts one row and answers its rowid. */
  insert(sql: string, ...parameters: SqliteValue[]): number;
  row<Row>(sql: string, ...parameters: SqliteValue[]): Row | undefined;
  rows<Row>(sql: string, ...parameters: SqliteValue[]): Row[];
  /** Rows in pages by `position`, so that a long table is never held whole; the last two parameters are position and limit. */
  pages<Row extends { readonly position: number }>(sql: string, ...parameters: SqliteValue[]): Generator<Row>;
  /** Does the work in the next transaction and answers after its commit. It may be done twice, and must only write here. */
  write<T>(work: () => T): Promise<T>;
  /** Commits what waits, and is not used any more. */
  close(): void;
}

const pageSize = 500;

export function openSqlite(handle: SqliteHandle): Sqlite {
  handle.exec('PRAGMA journal_mode = WAL');
  handle.exec('PRAGMA synchronous = FULL');
  handle.exec('PRAGMA busy_timeout = 5000');
  const statements = new Map<string, SqliteStatement>();
  const { write, flush } = groupCommit(handle);
  let closed = false;
  const prepare = (sql: string): SqliteStatement => {
    if (closed) throw new TypeError('The journal is closed.');
    const known = statements.get(sql) ?? handle.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const sqlite: Sqlite = {
    write,
    run: (sql, ...parameters) => void prepare(sql).run(...whole(parameters)),
    insert: (sql, ...parameters) => rowidOf(prepare(sql).run(...whole(parameters))),
    row: <Row>(sql: string, ...parameters: SqliteValue[]) =>
      (prepare(sql).get(...whole(parameters)) ?? undefined) as Row | undefined,
    rows: <Row>(sql: string, ...parameters: SqliteValue[]) => prepare(sql).all(...whole(parameters)) as Row[],
    *pages<Row extends { readonly position: number }>(sql: string, ...parameters: SqliteValue[]) {
      for (let after = 0; ; ) {
        const page = sqlite.rows<Row>(sql, ...parameters, after, pageSize);
        yield* page;
        const last = page.at(-1);
        if (last === undefined || page.length < pageSize) return;
        after = last.position;
      }
    },
    close: () => {
      flush();
      closed = true;
      statements.clear();
    },
  };
  atOnce(handle, () => migrate(handle, sqlite));
  return sqlite;
}

/**
 * What is bound, when all of it comes back as it is. Drivers read a text up to its NUL, and write half of a surrogate pair
 * as another character: such a name would then be another's. JSON has both of them escaped.
 */
function whole(parameters: readonly SqliteValue[]): readonly SqliteValue[] {
  for (const value of parameters) {
    if (typeof value !== 'string' || isWholeText(value)) continue;
    throw new RangeError(
      `SQLite cannot keep the name ${shown(value)}: it has a NUL or half of a surrogate pair. Take it out before it comes to the journal`,
    );
  }
  return parameters;
}

function shown(name: string): string {
  const text = JSON.stringify(name);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** Drivers answer the rowid as a number, or as a bigint when they are told to. */
function rowidOf(result: unknown): number {
  if (typeof result === 'object' && result !== null && 'lastInsertRowid' in result)
    return Number(result.lastInsertRowid);
  throw new TypeError('The driver does not answer the rowid of what it has inserted.');
}

function atOnce(handle: SqliteHandle, work: () => void): void {
  handle.exec('BEGIN IMMEDIATE');
  try {
    work();
    handle.exec('COMMIT');
  } catch (error) {
    handle.exec('ROLLBACK');
    throw error;
  }
}
