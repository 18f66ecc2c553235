import { checkedTimeout } from '../host/checked-timeout.ts';
import { fire } from '../host/fire.ts';
import type { Host } from '../host/host.ts';
import { type Performed, performEffect } from '../host/perform-effect.ts';
import { policyFrom } from '../host/policy-from.ts';
import { waitUntil } from '../host/prepare.ts';
import { isDue } from '../order/is-due.ts';
import { checkedEvents } from '../runtime/checked-events.ts';
import type { DeliveryEffect, OutboxEffect } from '../runtime/journal.ts';
import { inTransaction } from '../runtime/postgres/in-transaction.ts';
import { type DbosNames, dbosNames } from './dbos-names.ts';
import type { DbosOptions } from './dbos-options.ts';
import type { DbosSdk } from './dbos-sdk.ts';
import { enqueueEffect, type PerformInput, type WakeInput } from './enqueue.ts';
import { createOrderTable, readOrder, stepOrder } from './order-table.ts';

/** Orders in PostgreSQL, and DBOS to move them. */
export interface DbosHost extends Host {
  /** Makes the table and the queues. Once in each process, after `DBOS.launch()`, before anything else. */
  start(): Promise<void>;
}

/**
 * A host on DBOS and PostgreSQL. Made before `DBOS.launch()`, because it registers its workflows: one short workflow for
 * each attempt of an effect, one for each timer. An order is a row of a table; no workflow lasts as long as it.
 *
 * @param dbos the class `DBOS` of `@dbos-inc/dbos-sdk`
 * @throws RangeError for a name that cannot be one, or when a lost answer would be looked up too early.
 */
export function dbosHost(dbos: DbosSdk, options: DbosOptions): DbosHost {
  checkedTimeout(options);
  const names = dbosNames(options);
  register(dbos, options, names);
  return {
    start: () => start(dbos, options, names),
    async dispatch(orderId, told) {
      const events = checkedEvents(orderId, told);
      return { version: await stepOrder(options, names, orderId, () => ({ events })) };
    },
    async read(orderId) {
      const { state, version } = await readOrder(options.pool, names, orderId);
      return version === 0 ? undefined : state;
    },
    deliver: (deliveries) => deliver(options, names, deliveries),
  };
}

async function start(dbos: DbosSdk, options: DbosOptions, names: DbosNames): Promise<void> {
  const { applicationVersion, pool, queue, lanes = {} } = options;
  if (dbos.applicationVersion !== applicationVersion)
    throw new TypeError(
      `DBOS runs as version ${dbos.applicationVersion}: give DBOS.setConfig the applicationVersion ${applicationVersion}`,
    );
  await createOrderTable(pool, names);
  const queues = [[names.queue, queue ?? {}] as const, ...Object.entries(lanes).map(laneQueue)];
  for (const [name, limits] of queues) {
    const all = { workerConcurrency: 16, minPollingIntervalMs: 100, ...limits };
    await dbos.registerQueue(name, { ...all, onConflict: 'always_update' });
  }

  function laneQueue<Limits>([lane, limits]: readonly [string, Limits]): readonly [string, Limits] {
    return [names.queueOf(lane), limits];
  }
}

/** A step of ours rejects only when the database does: it is tried until that is back, whatever the order's policy. */
const untilItGoes = { retriesAllowed: true, maxAttempts: 1_000_000_000, intervalSeconds: 1, backoffRate: 1 };
/** A worker that dies again and again is no fault of the order either. */
const maxRecoveryAttempts = 1_000_000_000;

function register(dbos: DbosSdk, options: DbosOptions, names: DbosNames): void {
  const perform = async ({ effect }: PerformInput) => {
    const performed = await dbos.runStep(() => performWanted(options, names, effect), {
      name: 'perform',
      ...untilItGoes,
    });
    await dbos.runStep(() => tell(options, names, effect, performed), { name: 'tell', ...untilItGoes });
  };
  const wake = async ({ order, timer }: WakeInput) => {
    // Early: DBOS's clock is ahead of ours. The step fails and is tried again a second later.
    await dbos.runStep(() => wakeOrder(options, names, order, timer), { name: 'wake', ...untilItGoes });
  };
  dbos.registerWorkflow(perform, { name: names.perform, maxRecoveryAttempts });
  dbos.registerWorkflow(wake, { name: names.wake, maxRecoveryAttempts });
}

/** An order's deliveries are in no ledger: they are always wanted. */
async function performWanted(options: DbosOptions, names: DbosNames, effect: OutboxEffect): Promise<Performed> {
  const { key, attempt, order, body } = effect;
  const { state } = await readOrder(options.pool, names, order);
  const wanted = body.type === 'document.deliver' || isDue(state, effect);
  if (!wanted) return { key, attempt, events: [], deliveries: [] };
  return performEffect(options, effect, policyFrom(options, state.policy));
}

/** What belongs to no order is tried again here; everything else is the order's to know. */
async function tell(
  options: DbosOptions,
  names: DbosNames,
  { order }: OutboxEffect,
  { key, attempt, events, deliveries, tell: other }: Performed,
): Promise<void> {
  if (order === '') return deliver(options, names, deliveries);
  if (other !== undefined) await stepOrder(options, names, other.order, () => ({ events: other.events }));
  await stepOrder(options, names, order, () => ({ events, deliveries, ended: { key, attempt } }));
}

async function deliver(options: DbosOptions, names: DbosNames, deliveries: readonly DeliveryEffect[]): Promise<void> {
  if (deliveries.length === 0) return;
  const now = options.clock();
  await inTransaction(options.pool, async (client) => {
    for (const effect of deliveries) {
      await enqueueEffect(options, names, client, effect, waitUntil(effect.notBefore, now));
    }
  });
}

async function wakeOrder(
  options: DbosOptions,
  names: DbosNames,
  order: string,
  timer: WakeInput['timer'],
): Promise<void> {
  await stepOrder(options, names, order, (before) => {
    const fired = fire(before, timer, options.clock());
    if (fired.status === 'early') throw new Error(`${timer.timer} is due in ${fired.wait} ms`);
    return fired.status === 'due' ? { events: [fired.event] } : undefined;
  });
}
