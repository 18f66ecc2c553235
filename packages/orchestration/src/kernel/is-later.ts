import type { OrderEvent } from '../word/event.ts';

/** Of two acts of a person on the same thing the later one counts, whichever arrives first. */
export function isLater(a: Pick<OrderEvent, 'at' | 'key'>, b: Pick<OrderEvent, 'at' | 'key'>): boolean {
  return a.at > b.at || (a.at === b.at && a.key > b.key);
}
