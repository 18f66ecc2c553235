import type { OrderEvent } from '@dist/orchestration';
import type { Dispatch, Journal, Runtime } from '@dist/orchestration/runtime';
import type { ErpEvent, Events } from '../port/events.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { erpDirectory } from './erp-directory.ts';

export interface FollowedErp {
  /** Name in the routing table. */
  readonly erp: string;
  readonly events: Events;
  readonly journal: Journal;
  readonly signal?: AbortSignal | undefined;
  /** Told of events that lead to nothing: those of orders that are not ours, and those that cannot be read. */
  readonly onUnmatched?: ((event: ErpEvent) => void) | undefined;
}

export interface Followed {
  /** How many events were read. */
  readonly events: number;
  readonly failure?: ConnectorFailure | undefined;
}

/**
 * Brings what an ERP reports to the orders: each page is committed together with the place to go on from, so that no
 * event is lost or told twice, wherever this ends.
 */
export async function followErp(followed: FollowedErp, runtime: Pick<Runtime, 'dispatch'>): Promise<Followed> {
  const { erp, events, journal, signal } = followed;
  const key = `erp/${erp}/cursor`;
  let cursor = await journal.mark(key);
  let count = 0;
  for await (const page of events.list(cursor, { signal })) {
    if (!page.ok) return { events: count, failure: page.failure };
    const dispatches: Dispatch[] = [];
    for (const event of page.events) dispatches.push(...(await toDispatch(followed, event)));
    const marks = [{ key, expected: cursor, value: page.next }];
    const result = await runtime.dispatch(dispatches, { marks });
    // Another process has read this page: it goes on from there.
    if (result.status === 'conflict') return { events: count };
    cursor = page.next;
    count += page.events.length;
  }
  return { events: count };
}

async function toDispatch({ erp, journal, onUnmatched }: FollowedErp, event: ErpEvent): Promise<Dispatch[]> {
  const owner =
    event.type === 'unreadable' ? undefined : await erpDirectory.find(journal, erp, event.externalReference);
  if (owner === undefined || event.type === 'unreadable') {
    onUnmatched?.(event);
    return [];
  }
  const at = new Date(event.at).toISOString();
  return [{ id: owner.order, events: [toOrderEvent(erp, owner.partId, event, at)] }];
}

function toOrderEvent(
  erp: string,
  partId: string,
  event: Exclude<ErpEvent, { readonly type: 'unreadable' }>,
  at: string,
): OrderEvent {
  const base = { key: `erp/${erp}/${event.cursor}`, at, v: 2 } as const;
  switch (event.type) {
    case 'allocated':
      return { ...base, type: 'line.allocated', partId, lines: event.lines };
    case 'backordered':
      return { ...base, type: 'line.backordered', partId, lines: event.lines };
    case 'shipped':
      return { ...base, type: 'shipment.posted', partId, shipment: event.shipment };
    case 'invoiced':
      return { ...base, type: 'invoice.posted', partId, invoice: event.invoice };
    case 'paid':
      return { ...base, type: 'payment.applied', invoice: event.invoice, amount: event.amount };
  }
}
