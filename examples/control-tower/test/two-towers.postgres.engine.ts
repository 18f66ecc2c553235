import { postgresJournal } from '@dist/orchestration/postgres';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, postgresServer } from '../../../packages/orchestration/test/postgres/postgres-server.ts';
import { openTowerDatabase } from '../src/database/open-tower-database.ts';
import { readChanges } from '../src/projection/read-changes.ts';
import { findOrders } from '../src/queries/find-orders.ts';
import { listOrders } from '../src/queries/list-orders.ts';
import { now } from '../src/queries/now.ts';
import { sampleHouse } from './sample-orders.ts';

let server: PostgresServer;
let pool: pg.Pool;

beforeAll(async () => {
  server = await postgresServer();
  pool = new pg.Pool({ ...server.connection, max: 4 });
});

afterAll(async () => {
  await pool.end();
  await server.stop();
});

it('two towers on one PostgreSQL database read the same notes, and count each order once', async () => {
  const journal = await postgresJournal(pool, { schema: 'dist' });
  const { host, user, database } = server.connection;
  const postgres = `postgresql:///${database}?host=${encodeURIComponent(host)}&user=${user}`;
  const towers = await Promise.all([openTowerDatabase({ postgres }), openTowerDatabase({ postgres })]);
  const house = sampleHouse(journal);
  for (let number = 1; number <= 12; number++) {
    await house.order('northfield', `${number}`);
    await Promise.all(towers.map((tower) => readChanges(journal, tower, 3)));
    await house.pass(number % 3 === 0 ? 60 * 26 : 1);
  }
  for (let more = true; more; ) {
    const read = await Promise.all(towers.map((tower) => readChanges(journal, tower, 3)));
    more = read.some((one) => one.orders.length > 0);
  }
  for (const tower of towers) {
    const view = await now(tower, '2026-03-01T00:00:00.000Z', house.now());
    expect(view.phases.reduce((sum, { orders }) => sum + orders, 0)).toBe(12);
    expect((await listOrders(tower, { limit: 500 })).rows).toHaveLength(12);
    expect((await findOrders(tower, 'so-7')).map(({ id }) => id)).toEqual(['northfield/7']);
  }
  await Promise.all(towers.map((tower) => tower.destroy()));
});
