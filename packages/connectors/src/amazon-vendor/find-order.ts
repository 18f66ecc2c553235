import { amazonAnswer } from '../amazon/amazon-answer.ts';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { FindOutcome } from '../port/orders.ts';
import { decodeOrderStatus, statusPageWire } from './decode-order-status.ts';

/**
 * A purchase order by its number, from `getPurchaseOrdersStatus`: a list without it says that there is none, which a 404 of
 * whatever stands in between does not.
 */
export async function findOrder(
  client: VendorClient,
  number: string,
  { operation, ...call }: Call & { readonly operation: string },
): Promise<FindOutcome> {
  const path = '/vendor/orders/v1/purchaseOrdersStatus';
  const query = { purchaseOrderNumber: number };
  const request = { method: 'GET', path, query, operation, lane: 'getPurchaseOrdersStatus' } as const;
  const read = amazonAnswer(client, await client.call('read', request, call), statusPageWire);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const [first] = read.value.payload.ordersStatus;
  if (first === undefined) return { status: 'notFound' };
  const order = decodeOrderStatus(first);
  if (order.ok && order.value.number === number) return { status: 'found', order: order.value };
  const reason = order.ok
    ? `it is of ${order.value.number}`
    : `${order.issues[0]?.path.join('.')} ${order.issues[0]?.message}`;
  const failure = client.fail('contract-drift', `the status of ${number} cannot be read: ${reason}`, {
    safeToReplay: true,
  });
  return { status: 'failed', failure };
}
