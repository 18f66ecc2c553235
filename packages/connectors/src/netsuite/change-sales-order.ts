import type { VendorClient } from '../http/vendor-client.ts';
import { jsonNumber } from '../json/json-number.ts';
import { changeOrder } from '../order/change-order.ts';
import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, OrderRevision } from '../port/orders.ts';
import type { NetsuiteWords } from './decode-sales-order.ts';
import { netsuitePolicy } from './netsuite-policy.ts';
import { patchSalesOrder } from './patch-sales-order.ts';
import { type KnownSalesOrder, readSalesOrder } from './read-sales-order.ts';

/** Sets new totals of lines in one request. */
export async function changeSalesOrder(
  client: VendorClient,
  words: NetsuiteWords,
  { number, lines }: OrderRevision,
  call: WriteCall,
): Promise<ChangeOutcome> {
  const operation = 'orders.change';
  return await changeOrder<KnownSalesOrder>({
    name: netsuitePolicy.name,
    number,
    asked: lines,
    keeps: (quantity) => jsonNumber(quantity) !== undefined,
    read: () => readSalesOrder(client, words, { key: number, operation }, call),
    write: async ({ rows }, named) => {
      const items = named.map(({ at, quantity }) => ({ line: rows[at], quantity: jsonNumber(quantity) }));
      return await patchSalesOrder(client, { number, items }, { ...call, operation });
    },
  });
}
