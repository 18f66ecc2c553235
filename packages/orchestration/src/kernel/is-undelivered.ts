import type { View } from './view.ts';

/** Whether the transport's receipt says that a document did not arrive, and none says that it did. */
export function isUndelivered({ undelivered, receipts }: View, document: string): boolean {
  return undelivered.has(document) && !receipts.has(document);
}
