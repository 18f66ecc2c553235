import { afterAll, beforeAll, describe } from 'vitest';
import { type PostgresServer, postgresServer } from '../postgres/postgres-server.ts';
import { builtWorker } from './built-worker.ts';
import { crashSeries } from './crash-series.ts';
import type { CrashStore } from './worker-settings.ts';

const entry = await builtWorker('crash-postgres');
let server: PostgresServer;

beforeAll(async () => {
  server = await postgresServer();
});

afterAll(() => server.stop());

describe('R01 R12 R19 three workers on a journal in PostgreSQL, they and the server killed at any moment', () => {
  const store = (seed: number): CrashStore => ({
    kind: 'postgres',
    ...server.connection,
    schema: `round_${seed < 0 ? 'blind' : seed}`,
  });
  let last = Promise.resolve();
  const killServer = (): Promise<void> => {
    last = last.then(() => server.kill()).then(() => server.start());
    return last;
  };
  crashSeries({ entry, store, workers: 3, killServer, rounds: 20, atOnce: 1 });
});
