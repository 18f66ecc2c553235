import { cancelOrder } from '../order/cancel-order.ts';
import type { WriteCall } from '../port/call.ts';
import type { CancelOutcome, OrderCancellation } from '../port/orders.ts';
import { businessCentralPolicy } from './business-central-policy.ts';
import { changeLine } from './change-line.ts';
import type { Company } from './company.ts';
import { isExactNumber } from './exact-number.ts';
import { readSalesOrder } from './find-sales-order.ts';
import type { KnownSalesOrder } from './known-sales-order.ts';

/**
 * Cancels what has not left: the quantity of a line goes down to what has. API v2.0 has no word for a cancelled order and
 * could only delete it; one that is deleted looks as if it had never been, so that it stays, with nothing in it.
 */
export async function cancelSalesOrder(
  company: Company,
  { number, lines }: OrderCancellation,
  call: WriteCall,
): Promise<CancelOutcome> {
  return await cancelOrder<KnownSalesOrder>({
    name: businessCentralPolicy.name,
    number,
    asked: lines,
    keeps: isExactNumber,
    read: () => readSalesOrder(company, { by: 'number', value: number }, call),
    write: async ({ items }, [first]) =>
      first === undefined
        ? { done: 0 }
        : await changeLine(company, items[first.at], first.left, { ...call, operation: 'orders.cancel' }),
  });
}
