import type { OrderEvent } from '@dist/orchestration';
import type { Host } from '../../../src/host/host.ts';
import { idOf } from '../../../src/testing/host/host-world.ts';
import { sampleOrder } from '../../../src/testing/host/sample-order.ts';
import { readLedger } from './ledger-world.ts';
import { realTime } from './real-time.ts';

/** What a round of killing needs. */
export interface CrashRounds {
  readonly name: string;
  readonly host: Host;
  readonly ledger: string;
  readonly rounds: number;
  /** Milliseconds in which an order is done, about: the kill comes somewhere in them. */
  readonly within: number;
  readonly ordersPerRound: number;
  /** Orders that the ledger has from before. */
  readonly already?: number | undefined;
  /** Before the orders of a round. */
  readonly begin?: (() => Promise<void>) | undefined;
  /** Kills something and starts it again. */
  killAndStart(round: number): Promise<void>;
}

/** What a round has to be true of: told in numbers. */
export interface CrashFindings {
  readonly orders: number;
  readonly lookUps: number;
  /** Documents that arrived more than once: what is idempotent may. */
  readonly twice: number;
  readonly recovery: readonly number[];
}

/**
 * Rounds of orders, each round with something killed in the middle of it. In the end every order has its 855, and the
 * ERP, which knows no idempotency, has each of them once. Throws an Error that says which has not.
 */
export async function crashRounds(options: CrashRounds): Promise<CrashFindings> {
  const { name, host, ledger, rounds, ordersPerRound, already = 0 } = options;
  const before = readLedger(ledger);
  const recovery: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    await options.begin?.();
    const numbers = Array.from({ length: ordersPerRound }, (_, index) => `${name}-${round}-${index}`);
    const told = Promise.all(numbers.map((number) => tell(host, number)));
    // Earlier in one round, later in the next.
    await realTime.pause((options.within * ((round * 7) % 10)) / 10 + 20);
    await options.killAndStart(round);
    const killed = Date.now();
    await told;
    for (const number of numbers) {
      await realTime.until(`855 of ${number}`, () => isAnswered(host, number), 90);
    }
    recovery.push(Date.now() - killed);
  }
  const { orders, documents, lookUps } = readLedger(ledger);
  const all = already + rounds * ordersPerRound;
  const wrong = [...orders].filter(([, times]) => times !== 1).map(([order, times]) => `${order} ${times} times`);
  if (wrong.length > 0 || orders.size !== all) throw new Error(`${orders.size} of ${all} orders; ${wrong.join(', ')}`);
  const twice = timesTwo(documents) - timesTwo(before.documents);
  return { orders: all - already, lookUps: lookUps - before.lookUps, twice, recovery };
}

function timesTwo(documents: ReadonlyMap<string, number>): number {
  return [...documents.values()].filter((times) => times > 1).length;
}

/** A sender that comes again until it is heard. */
async function tell(host: Host, number: string): Promise<void> {
  const event = captureOf(number, realTime.clock());
  await realTime.until(
    `${number} is heard`,
    () =>
      host.dispatch(idOf(number), [event]).then(
        () => true,
        () => false,
      ),
    120,
  );
}

export function captureOf(number: string, at: string): OrderEvent {
  const order = sampleOrder(number);
  return { type: 'order.captured', partner: 'northfield', order, receivedAt: at, key: 'capture', at, v: 2 };
}

export async function isAnswered(host: Host, number: string): Promise<boolean> {
  const id = idOf(number);
  const state = await host.read(id).catch(() => undefined);
  return state?.effects[`${id}/855`]?.status === 'done';
}
