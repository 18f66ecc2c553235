import { compare, subtract } from '@dist/canonical/arithmetic';
import type { WriteCall } from '../port/call.ts';
import type { CancelOutcome, LineQuantity, OrderCancellation } from '../port/orders.ts';
import { changeLines, type LineChange } from './change-lines.ts';
import type { Company } from './company.ts';
import { isExactNumber } from './exact-number.ts';
import { findSalesOrder } from './find-sales-order.ts';

/**
 * Cancels what has not left: the quantity of a line goes down to what has. API v2.0 has no word for a cancelled order and
 * could only delete it; one that is deleted looks as if it had never been, so that it stays, with nothing in it.
 */
export async function cancelSalesOrder(
  company: Company,
  { number, lines }: OrderCancellation,
  call: WriteCall,
): Promise<CancelOutcome> {
  const { client } = company;
  const known = await findSalesOrder(company, { by: 'number', value: number }, call);
  if (known.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${number}`) };
  }
  if (known.status === 'failed') return known;
  const cancelled: LineQuantity[] = [];
  const changes: LineChange[] = [];
  for (const { lineId, quantity, shipped } of known.order.lines) {
    const open = subtract(quantity.value, shipped?.value ?? '0');
    const asked = lines === undefined ? open : lines.find((line) => line.lineId === lineId)?.quantity.value;
    if (asked === undefined || compare(open, '0') <= 0) continue;
    const gone = compare(asked, open) >= 0 ? open : asked;
    const rest = subtract(quantity.value, gone);
    if (!isExactNumber(rest)) {
      return { status: 'rejected', reason: 'quantity', message: `${rest} has too many digits for a number` };
    }
    changes.push({ lineId, quantity: rest });
    cancelled.push({ lineId, quantity: { value: gone, unit: quantity.unit } });
  }
  const failure = await changeLines(company, number, changes, { ...call, operation: 'orders.cancel' });
  if (failure === undefined) return { status: 'cancelled', number, lines: cancelled };
  if (failure.class === 'validation') {
    return { status: 'rejected', reason: failure.vendor?.code ?? 'validation', message: failure.message };
  }
  if (failure.safeToReplay && failure.class !== 'timeout-unknown') return { status: 'failed', failure };
  // Of the whole order what was cancelled already is no longer open; a part of a line would go down a second time.
  return { status: 'unknown', failure: { ...failure, safeToReplay: lines === undefined } };
}
