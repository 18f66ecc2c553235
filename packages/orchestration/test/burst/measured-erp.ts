import type { Outcome } from '@dist/orchestration/runtime';
import type { VirtualTime } from './virtual-time.ts';

/** An ERP without idempotency that counts what is done to it: each submit that arrives makes an order. */
export interface MeasuredErp {
  submit(externalReference: string): Promise<'made' | 'unknown'>;
  find(externalReference: string): Promise<'found' | 'notFound' | 'unknown'>;
  /** One page of stock levels. */
  inventory(): Promise<'taken' | 'unknown'>;
  readonly seen: ErpCounts;
}

/** What the ERP saw. */
export interface ErpCounts {
  /** Our reference → orders made for it. */
  readonly orders: Map<string, number>;
  calls: number;
  orderCalls: number;
  inventoryCalls: number;
  timeouts: number;
  atOnce: number;
  mostAtOnce: number;
  /** Most starts in any second, from each start on. */
  mostInOneSecond: number;
  lastStart: number;
}

/** What an unanswered call comes to: it may have happened. */
export const inDoubt: Outcome = {
  failure: { class: 'inDoubt', code: 'timeout', message: 'the ERP did not answer in time' },
};

const timeoutMilliseconds = 4000;

/** Calls take 150 to 350 ms; of a hundred two get no answer, and of these one in two was carried out. */
export function measuredErp(time: VirtualTime, draw: () => number): MeasuredErp {
  const seen: ErpCounts = {
    orders: new Map(),
    calls: 0,
    orderCalls: 0,
    inventoryCalls: 0,
    timeouts: 0,
    atOnce: 0,
    mostAtOnce: 0,
    mostInOneSecond: 0,
    lastStart: 0,
  };
  const recent: number[] = [];
  const call = async (work: () => void): Promise<boolean> => {
    begin(seen, recent, time.now());
    const answers = draw() >= 0.02;
    const arrives = answers || draw() < 0.5;
    const lasts = 150 + Math.floor(draw() * 5) * 50;
    await time.sleep(lasts);
    if (arrives) work();
    if (!answers) await time.sleep(timeoutMilliseconds - lasts);
    if (!answers) seen.timeouts++;
    seen.atOnce--;
    return answers;
  };
  return {
    seen,
    async submit(externalReference) {
      seen.orderCalls++;
      const make = () => seen.orders.set(externalReference, (seen.orders.get(externalReference) ?? 0) + 1);
      return (await call(make)) ? 'made' : 'unknown';
    },
    async find(externalReference) {
      seen.orderCalls++;
      let found = false;
      const answers = await call(() => {
        found = seen.orders.has(externalReference);
      });
      return answers ? (found ? 'found' : 'notFound') : 'unknown';
    },
    async inventory() {
      seen.inventoryCalls++;
      return (await call(() => undefined)) ? 'taken' : 'unknown';
    },
  };
}

function begin(seen: ErpCounts, recent: number[], now: number): void {
  seen.calls++;
  seen.atOnce++;
  seen.lastStart = now;
  seen.mostAtOnce = Math.max(seen.mostAtOnce, seen.atOnce);
  recent.push(now);
  while ((recent[0] ?? now) <= now - 1000) recent.shift();
  seen.mostInOneSecond = Math.max(seen.mostInOneSecond, recent.length);
}
