import { FulfillmentRequest, validate } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import type { WriteCall } from '../port/call.ts';
import type { FulfillmentOutcome } from '../port/fulfillments.ts';

/**
 * Asks a warehouse: `POST /v1/fulfillment-requests` with the canonical document as it is. 201 is new, 200 was there. A
 * request that is withdrawn is none: `cancel` does that.
 */
export async function requestFulfillment(
  client: VendorClient,
  request: FulfillmentRequest,
  call: WriteCall,
): Promise<FulfillmentOutcome> {
  const valid = validate(FulfillmentRequest, request);
  const fault = valid.ok
    ? request.purpose === 'cancellation'
      ? 'a cancellation is asked for by cancel'
      : undefined
    : (valid.issues[0]?.message ?? 'it is no request');
  if (fault !== undefined) return { status: 'rejected', reason: 'validation', message: fault };
  const headers = { 'idempotency-key': call.key };
  const path = '/fulfillment-requests';
  const operation = 'fulfillments.request';
  const answer = await client.call('write', { method: 'POST', path, headers, body: request, operation }, call);
  if (!answer.ok) {
    const { failure } = answer;
    if (failure.class === 'validation')
      return { status: 'rejected', reason: failure.vendor?.code ?? 'validation', message: failure.message };
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const id = textOf(fieldOf(answer.json, 'id'));
  if (id !== undefined) return { status: answer.status === 200 ? 'duplicate' : 'accepted', id };
  const drift = client.fail('contract-drift', 'the request has no id in the answer', { safeToReplay: true });
  return { status: 'unknown', failure: drift };
}
