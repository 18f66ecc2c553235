import { compare, isZero, maximum, subtract } from '@dist/canonical/arithmetic';
import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { CancelOutcome, LineQuantity, OrderCancellation } from '../port/orders.ts';
import type { OrderItemWire } from './order-wire.ts';
import { readOrder } from './read-order.ts';

/**
 * Cancels an order: what of it is neither invoiced nor shipped. Commerce does that to whole orders only, and answers `false`
 * where nothing can be cancelled. Cancelling again tells the same.
 */
export async function cancelOrder(
  client: VendorClient,
  { number, lines }: OrderCancellation,
  call: WriteCall,
): Promise<CancelOutcome> {
  const operation = 'orders.cancel';
  if (lines !== undefined && lines.length > 0) return rejected('lines', 'a whole order is cancelled, not lines of it');
  const known = await readOrder(client, { by: 'id', value: number, operation }, call);
  if (known.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${number}`) };
  }
  if (known.status === 'failed') return known;
  const { state, items } = known.value;
  const own = items.filter((item) => !item.parent_item_id);
  if (state === 'canceled') return { status: 'cancelled', number, lines: linesOf(own, (item) => item.qty_canceled) };
  const path = `/orders/${number}/cancel`;
  const answer = await client.call('write', { method: 'POST', path, operation }, call);
  if (!answer.ok) {
    const { failure } = answer;
    if (failure.class === 'validation') return rejected('validation', failure.message);
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  if (answer.json === true) return { status: 'cancelled', number, lines: linesOf(own, openOf) };
  if (answer.json === false) return rejected('not-cancellable', `order ${number} is ${state ?? 'in no state'}`);
  const failure = client.fail('contract-drift', 'neither true nor false came', { safeToReplay: true });
  return { status: 'unknown', failure };
}

function openOf(item: OrderItemWire): string {
  const [shipped, invoiced] = [item.qty_shipped ?? '0', item.qty_invoiced ?? '0'];
  const done = compare(shipped, invoiced) > 0 ? shipped : invoiced;
  return maximum(subtract(subtract(item.qty_ordered, done), item.qty_canceled ?? '0'), '0');
}

function linesOf(
  items: readonly OrderItemWire[],
  quantityOf: (item: OrderItemWire) => string | null | undefined,
): readonly LineQuantity[] {
  return items
    .map((item) => ({ lineId: String(item.item_id), quantity: { value: quantityOf(item) ?? '0', unit: 'C62' } }))
    .filter(({ quantity }) => !isZero(quantity.value));
}

function rejected(reason: string, message: string): CancelOutcome {
  return { status: 'rejected', reason, message: `Adobe Commerce: ${message}` };
}
