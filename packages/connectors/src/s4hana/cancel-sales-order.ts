import type { VendorClient } from '../http/vendor-client.ts';
import { cancelOrder } from '../order/cancel-order.ts';
import type { WriteCall } from '../port/call.ts';
import type { CancelOutcome, OrderCancellation } from '../port/orders.ts';
import { changeItem } from './change-item.ts';
import { keepsQuantity } from './keeps-quantity.ts';
import { type OrderWithItems, readWithItems } from './order-client.ts';
import { s4hanaPolicy } from './s4hana-policy.ts';
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
  return await cancelOrder<OrderWithItems>({
    name: s4hanaPolicy.name,
    number,
    asked: lines,
    keeps: keepsQuantity,
    read: () => readWithItems(client, units, number, call),
    write: async ({ items }, [first]) => {
      if (first === undefined) return { done: 0 };
      const fields: Readonly<Record<string, string>> = first.isWhole
        ? { SalesDocumentRjcnReason: reason }
        : { RequestedQuantity: first.left };
      return await changeItem(client, { number, item: items[first.at] }, fields, {
        ...call,
        operation: 'orders.cancel',
      });
    },
  });
}
