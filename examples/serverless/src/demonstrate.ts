import { explain } from '@dist/orchestration';
import { type Journal, loadOrder } from '@dist/orchestration/runtime';
import { handleRequest } from './handle-request.ts';
import { madeUpHouse, type Outside } from './made-up-house.ts';
import { performDue } from './perform-due.ts';
import { sampleEvent } from './sample-event.ts';

/** What a demonstration is played on. */
export interface Stage {
  /** Opens the journal; each invocation does it anew and closes it, as a function does that may run anywhere. */
  open(): Promise<Journal>;
  clock(): string;
  print(line: string): void;
}

/** One order, invocation by invocation: posted, posted again, performed, explained. */
export async function demonstrate({ open, clock, print }: Stage): Promise<void> {
  const outside: Outside = { erpOrders: new Map(), mailbox: [] };
  const invoke = async <T>(what: (journal: Journal) => Promise<T>): Promise<T> => {
    const journal = await open();
    try {
      return await what(journal);
    } finally {
      await journal.close();
    }
  };
  const post = (invocation: string) =>
    invoke(async (journal) => {
      const body = JSON.stringify(sampleEvent('4711'));
      const request = new Request('https://orders.example/orders/northfield%2F4711/events', { method: 'POST', body });
      const { status } = await handleRequest(request, madeUpHouse(journal, clock, outside), invocation);
      print(`POST /orders/northfield%2F4711/events  ${status}`);
    });
  await post('request-1');
  await post('request-2');
  const done = await invoke((journal) => {
    const signal = AbortSignal.timeout(10_000);
    return performDue(madeUpHouse(journal, clock, outside), { name: 'schedule-1', signal });
  });
  print(`scheduled: ${done.effects} effects, ${done.timers} timers`);
  print(`the ERP has ${outside.erpOrders.size} order, the partner ${outside.mailbox.join(', ')}`);
  await invoke(async (journal) => {
    const { policy } = madeUpHouse(journal, clock, outside);
    const order = await loadOrder(journal, 'northfield/4711', policy);
    if (order !== undefined && typeof policy !== 'function') print(explain(order.state, policy));
  });
}
