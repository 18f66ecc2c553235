import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteHandle, SqliteStatement, SqliteValue } from '@dist/orchestration/sqlite';
import { openDatabase } from '../open-database.ts';
import { schema } from './schema.ts';

/** The durable memory of both counterparties. What a transaction has written survives a crash of process and machine. */
export interface Ledger {
  run(sql: string, ...parameters: SqliteValue[]): void;
  row<Row>(sql: string, ...parameters: SqliteValue[]): Row | undefined;
  rows<Row>(sql: string, ...parameters: SqliteValue[]): Row[];
  /** All of `work` or, when it throws, nothing of it. */
  transaction<T>(work: () => T): T;
  /** The next number of a series, from 1; only within a transaction. */
  next(counter: string): number;
  close(): void;
}

/** Opens `<directory>/ledger.sqlite`. Stock is set when the ledger is new and moves only by orders after that. */
export function openLedger(directory: string, stock: ReadonlyMap<string, string>): Ledger {
  mkdirSync(directory, { recursive: true });
  const handle = openDatabase(join(directory, 'ledger.sqlite'));
  handle.exec('PRAGMA journal_mode = WAL');
  handle.exec('PRAGMA synchronous = FULL');
  handle.exec('PRAGMA busy_timeout = 5000');
  const ledger = ledgerOf(handle);
  ledger.transaction(() => {
    handle.exec(schema);
    for (const [item, onHand] of stock)
      ledger.run('INSERT INTO stock (item, on_hand) VALUES (?, ?) ON CONFLICT DO NOTHING', item, onHand);
  });
  return ledger;
}

function ledgerOf(handle: SqliteHandle & { close(): void }): Ledger {
  const statements = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const statement = statements.get(sql) ?? handle.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const ledger: Ledger = {
    run: (sql, ...parameters) => void prepare(sql).run(...parameters),
    row: <Row>(sql: string, ...parameters: SqliteValue[]) =>
      (prepare(sql).get(...parameters) ?? undefined) as Row | undefined,
    rows: <Row>(sql: string, ...parameters: SqliteValue[]) => prepare(sql).all(...parameters) as Row[],
    transaction: (work) => inTransaction(handle, work),
    next(counter) {
      ledger.run(
        'INSERT INTO counters (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1',
        counter,
      );
      return ledger.row<{ value: number }>('SELECT value FROM counters WHERE name = ?', counter)?.value ?? 0;
    },
    close() {
      statements.clear();
      handle.close();
    },
  };
  return ledger;
}

function inTransaction<T>(handle: SqliteHandle, work: () => T): T {
  handle.exec('BEGIN IMMEDIATE');
  let result: T;
  try {
    result = work();
  } catch (error) {
    handle.exec('ROLLBACK');
    throw error;
  }
  handle.exec('COMMIT');
  return result;
}
