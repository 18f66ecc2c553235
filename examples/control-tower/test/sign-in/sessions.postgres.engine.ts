import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type PostgresServer,
  postgresServer,
} from '../../../../packages/orchestration/test/postgres/postgres-server.ts';
import { openTowerDatabase } from '../../src/database/open-tower-database.ts';
import type { User } from '../../src/server/user.ts';
import { createSessions } from '../../src/sign-in/sessions.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await postgresServer();
});

afterAll(() => server.stop());

it('of two towers on one PostgreSQL database, each knows who signed in at the other, and hears of the end', async () => {
  const { host, user: login, database } = server.connection;
  const postgres = `postgresql:///${database}?host=${encodeURIComponent(host)}&user=${login}`;
  const databases = await Promise.all([openTowerDatabase({ postgres }), openTowerDatabase({ postgres })]);
  let minutes = 0;
  const clock = () => new Date(Date.parse('2026-03-02T08:00:00.000Z') + minutes * 60_000).toISOString();
  const [one, other] = databases.map((tower) => createSessions(tower, clock));
  if (one === undefined || other === undefined) throw new Error('no sessions');
  const user: User = { id: 'login.example#ada', name: 'Ada', role: 'operator' };
  const id = await one.begin(user, 'an ID token');
  const found = await other.find(id, false);
  expect(found).toMatchObject({ user, endsAt: '2026-03-02T16:00:00.000Z' });
  minutes = 29;
  await one.find(id, true);
  minutes = 50;
  await other.sweep();
  expect(found?.ended?.aborted).toBe(false);
  expect(await one.end(id)).toBe('an ID token');
  await other.sweep();
  expect(found?.ended?.aborted).toBe(true);
  expect(await other.find(id, true)).toBeUndefined();
  const idle = await one.begin(user, 'another');
  minutes = 81;
  await other.sweep();
  expect(await one.end(idle), 'swept by the other one').toBeUndefined();
  await Promise.all(databases.map((tower) => tower.destroy()));
});
