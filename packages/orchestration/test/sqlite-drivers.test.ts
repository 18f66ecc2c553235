import type { SqliteHandle, SqliteStatement } from '@dist/orchestration/sqlite';
import { describe, expectTypeOf, it } from 'vitest';

/** A statement as the types of `better-sqlite3` 9.6 tell it, as far as the journal calls it. */
interface BetterStatement<Parameters extends unknown[]> {
  run(...parameters: Parameters): { changes: number; lastInsertRowid: number | bigint };
  get(...parameters: Parameters): unknown;
  all(...parameters: Parameters): unknown[];
}

/** What TypeScript 5 makes of its generic `prepare`; 6 and 7 take the second only. */
interface BetterDatabase {
  exec(sql: string): this;
  prepare(sql: string): BetterStatement<[NonNullable<unknown>]> | BetterStatement<unknown[]>;
}

type NodeValue = null | number | bigint | string | NodeJS.ArrayBufferView;

/** The database of `node:sqlite`, by the types of Node 24. */
interface NodeDatabase {
  exec(sql: string): void;
  prepare(sql: string): {
    run(...parameters: NodeValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
    get(...parameters: NodeValue[]): Record<string, unknown> | undefined;
    all(...parameters: NodeValue[]): Record<string, unknown>[];
  };
}

describe('the journal of SQLite takes, by their types,', () => {
  it('better-sqlite3, as TypeScript 5 reads it', () => {
    expectTypeOf<BetterDatabase>().toExtend<SqliteHandle>();
  });

  it('node:sqlite', () => {
    expectTypeOf<NodeDatabase>().toExtend<SqliteHandle>();
  });

  it('no statement without rows', () => {
    expectTypeOf<Omit<BetterStatement<unknown[]>, 'all'>>().not.toExtend<SqliteStatement>();
  });
});
