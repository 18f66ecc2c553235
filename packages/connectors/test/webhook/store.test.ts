import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { memoryWebhookStore, type WebhookStore, webhookStoreContract } from '@dist/connectors/webhooks';
import { describe, expect, it } from 'vitest';

interface Statement {
  run(values: object): unknown;
  get(values: object): object | undefined;
  all(values: object): readonly object[];
}
interface Database {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
}
const require = createRequire(new URL('../../../../examples/order-to-cash/package.json', import.meta.url));

describe('a store in memory', () => {
  const cases = webhookStoreContract(() => {
    const written: string[] = [];
    let fails = false;
    const store = memoryWebhookStore<string>((work) => {
      if (fails) {
        fails = false;
        throw new Error('refused');
      }
      written.push(work);
    });
    return {
      store,
      written: () => written,
      failNext: () => {
        fails = true;
      },
    };
  });
  for (const { name, run } of cases) it(name, run);
});

describe('a store by the statements of docs/webhooks.md, on SQLite', () => {
  const [claim = '', commit = '', release = ''] = statements();
  const cases = webhookStoreContract(() => {
    const database = open();
    let fails = false;
    database.exec('CREATE TABLE webhook (key TEXT PRIMARY KEY, leased_until INTEGER NOT NULL, done INTEGER NOT NULL)');
    database.exec('CREATE TABLE work (position INTEGER PRIMARY KEY, text TEXT NOT NULL)');
    const store: WebhookStore<string> = {
      async claim(key, { now, until }) {
        if (database.prepare(claim).get({ key, now, until }) !== undefined) return 'claimed';
        const row = database.prepare('SELECT done FROM webhook WHERE key = $key').get({ key });
        return row && 'done' in row && row.done === 1 ? 'done' : 'busy';
      },
      async commit(key, work) {
        database.exec('BEGIN');
        try {
          const row = database.prepare(commit).get({ key });
          // The key is marked by then: it must go back with the work that is refused.
          const text = fails ? null : work;
          fails = false;
          if (row !== undefined) database.prepare('INSERT INTO work (text) VALUES ($text)').run({ text });
          database.exec('COMMIT');
          return row === undefined ? 'done' : 'committed';
        } catch (error) {
          database.exec('ROLLBACK');
          throw error;
        }
      },
      async release(key, { until }) {
        database.prepare(release).run({ key, until });
      },
    };
    return {
      store,
      written: () =>
        database
          .prepare('SELECT text FROM work ORDER BY position')
          .all({})
          .map((row) => ('text' in row ? String(row.text) : '')),
      failNext: () => {
        fails = true;
      },
    };
  });
  for (const { name, run } of cases) it(name, run);
});

describe('the contract', () => {
  type Spoil = (store: WebhookStore<string>) => Partial<WebhookStore<string>>;
  const broken: readonly (readonly [string, Spoil])[] = [
    [
      'that has seen what it only claimed',
      (store) => ({
        async claim(key, lease) {
          const answer = await store.claim(key, lease);
          await store.commit(key, '');
          return answer;
        },
      }),
    ],
    [
      'whose leases never end',
      (store) => ({ claim: (key, { now }) => store.claim(key, { now, until: Number.POSITIVE_INFINITY }) }),
    ],
    [
      'that commits twice',
      (store) => ({
        async commit(key, work) {
          await store.commit(key, work);
          return 'committed';
        },
      }),
    ],
    [
      'that knows nothing of what is done',
      (store) => ({
        async claim(key, lease) {
          await store.claim(key, lease);
          return 'claimed';
        },
      }),
    ],
    ['whose keys are of small letters', (store) => ({ claim: (key, lease) => store.claim(key.toLowerCase(), lease) })],
    [
      'that gives back what another has',
      (store) => {
        let last = 0;
        return {
          claim: (key, lease) => {
            last = lease.until;
            return store.claim(key, lease);
          },
          release: (key) => store.release(key, { until: last }),
        };
      },
    ],
    ['that gives nothing back', () => ({ release: async () => undefined })],
  ];
  it.each(broken)('finds a store %s', async (_, spoil) => {
    const written: string[] = [];
    const cases = webhookStoreContract(() => {
      written.length = 0;
      const store = memoryWebhookStore<string>((work) => void written.push(work));
      return { store: { ...store, ...spoil(store) }, written: () => written };
    });
    const results = await Promise.allSettled(cases.map(async ({ run }) => run()));
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
  });
});

/** The statements of the page, one after another. */
function statements(): string[] {
  const page = readFileSync(join(import.meta.dirname, '../../docs/webhooks.md'), 'utf8');
  const [, sql = ''] = /```sql\n([\s\S]*?)```/.exec(page) ?? [];
  return sql
    .replaceAll(/^--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/** The synchronous SQLite that this Node has: `node:sqlite` from Node 22 on, else the libsql of the examples. */
function open(): Database {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 22) return new (require('libsql') as new (path: string) => Database)(':memory:');
  const { DatabaseSync } = require('node:sqlite') as { DatabaseSync: new (path: string) => Database };
  return new DatabaseSync(':memory:');
}
