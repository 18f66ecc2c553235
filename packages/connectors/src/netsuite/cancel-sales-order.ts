import { compare, maximum, subtract } from '@dist/canonical/arithmetic';
import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { CancelOutcome, ErpOrderLine, LineQuantity, OrderCancellation } from '../port/orders.ts';
import type { NetsuiteWords } from './decode-sales-order.ts';
import { type LinePatch, patchSalesOrder } from './patch-sales-order.ts';
import { readSalesOrder } from './read-sales-order.ts';

/**
 * Cancels what has not left by closing lines: REST has no operation that cancels an order. Of a line that is cancelled in
 * part the quantity goes down.
 */
export async function cancelSalesOrder(
  client: VendorClient,
  words: NetsuiteWords,
  { number, lines }: OrderCancellation,
  call: WriteCall,
): Promise<CancelOutcome> {
  const known = await readSalesOrder(client, words, { key: number, operation: 'orders.cancel' }, call);
  if (known.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${number}`) };
  }
  if (known.status === 'failed') return known;
  const open = known.order.lines.filter((line) => line.status === 'accepted' && compare(left(line), '0') > 0);
  const parts = lines ?? open.map((line) => ({ lineId: line.lineId, quantity: line.quantity }));
  const cancelled: LineQuantity[] = [];
  const items: LinePatch[] = [];
  for (const { lineId, quantity } of parts) {
    const line = open.find((one) => one.lineId === lineId);
    const own = known.lineNumbers.get(lineId);
    if (line === undefined || own === undefined) continue;
    const whole = lines === undefined || compare(quantity.value, left(line)) >= 0;
    items.push(
      whole
        ? { line: own, isClosed: true }
        : { line: own, quantity: Number(subtract(line.quantity.value, quantity.value)) },
    );
    cancelled.push({ lineId, quantity: { value: whole ? left(line) : quantity.value, unit: line.quantity.unit } });
  }
  const failure = await patchSalesOrder(client, { number, items }, { ...call, operation: 'orders.cancel' });
  if (failure === undefined) return { status: 'cancelled', number, lines: cancelled };
  if (failure.safeToReplay) return { status: 'failed', failure };
  // A whole line that is closed already is no longer open; a part of one would go down a second time.
  return { status: 'unknown', failure: { ...failure, safeToReplay: lines === undefined } };
}

function left({ quantity, shipped }: ErpOrderLine): string {
  return maximum(subtract(quantity.value, shipped?.value ?? '0'), '0');
}
