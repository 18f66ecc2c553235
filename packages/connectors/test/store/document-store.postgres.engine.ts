import { createRequire } from 'node:module';
import { type DocumentBytes, type DocumentQueries, postgresDocuments } from '@dist/connectors/documents';
import { documentStoreContract } from '@dist/connectors/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, postgresServer } from '../../../orchestration/test/postgres/postgres-server.ts';

/** node-postgres, which this package takes from whoever gives it a pool. */
const pg: { readonly Pool: new (options: object) => DocumentQueries & { end(): Promise<void> } } = createRequire(
  new URL('../../../orchestration/package.json', import.meta.url),
)('pg');

let server: PostgresServer;
let pool: InstanceType<typeof pg.Pool>;

beforeAll(async () => {
  server = await postgresServer();
  pool = new pg.Pool({ ...server.connection, max: 16 });
});

afterAll(async () => {
  await pool.end();
  await server.stop();
});

let stores = 0;
const schemaOf = (): string => `s_${++stores}`;

describe('documents in PostgreSQL', () => {
  const open = () => postgresDocuments(pool, { schema: schemaOf() });
  it.each(documentStoreContract(open).map(({ name, run }) => [name, run] as const))('%s', (_, run) => run());
});

/** What an object store is to the table. */
function objects(): DocumentBytes & { readonly all: Map<string, Uint8Array> } {
  const all = new Map<string, Uint8Array>();
  return {
    all,
    put: async (id, bytes) => void all.set(id, bytes.slice()),
    get: async (id) => all.get(id)?.slice(),
    remove: async (id) => void all.delete(id),
  };
}

describe('documents whose bytes are in an object store, and their records in PostgreSQL', () => {
  const open = () => postgresDocuments(pool, { schema: schemaOf(), bytes: objects() });
  it.each(documentStoreContract(open).map(({ name, run }) => [name, run] as const))('%s', (_, run) => run());

  it('R02 leave nothing behind when they are removed, also by a process that was killed before it had ended', async () => {
    const bytes = objects();
    const schema = schemaOf();
    const document = {
      key: 'd',
      direction: 'in',
      partner: 'northfield',
      type: '850',
      name: 'd.edi',
      hash: 'h',
      size: 1,
      controlNumbers: [],
      orders: [],
      at: '2026-11-02T09:00:00.000Z',
      bytes: Uint8Array.from([1]),
    } as const;
    const killed = { ...bytes, remove: () => Promise.reject(new Error('killed')) };
    await postgresDocuments(pool, { schema, bytes }).put(document);
    await expect(postgresDocuments(pool, { schema, bytes: killed }).remove('d')).rejects.toThrow('killed');
    const store = postgresDocuments(pool, { schema, bytes });
    // What is being removed is found no more, and no hold comes too late.
    expect(await store.get('d')).toBeUndefined();
    expect(await store.hold('d', { by: 'b', reason: 'r', since: document.at })).toBe(false);
    expect(await store.remove('d')).toBe('removed');
    expect(bytes.all.size).toBe(0);
  });

  it('ten processes may begin at the same time', async () => {
    const schema = schemaOf();
    const pages = await Promise.all(Array.from({ length: 10 }, () => postgresDocuments(pool, { schema }).find({})));
    expect(pages.every(({ documents }) => documents.length === 0)).toBe(true);
  });
});
