import type { Identifier, Order } from '@dist/canonical';

/** The store that a part of an allocated order is for; undefined of an order that was not allocated. */
export function storeOf(order: Order, partId: string | undefined): Identifier | undefined {
  for (const line of order.lines) {
    const found = line.allocations?.find((allocation) => allocation.location.value === partId);
    if (found !== undefined) return found.location;
  }
  return undefined;
}
