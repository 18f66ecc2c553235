import type { OrderEvent } from '@dist/orchestration';
import type { Source } from '../capture-order.ts';

/** What every event of a received document carries. */
export function eventBase({
  key,
  receivedAt,
}: Pick<Source, 'key' | 'receivedAt'>): Pick<OrderEvent, 'key' | 'at' | 'v'> {
  return { key, at: receivedAt, v: 2 };
}
