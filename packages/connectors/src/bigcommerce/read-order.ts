import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { ErpOrderStatus } from '../port/orders.ts';
import { decodeOrderStatus } from './decode-order-status.ts';
import { orderWire, type ProductWire, productWire } from './order-wire.ts';
import { v2Page, v2Rows } from './v2-rows.ts';

/** An order with its products, or that there is none. */
export type ReadOrder =
  | { readonly status: 'found'; readonly order: ErpOrderStatus; readonly products: readonly ProductWire[] }
  | { readonly status: 'notFound' }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/**
 * Reads an order by its id or by the reference in `external_order_id`, in both cases by a filter of the list: an empty list
 * says that there is none, while a 404 may be anybody's.
 */
export async function readOrder(
  client: VendorClient,
  { by, value, operation }: { readonly by: 'id' | 'reference'; readonly value: string; readonly operation: string },
  call?: Call,
): Promise<ReadOrder> {
  if (by === 'id' && !/^[1-9]\d{0,14}$/.test(value)) return { status: 'notFound' };
  const filter = by === 'id' ? { min_id: value, max_id: value } : { external_order_id: value };
  const query = { ...filter, limit: '2' };
  const found = await v2Page(client, { path: '/orders', query, operation, row: orderWire }, call);
  if (!found.ok) return { status: 'failed', failure: found.failure };
  const [order, second] = found.rows;
  if (order === undefined) return { status: 'notFound' };
  const isAnother = by === 'id' ? String(order.id) !== value : order.external_order_id !== value;
  if (isAnother) return drift(client, `asked for the order of ${by} ${value}, another one came`);
  if (second !== undefined) {
    return { status: 'failed', failure: client.fail('conflict', `two orders have the ${by} ${value}`) };
  }
  const path = `/orders/${order.id}/products`;
  const products = await v2Rows(client, { path, operation, row: productWire }, call);
  if (!products.ok) return { status: 'failed', failure: products.failure };
  const decoded = decodeOrderStatus({ ...order, products: products.rows });
  return decoded.ok
    ? { status: 'found', order: decoded.value, products: products.rows }
    : drift(client, decoded.issues[0]?.message ?? 'it has another shape');
}

function drift(client: VendorClient, text: string): ReadOrder {
  const failure = client.fail('contract-drift', `the answer cannot be read: ${text}`, { safeToReplay: true });
  return { status: 'failed', failure };
}
