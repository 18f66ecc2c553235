import type { VendorClient } from '../http/vendor-client.ts';
import { jsonNumber } from '../json/json-number.ts';
import { cancelOrder } from '../order/cancel-order.ts';
import type { WriteCall } from '../port/call.ts';
import type { CancelOutcome, OrderCancellation } from '../port/orders.ts';
import type { NetsuiteWords } from './decode-sales-order.ts';
import { netsuitePolicy } from './netsuite-policy.ts';
import { patchSalesOrder } from './patch-sales-order.ts';
import { type KnownSalesOrder, readSalesOrder } from './read-sales-order.ts';

/**
 * Cancels what has not left by closing lines: REST has no operation that cancels an order. Of a line that is cancelled in
 * part the quantity goes down.
 */
export async function cancelSalesOrder(
  client: VendorClient,
  words: NetsuiteWords,
  { number, lines }: OrderCancellation,
  call: WriteCall,
): Promise<CancelOutcome> {
  const operation = 'orders.cancel';
  return await cancelOrder<KnownSalesOrder>({
    name: netsuitePolicy.name,
    number,
    asked: lines,
    keeps: (quantity) => jsonNumber(quantity) !== undefined,
    read: () => readSalesOrder(client, words, { key: number, operation }, call),
    write: async ({ rows }, cancelled) => {
      const items = cancelled.map(({ at, isWhole, left }) =>
        isWhole ? { line: rows[at], isClosed: true as const } : { line: rows[at], quantity: jsonNumber(left) },
      );
      return await patchSalesOrder(client, { number, items }, { ...call, operation });
    },
  });
}
