export { type PostgresJournalOptions, postgresJournal } from './runtime/postgres/postgres-journal.ts';
export type {
  PostgresClient,
  PostgresPool,
  PostgresQueries,
  PostgresStatement,
  PostgresValue,
} from './runtime/postgres/postgres-pool.ts';
