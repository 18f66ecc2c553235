import type { VendorClient } from '../http/vendor-client.ts';
import { fieldOf } from '../json/field-of.ts';
import type { WriteCall } from '../port/call.ts';
import type { FulfillmentCancelOutcome } from '../port/fulfillments.ts';

/** What the warehouse has begun is not called back. */
const tooLate: ReadonlySet<string | undefined> = new Set(['picking', 'shipped']);

/** Calls a request back: `POST /v1/fulfillment-requests/{number}/cancellation`. Again it answers the same. */
export async function cancelFulfillment(
  client: VendorClient,
  { number, reason }: { readonly number: string; readonly reason: string },
  call: WriteCall,
): Promise<FulfillmentCancelOutcome> {
  const path = `/fulfillment-requests/${encodeURIComponent(number)}/cancellation`;
  const headers = { 'idempotency-key': call.key };
  const request = { method: 'POST', path, headers, body: { reason }, operation: 'fulfillments.cancel' } as const;
  const answer = await client.call('write', request, call);
  if (answer.ok) {
    if (fieldOf(answer.json, 'status') === 'cancelled') return { status: 'cancelled', number };
    const failure = client.fail('contract-drift', `whether ${number} is cancelled is not told`, { safeToReplay: true });
    return { status: 'unknown', failure };
  }
  const { failure } = answer;
  const code = failure.vendor?.code;
  if (tooLate.has(code) || failure.class === 'validation')
    return { status: 'rejected', reason: code ?? 'validation', message: failure.message };
  if (failure.safeToReplay) return { status: 'failed', failure };
  return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
}
