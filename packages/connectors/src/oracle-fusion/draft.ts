import type { ErpOrderStatus } from '../port/orders.ts';

/**
 * Whether somebody is at work on the order: while a draft revision exists it is what the source's key leads to
 * (Sales Orders for Order Hub, OrderKey), and a change would go into it.
 */
export function isDraft({ status }: ErpOrderStatus): boolean {
  return status === 'DOO_DRAFT';
}

export function draftMessage(number: string): string {
  return `order ${number} has a draft revision, which somebody must submit or delete first`;
}
