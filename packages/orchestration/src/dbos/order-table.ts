import type { Told } from '../host/advance.ts';
import { type HostedOrder, newHostedOrder } from '../host/hosted-order.ts';
import { prepare } from '../host/prepare.ts';
import { inTransaction } from '../runtime/postgres/in-transaction.ts';
import type { PostgresPool, PostgresQueries } from '../runtime/postgres/postgres-pool.ts';
import type { DbosNames } from './dbos-names.ts';
import type { DbosOptions } from './dbos-options.ts';
import { enqueueEffect, enqueueTimer } from './enqueue.ts';

/** Makes the table of orders, where there is none. */
export async function createOrderTable(pool: PostgresPool, { table }: DbosNames): Promise<void> {
  await inTransaction(pool, async (client) => {
    // Two processes that start together would both make it.
    await client.query({ text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', values: [table] });
    await client.query({
      text: `CREATE TABLE IF NOT EXISTS ${table} (id text PRIMARY KEY, version bigint NOT NULL, hosted text NOT NULL)`,
    });
  });
}

/** The order as it is committed. */
export async function readOrder(queries: PostgresQueries, { table }: DbosNames, id: string): Promise<HostedOrder> {
  return hostedIn(await queries.query({ text: `SELECT hosted FROM ${table} WHERE id = $1`, values: [id] }), id);
}

/**
 * One step of an order, alone: its row is locked, and what is stored, what is put in a queue and what is armed commit
 * together. Notes are told after that.
 */
export async function stepOrder(
  options: DbosOptions,
  names: DbosNames,
  id: string,
  toldOf: (before: HostedOrder) => Told | undefined,
): Promise<number> {
  const { version, tell } = await inTransaction(options.pool, async (client) => {
    const before = await lockOrder(client, names, id);
    const told = toldOf(before);
    if (told === undefined) return { version: before.version, tell: () => undefined };
    const made = prepare(options, before, told);
    const { hosted, send, arm } = made.prepared;
    if (hosted !== undefined) await store(client, names, id, hosted);
    for (const { effect, wait } of send) await enqueueEffect(options, names, client, effect, wait);
    for (const timer of arm) await enqueueTimer(options, names, client, { id, timer, version: made.prepared.version });
    return { version: made.prepared.version, tell: made.tell };
  });
  tell();
  return version;
}

/** A row for each order, also for one that is new: two first events wait for one another like any two. */
async function lockOrder(client: PostgresQueries, { table }: DbosNames, id: string): Promise<HostedOrder> {
  const locked = { text: `SELECT hosted FROM ${table} WHERE id = $1 FOR UPDATE`, values: [id] };
  const found = await client.query(locked);
  if (found.rows.length > 0) return hostedIn(found, id);
  await client.query({
    text: `INSERT INTO ${table} (id, version, hosted) VALUES ($1, 0, '') ON CONFLICT DO NOTHING`,
    values: [id],
  });
  return hostedIn(await client.query(locked), id);
}

function hostedIn({ rows }: { readonly rows: readonly unknown[] }, id: string): HostedOrder {
  const [row] = rows as readonly { readonly hosted: string }[];
  return row === undefined || row.hosted === '' ? newHostedOrder(id) : (JSON.parse(row.hosted) as HostedOrder);
}

async function store(client: PostgresQueries, { table }: DbosNames, id: string, hosted: HostedOrder): Promise<void> {
  await client.query({
    text: `UPDATE ${table} SET version = $2, hosted = $3 WHERE id = $1`,
    values: [id, hosted.version, JSON.stringify(hosted)],
  });
}
