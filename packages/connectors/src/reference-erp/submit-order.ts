import type { Order } from '@dist/canonical';
import { idempotencyKey } from '../http/idempotency-key.ts';
import type { VendorClient } from '../http/vendor-client.ts';
import type { SubmitCall, SubmitOutcome } from '../port/orders.ts';
import { contractDrift } from './contract-drift.ts';
import { type DecodedOrder, decodeOrder } from './decode-order.ts';
import { encodeOrder } from './encode-order.ts';

/** Sends the order once and says what became of it. A lost or unreadable answer is `unknown`, never a failure. */
export async function submitOrder(client: VendorClient, order: Order, call: SubmitCall): Promise<SubmitOutcome> {
  const { key, externalReference } = call;
  const encoded = encodeOrder(order, externalReference);
  if (!encoded.ok) {
    const [first] = encoded.issues;
    return { status: 'rejected', reason: first?.code ?? 'encoding', message: first?.message ?? 'it cannot be written' };
  }
  const headers = { 'idempotency-key': idempotencyKey(key) };
  const request = {
    method: 'POST',
    path: '/orders',
    headers,
    body: encoded.value,
    operation: 'orders.submit',
  } as const;
  const answer = await client.call('write', request, call);
  const probe = { externalReference };
  if (!answer.ok) {
    const { failure } = answer;
    if (!failure.safeToReplay) return { status: 'unknown', probe, failure };
    const refused = failure.class === 'validation' && failure.vendor?.status === 422;
    // Only this status speaks of the order's content; any other refusal is a fault of the integration.
    if (!refused) return { status: 'failed', failure };
    return { status: 'rejected', reason: failure.vendor?.code ?? 'validation', message: failure.message };
  }
  const decoded = decodeOrder(answer.json);
  if (!decoded.ok) return { status: 'unknown', probe, failure: contractDrift(client, decoded.issues, false) };
  if (decoded.value.order.externalReference !== externalReference) {
    const failure = client.fail('contract-drift', 'the answer is for another order');
    return { status: 'unknown', probe, failure };
  }
  return outcomeOf(decoded.value);
}

function outcomeOf({ order, repeated }: DecodedOrder): SubmitOutcome {
  if (order.status !== 'rejected') return { status: repeated ? 'duplicate' : 'accepted', order };
  const first = order.lines.find((line) => line.status === 'rejected');
  const message = first?.message ?? 'every line is rejected';
  return { status: 'rejected', reason: first?.reason ?? 'rejected', message, order };
}
