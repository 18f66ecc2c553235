import { compare, maximum, subtract } from '@dist/canonical/arithmetic';
import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { CancelOutcome, OrderCancellation } from '../port/orders.ts';
import { readOrder } from './read-order.ts';
import { writeOrder } from './write-order.ts';

/**
 * Cancels a whole order by its status (5). An order of which something has left is not cancelled, since the status would
 * deny the shipment; lines are left to `change`. Cancelling again tells the same.
 */
export async function cancelOrder(
  client: VendorClient,
  { number, lines }: OrderCancellation,
  call: WriteCall,
): Promise<CancelOutcome> {
  if (lines !== undefined && lines.length > 0) {
    return rejected('lines', 'a whole order is cancelled; a line is lowered by a change');
  }
  const known = await readOrder(client, { by: 'id', value: number, operation: 'orders.cancel' }, call);
  if (known.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${number}`) };
  }
  if (known.status === 'failed') return known;
  const { order } = known;
  const open = order.lines.map(({ lineId, quantity, shipped }) => ({
    lineId,
    quantity: { value: maximum(subtract(quantity.value, shipped?.value ?? '0'), '0'), unit: quantity.unit },
  }));
  const cancelled = { status: 'cancelled', number, lines: open } as const;
  if (order.phase === 'cancelled') return cancelled;
  if (order.lines.some(({ shipped }) => compare(shipped?.value ?? '0', '0') > 0) || order.phase === 'shipped') {
    return rejected('shipped', `of order ${number} something has left`);
  }
  const failure = await writeOrder(client, { number, body: { status_id: 5 } }, { ...call, operation: 'orders.cancel' });
  if (failure === undefined) return cancelled;
  if (failure.class === 'validation') return rejected('validation', failure.message);
  if (failure.safeToReplay) return { status: 'failed', failure };
  return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
}

function rejected(reason: string, message: string): CancelOutcome {
  return { status: 'rejected', reason, message: `BigCommerce: ${message}` };
}
