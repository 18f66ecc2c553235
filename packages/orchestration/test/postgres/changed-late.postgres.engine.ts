import { postgresJournal } from '@dist/orchestration/postgres';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, postgresServer } from './postgres-server.ts';

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

it('an order whose transaction had its position before others, and ends after them, is not missed by who has read those', async () => {
  const journal = await postgresJournal(pool, { schema: 'late' });
  const note = (order: string) => ({ at: '2026-03-02T08:00:00.000Z', order, type: 'phase', message: 'a step' });
  const append = (id: string) =>
    journal.append({ streams: [{ id, expectedVersion: 0, log: [], timers: [], notes: [note(id)] }] });
  const slow = await pool.connect();
  await slow.query('BEGIN');
  await slow.query(
    `INSERT INTO late.notes (position, order_id, note) SELECT nextval('late.positions') + 1, 'slow', $1::json`,
    [JSON.stringify([note('slow')])],
  );
  await append('quick');
  const first = await journal.changed('', 100);
  expect(first.orders.map(({ id }) => id)).toEqual(['quick']);
  // Longer than any wait of the journal's own: as long as the transaction is open, nothing is taken as settled.
  const still = await asksOn(first.place, 7_000);
  expect(still.found).toEqual(new Set(['quick']));
  await slow.query('COMMIT');
  slow.release();
  const after = await asksOn(still.place, 13_000);
  expect(after.found.has('slow')).toBe(true);

  /** Asks until the time is over, or the slow one has come. */
  async function asksOn(from: string, milliseconds: number): Promise<{ place: string; found: Set<string> }> {
    const found = new Set<string>(['quick']);
    let place = from;
    for (const end = Date.now() + milliseconds; Date.now() < end && !found.has('slow'); ) {
      const changes = await journal.changed(place, 100);
      for (const { id } of changes.orders) found.add(id);
      place = changes.place;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { place, found };
  }
});
