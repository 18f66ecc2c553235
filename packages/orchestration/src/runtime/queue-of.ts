import type { OutboxEffect } from './journal.ts';

/**
 * Name of the queue in which an effect waits for its turn: its order's on a partner lane, so that a partner gets an 855
 * before the 856 and that before the 810. Undefined for all that may go at any time.
 */
export function queueOf({ order, lane }: OutboxEffect): string | undefined {
  return order !== '' && lane.startsWith('partner:') ? JSON.stringify([lane, order]) : undefined;
}
