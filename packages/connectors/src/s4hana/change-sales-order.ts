import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, OrderRevision } from '../port/orders.ts';
import { changeItems } from './change-items.ts';
import { readSalesOrder } from './order-client.ts';
import type { UnitTable } from './unit-table.ts';

/** Sets new totals of lines. A total in another unit than the line's is rejected: SAP would take the number as it is. */
export async function changeSalesOrder(
  client: VendorClient,
  units: UnitTable,
  { number, lines }: OrderRevision,
  call: WriteCall,
): Promise<ChangeOutcome> {
  const known = await readSalesOrder(client, units, number, call);
  if (known.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${number}`) };
  }
  if (known.status === 'failed') return known;
  for (const { lineId, quantity } of lines) {
    const line = known.order.lines.find((one) => one.lineId === lineId);
    if (line === undefined) return rejected('line-unknown', `order ${number} has no line ${lineId}`);
    if (line.quantity.unit === quantity.unit) continue;
    return rejected('unit', `line ${lineId} is in ${line.quantity.unit}, the change is in ${quantity.unit}`);
  }
  const changes = lines.map(({ lineId, quantity }) => ({ lineId, fields: { RequestedQuantity: quantity.value } }));
  const stopped = await changeItems(client, number, changes, { ...call, operation: 'orders.change' });
  if (stopped !== undefined) {
    const { failure, done } = stopped;
    // Lines before it have their new totals: nobody may take that for a refusal of all.
    if (done > 0) return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
    if (failure.class === 'validation') return rejected(failure.vendor?.code ?? 'validation', failure.message);
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const after = await readSalesOrder(client, units, number, call);
  if (after.status === 'found') return { status: 'changed', order: after.order };
  const unread = after.status === 'failed' ? after.failure : client.fail('contract-drift', `order ${number} is gone`);
  return { status: 'unknown', failure: { ...unread, safeToReplay: true } };
}

function rejected(reason: string, message: string): ChangeOutcome {
  return { status: 'rejected', reason, message: `SAP S/4HANA: ${message}` };
}
