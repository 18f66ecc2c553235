import { compare } from '@dist/canonical/arithmetic';
import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, OrderRevision } from '../port/orders.ts';
import { changeLines } from './change-lines.ts';
import type { Company } from './company.ts';
import { isExactNumber } from './exact-number.ts';
import { findSalesOrder } from './find-sales-order.ts';

/** Sets new totals of lines. A total in another unit than the line's is rejected: the number would be taken as it is. */
export async function changeSalesOrder(
  company: Company,
  { number, lines }: OrderRevision,
  call: WriteCall,
): Promise<ChangeOutcome> {
  const { client } = company;
  const known = await findSalesOrder(company, { by: 'number', value: number }, call);
  if (known.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${number}`) };
  }
  if (known.status === 'failed') return known;
  if (known.order.phase === 'invoiced') return rejected('invoiced', `order ${number} is invoiced as a whole`);
  for (const { lineId, quantity } of lines) {
    const line = known.order.lines.find((one) => one.lineId === lineId);
    if (line === undefined) return rejected('line-unknown', `order ${number} has no line ${lineId}`);
    const { unit } = line.quantity;
    if (unit !== quantity.unit)
      return rejected('unit', `line ${lineId} is in ${unit}, the change is in ${quantity.unit}`);
    if (!isExactNumber(quantity.value))
      return rejected('quantity', `${quantity.value} has too many digits for a number`);
    const shipped = line.shipped?.value ?? '0';
    if (compare(quantity.value, shipped) < 0) return rejected('shipped', `of line ${lineId} ${shipped} have left`);
  }
  const changes = lines.map(({ lineId, quantity }) => ({ lineId, quantity: quantity.value }));
  const failure = await changeLines(company, number, changes, { ...call, operation: 'orders.change' });
  if (failure !== undefined) {
    if (failure.class === 'validation') return rejected(failure.vendor?.code ?? 'validation', failure.message);
    return {
      status: failure.safeToReplay && failure.class !== 'timeout-unknown' ? 'failed' : 'unknown',
      failure: again(failure),
    };
  }
  const now = await findSalesOrder(company, { by: 'number', value: number }, call);
  if (now.status === 'found') return { status: 'changed', order: now.order };
  const lost =
    now.status === 'failed' ? now.failure : client.fail('timeout-unknown', `order ${number} is not found now`);
  return { status: 'unknown', failure: again(lost) };
}

/** Totals are absolute: whatever became of them, they may be sent again. */
function again<Failure>(failure: Failure): Failure & { readonly safeToReplay: true } {
  return { ...failure, safeToReplay: true };
}

function rejected(reason: string, message: string): ChangeOutcome {
  return { status: 'rejected', reason, message };
}
