import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Count } from './count.ts';
import type { RowsOfOrder } from './rows-of-order.ts';

/** Puts what orders are now in the place of what they were, with all that they count for. */
export async function storeOrders(transaction: Transaction<Tables>, orders: readonly RowsOfOrder[]): Promise<void> {
  const ids = orders.map(({ order }) => order.id);
  if (ids.length === 0) return;
  const before = await transaction.selectFrom('orders').select('counted').where('id', 'in', ids).execute();
  const taken = before
    .flatMap(({ counted }) => JSON.parse(counted) as Count[])
    .map((count) => ({ ...count, n: -count.n }));
  for (const table of ['names', 'work', 'deadlines', 'waiting', 'malformed'] as const)
    await transaction.deleteFrom(table).where('order_id', 'in', ids).execute();
  await transaction.deleteFrom('orders').where('id', 'in', ids).execute();
  const rows = orders.map(({ order }) => order);
  await transaction.insertInto('orders').values(rows).execute();
  await insert(
    transaction,
    'names',
    orders.flatMap(({ names }) => names),
  );
  await insert(
    transaction,
    'work',
    orders.flatMap(({ work }) => work),
  );
  await insert(
    transaction,
    'deadlines',
    orders.flatMap(({ deadlines }) => deadlines),
  );
  await insert(
    transaction,
    'waiting',
    orders.flatMap(({ waiting }) => waiting),
  );
  await insert(
    transaction,
    'malformed',
    orders.flatMap(({ malformed }) => malformed),
  );
  await count(transaction, [...taken, ...orders.flatMap(({ counts }) => counts)]);
}

/** A statement takes so many rows: databases bound its parameters. */
const most = 500;

async function insert<Name extends 'names' | 'work' | 'deadlines' | 'waiting' | 'malformed'>(
  transaction: Transaction<Tables>,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += most)
    await transaction
      .insertInto(table)
      .values(rows.slice(at, at + most) as never)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

async function count(transaction: Transaction<Tables>, counts: readonly Count[]): Promise<void> {
  const sums = new Map<string, Count>();
  for (const one of counts) {
    const key = JSON.stringify([one.metric, one.hour, one.a, one.b]);
    sums.set(key, { ...one, n: (sums.get(key)?.n ?? 0) + one.n });
  }
  // In one order, so that two that count the same things wait for each other and never in a circle.
  const changed = [...sums].filter(([, { n }]) => n !== 0).sort(([one], [other]) => (one < other ? -1 : 1));
  for (let at = 0; at < changed.length; at += most)
    await transaction
      .insertInto('counts')
      .values(changed.slice(at, at + most).map(([, one]) => one))
      .onConflict((conflict) =>
        conflict.columns(['metric', 'hour', 'a', 'b']).doUpdateSet({ n: sql<number>`counts.n + excluded.n` }),
      )
      .execute();
}
