import { postgresJournal } from '@dist/orchestration/postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, postgresServer } from '../../../../orchestration/test/postgres/postgres-server.ts';
import { type Pool, postgresPool } from '../../postgres-pool.ts';
import { batchWorld, billed, numbers, windowEnds } from './batch-world.ts';

let server: PostgresServer;
let pool: Pool;

beforeAll(async () => {
  server = await postgresServer();
  pool = postgresPool(server);
});

afterAll(async () => {
  await pool.end();
  await server.stop();
});

describe('R12 R14 a batch in PostgreSQL', () => {
  it('of 1,000 invoices is two interchanges with each of them once, though three workers are at it', async () => {
    const journal = await postgresJournal(pool, { schema: 'batches' });
    const world = batchWorld({ journal });
    await world.post(numbers(1000));
    const workers = ['a', 'b', 'c'].map((name) =>
      batchWorld({ journal, mailbox: world.mailbox, time: world.time }).worker(name),
    );
    const settle = () =>
      Promise.all(
        workers.map(async (runtime) => {
          while ((await runtime.work({ limit: 50, lanes: ['partner:northfield'] })) > 0);
        }),
      );
    await settle();
    expect(world.mailbox.puts).toEqual([]);
    world.time.now = windowEnds;
    await settle();
    const sets = world.interchanges().map((interchange) => billed(interchange).flat());
    expect(sets.map(({ length }) => length)).toEqual([500, 500]);
    expect(sets.flat().sort()).toEqual([...numbers(1000)].sort());
    const stands = await Promise.all(numbers(1000).map((number) => world.status(number)));
    expect(stands.filter(({ status, attempt }) => status !== 'done' || attempt !== 1)).toEqual([]);
    await journal.close();
  });
});
