import { amazonAnswer } from '../amazon/amazon-answer.ts';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { FindOutcome } from '../port/orders.ts';
import { decodeOrderStatus } from './decode-order-status.ts';
import { oneOrderWire } from './order-wire.ts';

/** By these codes of Amazon a 404 says that there is no such order; without one of them something in between has said it. */
const codes: ReadonlySet<string | undefined> = new Set(['NotFound', 'ResourceNotFound']);

/** An order by Amazon's number, from `getOrder`. */
export async function findOrder(
  client: VendorClient,
  orderId: string,
  { operation, ...call }: Call & { readonly operation: string },
): Promise<FindOutcome> {
  const path = `/orders/2026-01-01/orders/${encodeURIComponent(orderId)}`;
  const query = { includedData: 'FULFILLMENT' };
  const request = { method: 'GET', path, query, operation, lane: 'getOrder' } as const;
  const read = amazonAnswer(client, await client.call('read', request, call), oneOrderWire);
  if (!read.ok) {
    const { vendor } = read.failure;
    if (vendor?.status === 404 && codes.has(vendor.code)) return { status: 'notFound' };
    return { status: 'failed', failure: read.failure };
  }
  const order = decodeOrderStatus(read.value.order);
  if (order.ok && order.value.number === orderId) return { status: 'found', order: order.value };
  const [issue] = order.issues;
  const reason = order.ok ? `it is ${order.value.number}` : `${issue?.path.join('.')} ${issue?.message}`;
  const failure = client.fail('contract-drift', `order ${orderId} cannot be read: ${reason}`, { safeToReplay: true });
  return { status: 'failed', failure };
}
