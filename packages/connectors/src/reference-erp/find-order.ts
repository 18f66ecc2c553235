import { validate } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ErpOrderStatus, FindOutcome } from '../port/orders.ts';
import { contractDrift } from './contract-drift.ts';
import { decodeOrder } from './decode-order.ts';
import { ordersWire } from './wire.ts';

/** Looks an order up by our reference. Two orders under one reference are a fault that a person must end. */
export async function findOrder(
  client: VendorClient,
  externalReference: string,
  call: Call = {},
): Promise<FindOutcome> {
  const request = { method: 'GET', path: '/orders', query: { externalReference }, operation: 'orders.find' } as const;
  const answer = await client.call('read', request, call);
  if (!answer.ok) return { status: 'failed', failure: answer.failure };
  const list = validate(ordersWire, answer.json);
  if (!list.ok) return { status: 'failed', failure: contractDrift(client, list.issues, true) };
  const found: ErpOrderStatus[] = [];
  for (const json of list.value.orders) {
    const decoded = decodeOrder(json);
    if (!decoded.ok) return { status: 'failed', failure: contractDrift(client, decoded.issues, true) };
    // A search may answer with more than what was asked for.
    if (decoded.value.order.externalReference === externalReference) found.push(decoded.value.order);
  }
  const [order, second] = found;
  if (second !== undefined) {
    const text = `${found.length} orders have the reference ${externalReference}`;
    return { status: 'failed', failure: client.fail('conflict', text) };
  }
  return order === undefined ? { status: 'notFound' } : { status: 'found', order };
}
