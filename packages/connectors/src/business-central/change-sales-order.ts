import { changeOrder } from '../order/change-order.ts';
import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, OrderRevision } from '../port/orders.ts';
import { businessCentralPolicy } from './business-central-policy.ts';
import { changeLine } from './change-line.ts';
import type { Company } from './company.ts';
import { isExactNumber } from './exact-number.ts';
import { readSalesOrder } from './find-sales-order.ts';
import type { KnownSalesOrder } from './known-sales-order.ts';

/** Sets new totals of lines. */
export async function changeSalesOrder(
  company: Company,
  { number, lines }: OrderRevision,
  call: WriteCall,
): Promise<ChangeOutcome> {
  return await changeOrder<KnownSalesOrder>({
    name: businessCentralPolicy.name,
    number,
    asked: lines,
    keeps: isExactNumber,
    read: () => readSalesOrder(company, { by: 'number', value: number }, call),
    write: async ({ items }, [first]) =>
      first === undefined
        ? { done: 0 }
        : await changeLine(company, items[first.at], first.quantity, { ...call, operation: 'orders.change' }),
  });
}
