import { eventVersion, type OrderEvent } from '../word/event.ts';
import { countOf } from './count-of.ts';
import { dispatch } from './dispatch.ts';
import { endedAll } from './ended-all.ts';
import { OrderFault } from './order-fault.ts';
import type { Running } from './running.ts';

/** Milliseconds that the timers of an order that cannot be moved are left alone. */
const pause = 60_000;

/** Timers that one order has due at once, as far as they are made room for. */
const most = 20;

/** Brings the timers that are due to their orders; answers how many. */
export async function fireTimers(running: Running, limit: number): Promise<number> {
  const { inHand, journal, standing } = running;
  countOf('limit', limit);
  if (!inHand.isOpen()) return 0;
  const now = running.clock();
  for (const [id, until] of standing) if (until <= Date.parse(now)) standing.delete(id);
  // Those of orders that stand still are first, since they are the oldest: they must not keep the others away.
  const due = (await journal.due(now, limit + most * standing.size)).filter(({ id }) => !standing.has(id));
  const byOrder = new Map<string, OrderEvent[]>();
  for (const { id, timer, due: at } of due.slice(0, limit)) {
    const event: OrderEvent = { type: 'timer.fired', timer, key: `timer/${timer}/${at}`, at: now, v: eventVersion };
    byOrder.set(id, [...(byOrder.get(id) ?? []), event]);
  }
  const ended = await Promise.allSettled([...byOrder].map(([id, events]) => dispatch(running, [{ id, events }], {})));
  for (const end of ended)
    if (end.status === 'rejected' && end.reason instanceof OrderFault)
      standing.set(end.reason.order, Date.parse(now) + pause);
  endedAll(running, ended);
  return Math.min(due.length, limit);
}
