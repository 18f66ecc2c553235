import { postgresJournal } from '@dist/orchestration/postgres';
import { journalContract } from '@dist/orchestration/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type PostgresServer, postgresServer } from './postgres-server.ts';

let server: PostgresServer;
let pool: pg.Pool;

beforeAll(async () => {
  server = await postgresServer();
  pool = new pg.Pool({ ...server.connection, max: 16 });
});

afterAll(async () => {
  await pool.end();
  await server.stop();
});

describe('a journal in PostgreSQL', () => {
  const schemaOf = (store: string) => `s_${store.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`.slice(0, 40);
  const open = (store: string) => postgresJournal(pool, { schema: schemaOf(store) });
  it.each(journalContract({ open }).map((test) => [test.name, test] as const))('%s', (_, test) => test.run());
});
