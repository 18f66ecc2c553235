import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { Found } from '../port/page.ts';
import { findOne } from './find-one.ts';
import { type OrderWire, orderWire } from './order-wire.ts';

/**
 * Reads an order by its entity id, or by a reference: `ext_order_id`, or the number that the buyer knows, `increment_id`. It
 * is searched for in both cases: an empty search says that there is none, while a 404 may be anybody's.
 */
export async function readOrder(
  client: VendorClient,
  { by, value, operation }: { readonly by: 'id' | 'reference'; readonly value: string; readonly operation: string },
  call?: Call,
): Promise<Found<OrderWire>> {
  if (by === 'id' && !/^[1-9]\d{0,9}$/.test(value)) return { status: 'notFound' };
  const fields = by === 'id' ? ['entity_id'] : ['ext_order_id', 'increment_id'];
  return findOne(
    client,
    {
      path: '/orders',
      filters: fields.map((field) => ({ field, value, condition: 'eq' })),
      operation,
      row: orderWire,
      what: `orders with the ${by} ${value}`,
      fits: (order) =>
        by === 'id' ? String(order.entity_id) === value : order.ext_order_id === value || order.increment_id === value,
    },
    call,
  );
}
