import { type PostgresClient, type PostgresPool, postgresJournal } from '@dist/orchestration/postgres';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, postgresServer } from './postgres-server.ts';

let server: PostgresServer;
let pools: pg.Pool[];

beforeAll(async () => {
  server = await postgresServer();
  pools = [1, 2].map(() => new pg.Pool({ ...server.connection, max: 2 }));
});

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await server.stop();
});

it('a connection that breaks between two statements is work that was not done, and the process goes on', async () => {
  const [pool, other] = pools;
  if (pool === undefined || other === undefined) throw new TypeError('two pools');
  const breaking: PostgresPool = {
    query: (statement) => pool.query(statement),
    connect: async () => {
      const client = await pool.connect();
      return {
        query: async (statement) => {
          const result = await client.query(statement);
          if (!statement.text.startsWith('BEGIN')) return result;
          const isGone = new Promise<void>((resolve) => client.once('end', resolve));
          await other.query('SELECT pg_terminate_backend($1)', ['processID' in client ? client.processID : undefined]);
          await isGone;
          return result;
        },
        release: (error) => client.release(error),
        on: client.on.bind(client),
        off: client.off.bind(client),
      } as PostgresClient;
    },
  };
  await expect(postgresJournal(breaking, { schema: 'broken' })).rejects.toThrow('not queryable');
  const journal = await postgresJournal(pool, { schema: 'broken' });
  expect(await journal.append({ streams: [{ id: 'a', expectedVersion: 0, log: [], timers: [], notes: [] }] })).toEqual({
    status: 'appended',
  });
});
