import { postgresDocuments } from '@dist/connectors/documents';
import { postgresJournal } from '@dist/orchestration/postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, postgresServer } from '../../../orchestration/test/postgres/postgres-server.ts';
import { type Pool, postgresPool } from '../postgres-pool.ts';
import { receivedSamples } from './received-samples.ts';
import { sampleWorld } from './sample-gateway.ts';

let server: PostgresServer;
let pool: Pool;

beforeAll(async () => {
  server = await postgresServer();
  pool = postgresPool(server, 8);
});

afterAll(async () => {
  await pool.end();
  await server.stop();
});

/** Each element of a text, wherever it stands in it, with a NUL inside of it. */
function* withNul(text: string): Generator<string> {
  for (const element of new Set(text.split(/[*~]/).filter((part) => part !== ''))) {
    const spoilt = `${element.slice(0, element.length >> 1)}\0${element.slice(element.length >> 1)}`;
    yield text.replaceAll(/[^*~]+/g, (part) => (part === element ? spoilt : part));
  }
}

it('R01 R02 nothing that a partner writes keeps its file from being taken in: a NUL in any element', async () => {
  const journal = await postgresJournal(pool, { schema: 'received' });
  const world = sampleWorld({ journal, documents: postgresDocuments(pool, { schema: 'kept' }) });
  let number = 0;
  for (const [kind] of receivedSamples('').entries()) {
    const count = [...withNul(new TextDecoder().decode(receivedSamples('000000000')[kind]))].length;
    for (let index = 0; index < count; index++) {
      const bytes = receivedSamples(String(++number).padStart(9, '0'))[kind];
      const text = [...withNul(new TextDecoder().decode(bytes))][index] ?? '';
      await world.gateway.receive({ name: `in/${number}.edi`, bytes: new TextEncoder().encode(text) }, world.runtime);
    }
  }
  await world.settle();
  expect(number).toBeGreaterThan(150);
  const countOf = async (table: string) => (await pool.query({ text: `SELECT count(*)::int AS n FROM ${table}` })).rows;
  expect(await countOf('kept.document')).toEqual(await countOf('received.documents'));
}, 300_000);
