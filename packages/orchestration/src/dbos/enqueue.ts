import type { OutboxEffect } from '../runtime/journal.ts';
import type { PostgresQueries } from '../runtime/postgres/postgres-pool.ts';
import type { Timer } from '../word/state.ts';
import type { DbosNames } from './dbos-names.ts';
import type { DbosOptions } from './dbos-options.ts';

/** What the workflow that performs takes. A field may be added, none may change its meaning: it waits for weeks. */
export interface PerformInput {
  readonly effect: OutboxEffect;
}

/** What the workflow that wakes an order takes. */
export interface WakeInput {
  readonly order: string;
  readonly timer: Timer;
}

/** Puts an attempt in its queue, once, however often it is put there. */
export async function enqueueEffect(
  { client, applicationVersion }: DbosOptions,
  names: DbosNames,
  transaction: PostgresQueries,
  effect: OutboxEffect,
  wait: number,
): Promise<void> {
  const { key, attempt, lane, priority } = effect;
  const input: PerformInput = { effect };
  const options = {
    workflowName: names.perform,
    workflowID: `${names.perform}/${key}@${attempt}`,
    queueName: names.queueOf(lane),
    appVersion: applicationVersion,
    priority: Math.min(Math.max(0, Math.round(priority)), 2_147_483_647),
    ...delayOf(wait),
  };
  await client.enqueueInTransaction(transaction, options, input);
}

/** Asks to be woken after a wait; `version` of the step tells one asking from another. */
export async function enqueueTimer(
  { client, applicationVersion }: DbosOptions,
  names: DbosNames,
  transaction: PostgresQueries,
  {
    id,
    timer,
    version,
  }: { readonly id: string; readonly timer: Timer & { readonly wait: number }; readonly version: number },
): Promise<void> {
  const { timer: name, due, wait } = timer;
  const input: WakeInput = { order: id, timer: { timer: name, due } };
  const options = {
    workflowName: names.wake,
    workflowID: `${names.wake}/${id}/${name}/${due}/${version}`,
    queueName: names.queue,
    appVersion: applicationVersion,
    priority: 0,
    ...delayOf(wait),
  };
  await client.enqueueInTransaction(transaction, options, input);
}

function delayOf(wait: number): { delaySeconds?: number } {
  return wait > 0 ? { delaySeconds: wait / 1000 } : {};
}
