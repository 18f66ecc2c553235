import type { Order } from '@dist/canonical';

/** The shop's own id of the order: a reference where the mapping kept one, the number otherwise. */
export function shopOrderId(order: Order): string {
  return order.references.find((reference) => reference.type === 'shopOrderId')?.value ?? order.number;
}
