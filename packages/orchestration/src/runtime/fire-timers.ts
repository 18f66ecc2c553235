import { eventVersion, type OrderEvent } from '../word/event.ts';
import { dispatch } from './dispatch.ts';
import type { Running } from './running.ts';

/** Brings the timers that are due to their orders; answers how many. */
export async function fireTimers(running: Running, limit: number): Promise<number> {
  if (!running.inHand.isOpen()) return 0;
  const now = running.clock();
  const due = await running.journal.due(now, limit);
  const byOrder = new Map<string, OrderEvent[]>();
  for (const { id, timer, due: at } of due) {
    const event: OrderEvent = { type: 'timer.fired', timer, key: `timer/${timer}/${at}`, at: now, v: eventVersion };
    byOrder.set(id, [...(byOrder.get(id) ?? []), event]);
  }
  const ended = await Promise.allSettled([...byOrder].map(([id, events]) => dispatch(running, [{ id, events }], {})));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  return due.length;
}
