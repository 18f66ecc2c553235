export type { SqliteHandle, SqliteStatement, SqliteValue } from './runtime/sqlite-handle.ts';
export { sqliteJournal } from './runtime/sqlite-journal.ts';
