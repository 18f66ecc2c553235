import type { VendorClient } from '../http/vendor-client.ts';
import { changeOrder } from '../order/change-order.ts';
import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, OrderRevision } from '../port/orders.ts';
import { changeItem } from './change-item.ts';
import { keepsQuantity } from './keeps-quantity.ts';
import { type OrderWithItems, readWithItems } from './order-client.ts';
import { s4hanaPolicy } from './s4hana-policy.ts';
import type { UnitTable } from './unit-table.ts';

/** Sets new totals of lines, item by item. */
export async function changeSalesOrder(
  client: VendorClient,
  units: UnitTable,
  { number, lines }: OrderRevision,
  call: WriteCall,
): Promise<ChangeOutcome> {
  return await changeOrder<OrderWithItems>({
    name: s4hanaPolicy.name,
    number,
    asked: lines,
    keeps: keepsQuantity,
    read: () => readWithItems(client, units, number, call),
    write: async ({ items }, [first]) => {
      if (first === undefined) return { done: 0 };
      const fields = { RequestedQuantity: first.quantity };
      return await changeItem(client, { number, item: items[first.at] }, fields, {
        ...call,
        operation: 'orders.change',
      });
    },
  });
}
