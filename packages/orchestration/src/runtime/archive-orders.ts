import type { OrderEvent } from '../word/event.ts';
import type { Note, OrderState } from '../word/state.ts';
import type { Journal } from './journal.ts';
import { loadOrder } from './load-order.ts';
import type { RuntimeOptions } from './runtime-options.ts';

/** One closed order as it goes to the archive. */
export interface ArchivedOrder {
  readonly id: string;
  readonly version: number;
  /** With every effect that was issued, and what became of it. */
  readonly state: OrderState;
  /** All since it was archived before; the whole life of the order the first time. */
  readonly events: readonly OrderEvent[];
  readonly notes: readonly Note[];
}

/** Which orders are archived, and where to. */
export interface ArchiveRequest {
  /** ISO instant: orders that have been closed since then. */
  readonly closedBefore: string;
  /** Most orders in this call; 100 when absent. */
  readonly limit?: number | undefined;
  /** Keeps one order for as long as it must be kept. Called again with the same id and version after a crash. */
  readonly sink: (order: ArchivedOrder) => Promise<void>;
}

/**
 * Gives closed orders to the archive, then drops their logs and notes from the journal. What stays is enough for a late
 * event to find its order and for a duplicate to be known. Answers how many were archived; an order that moved on
 * meanwhile stays whole. Rejects with what the sink rejects with; nothing is dropped before its sink has kept it.
 */
export async function archiveOrders(
  { journal, policy }: Pick<RuntimeOptions, 'journal' | 'policy'>,
  { closedBefore, limit = 100, sink }: ArchiveRequest,
): Promise<number> {
  let count = 0;
  for (const { id, version } of await journal.closed(closedBefore, limit)) {
    const order = await archived(journal, policy, id);
    if (order?.version !== version) continue;
    await sink(order);
    const result = await journal.compact(id, version, order.state);
    if (result.status === 'appended') count++;
  }
  return count;
}

async function archived(
  journal: Journal,
  policy: RuntimeOptions['policy'],
  id: string,
): Promise<ArchivedOrder | undefined> {
  const events: OrderEvent[] = [];
  for await (const event of journal.events(id)) events.push(event);
  const notes: Note[] = [];
  for await (const note of journal.notes(id)) notes.push(note);
  // Last, so that what it has come to is never older than what was read before.
  const order = await loadOrder(journal, id, policy);
  return order && { id, ...order, events, notes };
}
