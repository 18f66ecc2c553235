import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { LineIds } from './decode-delivery.ts';
import { lineIdOf } from './line-id-of.ts';
import { odataResults } from './odata-results.ts';
import { odataText } from './odata-text.ts';

const path = '/API_SALES_ORDER_SRV/A_SalesOrderItem';
/** So many orders fit in one address. */
const mostOrders = 30;

const names = z.array(
  z.object({
    SalesOrder: z.string().min(1),
    SalesOrderItem: z.string().min(1),
    UnderlyingPurchaseOrderItem: z.string().nullish(),
  }),
);

/**
 * The buyer's line ids of the items of some orders: deliveries and invoices know SAP's item only. Where an item is not
 * found its own number stands.
 */
export async function lineIdsOf(
  client: VendorClient,
  orders: Iterable<string>,
  { operation, ...call }: Call & { readonly operation: string },
): Promise<
  { readonly ok: true; readonly lineIds: LineIds } | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  const known = new Map<string, string>();
  const all = [...new Set(orders)];
  for (let from = 0; from < all.length; from += mostOrders) {
    const any = all.slice(from, from + mostOrders).map((order) => `SalesOrder eq ${odataText(order)}`);
    const select = 'SalesOrder,SalesOrderItem,UnderlyingPurchaseOrderItem';
    const query = { $filter: any.join(' or '), $select: select, $format: 'json' };
    const answer = await client.call('read', { method: 'GET', path, query, operation }, call);
    const read = odataResults(client, answer);
    if (!read.ok) return read;
    const items = validate(names, read.value);
    if (!items.ok) {
      const text = `the answer cannot be read: ${items.issues[0]?.message ?? 'it has another shape'}`;
      return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
    }
    for (const item of items.value) known.set(keyOf(item.SalesOrder, item.SalesOrderItem), lineIdOf(item));
  }
  return { ok: true, lineIds: (order, item) => known.get(keyOf(order, item)) ?? plain(item) };
}

const keyOf = (order: string, item: string): string => JSON.stringify([plain(order), plain(item)]);

/** `000010` and `10` are one item: services differ in the zeros before a number. */
function plain(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}
