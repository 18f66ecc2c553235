import { type DocumentBytes, postgresDocuments, removeDueDocuments } from '@dist/connectors/documents';
import { documentStoreContract } from '@dist/connectors/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, postgresServer } from '../../../orchestration/test/postgres/postgres-server.ts';
import { type Pool, postgresPool } from '../postgres-pool.ts';

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

const sample = {
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
} as const;

describe('documents whose bytes are in an object store, and their records in PostgreSQL', () => {
  const open = () => postgresDocuments(pool, { schema: schemaOf(), bytes: objects() });
  it.each(documentStoreContract(open).map(({ name, run }) => [name, run] as const))('%s', (_, run) => run());

  it('R02 leave nothing behind when they are removed, also by a process that was killed before it had ended', async () => {
    const bytes = objects();
    const schema = schemaOf();
    const document = { ...sample, bytes: Uint8Array.from([1]) };
    const killed = { ...bytes, remove: () => Promise.reject(new Error('killed')) };
    await postgresDocuments(pool, { schema, bytes }).put(document);
    await expect(postgresDocuments(pool, { schema, bytes: killed }).remove('d')).rejects.toThrow('killed');
    const store = postgresDocuments(pool, { schema, bytes });
    // What is being removed is found no more, and no hold comes too late.
    expect(await store.get('d')).toBeUndefined();
    expect(await store.hold('d', { by: 'b', reason: 'r', since: document.at })).toBe(false);
    // Nor is it known, as if its bytes were there.
    await expect(store.put(document)).rejects.toThrow('is being removed');
    expect(await removeDueDocuments(store, '2040-01-01T00:00:00.000Z')).toEqual({ removed: 1, held: 0 });
    expect(bytes.all.size).toBe(0);
    expect(await store.put(document)).toBe('kept');
    await expect(postgresDocuments(pool, { schema, bytes: killed }).remove('d')).rejects.toThrow('killed');
    expect(await store.remove('d')).toBe('removed');
    expect(bytes.all.size).toBe(0);
  });

  it('R02 of one document that comes under two keys at once have the bytes that the key of their record fits', async () => {
    const bytes = objects();
    const schema = schemaOf();
    const store = postgresDocuments(pool, { schema, bytes });
    const slow: DocumentBytes = {
      ...bytes,
      put: async (id, content) => {
        expect(await store.put({ ...sample, keyId: 'k1', bytes: Uint8Array.from([1]) })).toBe('kept');
        await bytes.put(id, content);
      },
    };
    const second = postgresDocuments(pool, { schema, bytes: slow });
    expect(await second.put({ ...sample, keyId: 'k2', bytes: Uint8Array.from([2]) })).toBe('known');
    expect(await store.get('d')).toMatchObject({ keyId: 'k1', bytes: Uint8Array.from([1]) });
    expect(bytes.all.size).toBe(1);
  });

  it('ten processes may begin at the same time', async () => {
    const schema = schemaOf();
    const pages = await Promise.all(Array.from({ length: 10 }, () => postgresDocuments(pool, { schema }).find({})));
    expect(pages.every(({ documents }) => documents.length === 0)).toBe(true);
  });
});
