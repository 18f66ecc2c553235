import type { OrderState } from '../../word/state.ts';
import type { AppendResult } from '../journal.ts';
import type { Memory } from './memory.ts';

/** Leaves id, version and snapshot of an order. */
export function compact(memory: Memory, id: string, expectedVersion: number, snapshot: OrderState): AppendResult {
  const order = memory.orders.get(id);
  if (order === undefined || order.version !== expectedVersion) return { status: 'conflict', what: 'version', key: id };
  memory.orders.set(id, { ...order, snapshot, snapshotAt: 0, log: [], compactedVersion: expectedVersion });
  const kept = memory.notes.filter(({ note }) => note.order !== id);
  memory.notes.splice(0, memory.notes.length, ...kept);
  return { status: 'appended' };
}
