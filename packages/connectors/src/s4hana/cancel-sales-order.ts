import { compare, subtract } from '@dist/canonical/arithmetic';
import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { CancelOutcome, ErpOrderLine, LineQuantity, OrderCancellation } from '../port/orders.ts';
import { changeItems, type ItemChange } from './change-items.ts';
import { openQuantity } from './open-quantity.ts';
import { readSalesOrder } from './order-client.ts';
import type { UnitTable } from './unit-table.ts';

/**
 * Cancels what has not left. SAP deletes no order that has a delivery; it rejects its items by a reason of the tenant's.
 * Of a line that is cancelled in part the quantity goes down.
 */
export async function cancelSalesOrder(
  { client, units, reason }: { readonly client: VendorClient; readonly units: UnitTable; readonly reason: string },
  { number, lines }: OrderCancellation,
  call: WriteCall,
): Promise<CancelOutcome> {
  const known = await readSalesOrder(client, units, number, call);
  if (known.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${number}`) };
  }
  if (known.status === 'failed') return known;
  const open = known.order.lines.filter((line) => line.status === 'accepted' && compare(openQuantity(line), '0') > 0);
  const parts = lines ?? open.map(({ lineId, quantity }) => ({ lineId, quantity: { ...quantity } }));
  const cancelled: LineQuantity[] = [];
  const changes: ItemChange[] = [];
  for (const { lineId, quantity } of parts) {
    const line = open.find((one) => one.lineId === lineId);
    if (line === undefined) continue;
    const left = openQuantity(line);
    const whole = lines === undefined || compare(quantity.value, left) >= 0;
    changes.push({ lineId, fields: whole ? { SalesDocumentRjcnReason: reason } : lowered(line, quantity.value) });
    cancelled.push({ lineId, quantity: { value: whole ? left : quantity.value, unit: line.quantity.unit } });
  }
  const stopped = await changeItems(client, number, changes, { ...call, operation: 'orders.cancel' });
  if (stopped === undefined) return { status: 'cancelled', number, lines: cancelled };
  const { failure, done } = stopped;
  if (done === 0 && failure.safeToReplay) return { status: 'failed', failure };
  // Of the whole order what was cancelled already is no longer open; a part of a line would go down a second time.
  return { status: 'unknown', failure: { ...failure, safeToReplay: lines === undefined } };
}

function lowered({ quantity }: ErpOrderLine, by: string): Readonly<Record<string, string>> {
  return { RequestedQuantity: subtract(quantity.value, by) };
}
