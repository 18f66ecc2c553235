import { compare } from '@dist/canonical/arithmetic';
import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, OrderRevision } from '../port/orders.ts';
import type { AdminClient } from './admin-client.ts';
import { editOrder } from './edit-order.ts';
import { readStatus, type StatusContext } from './read-status.ts';

/** New totals of lines, in whole pieces. Where they are the order's already, nothing is written. */
export async function changeOrder(
  admin: AdminClient,
  context: StatusContext & { readonly restock: boolean; readonly notifyCustomer: boolean },
  { number, lines }: OrderRevision,
  call: WriteCall,
): Promise<ChangeOutcome> {
  const known = await readStatus(admin, context, number, call);
  if (known.status === 'notFound')
    return { status: 'failed', failure: admin.fail('not-found', `there is no order ${number}`) };
  if (known.status === 'failed') return known;
  const { order } = known;
  for (const { lineId, quantity } of lines) {
    const line = order.lines.find((one) => one.lineId === lineId);
    if (line === undefined) return rejected('line-unknown', `order ${number} has no line ${lineId}`);
    if (quantity.unit !== line.quantity.unit)
      return rejected('unit', `line ${lineId} is in ${line.quantity.unit}, the change is in ${quantity.unit}`);
    if (!/^\d{1,9}$/.test(quantity.value))
      return rejected('quantity-not-whole', `line ${lineId}: ${quantity.value} pieces`);
    if (compare(quantity.value, line.shipped?.value ?? '0') < 0)
      return rejected('quantity-shipped', `line ${lineId}: ${line.shipped?.value} pieces have left`);
  }
  const changed = lines.filter(({ lineId, quantity }) =>
    order.lines.some((line) => line.lineId === lineId && compare(line.quantity.value, quantity.value) !== 0),
  );
  if (changed.length === 0) return { status: 'changed', order };
  const { restock, notifyCustomer } = context;
  return await editOrder(admin, context, { id: order.number, lines: changed, restock, notifyCustomer }, call);
}

function rejected(reason: string, message: string): ChangeOutcome {
  return { status: 'rejected', reason, message: `Shopify: ${message}` };
}
