import { jsonNumber } from '../json/json-number.ts';
import { changeOrder } from '../order/change-order.ts';
import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, OrderRevision } from '../port/orders.ts';
import { acumaticaPolicy } from './acumatica-policy.ts';
import { changeRows, type RowChange } from './change-rows.ts';
import { type OrderRead, readSalesOrder } from './read-sales-order.ts';
import type { Tenant } from './tenant.ts';

/**
 * Sets new totals of lines, and reads what became of them: Acumatica answers 200, too, where its own rules have kept the old
 * value (Update a Record, Usage Notes).
 */
export async function changeSalesOrder(
  tenant: Tenant,
  { number, lines }: OrderRevision,
  call: WriteCall,
): Promise<ChangeOutcome> {
  return await changeOrder<Extract<OrderRead, { readonly status: 'found' }>>({
    name: acumaticaPolicy.name,
    number,
    asked: lines,
    keeps: (quantity) => jsonNumber(quantity) !== undefined,
    read: () => readSalesOrder(tenant, number, call),
    write: async ({ rows }, named) => {
      const changes = named.flatMap(({ at, quantity }): RowChange[] => {
        const [row, value] = [rows[at], jsonNumber(quantity)];
        return row === undefined || value === undefined ? [] : [{ id: row.id, OrderQty: { value } }];
      });
      const failure = await changeRows(tenant, number, changes, { ...call, operation: 'orders.change' });
      return failure === undefined ? { done: named.length } : { done: 0, failure };
    },
  });
}
