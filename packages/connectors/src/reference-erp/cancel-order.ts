import { validate } from '@dist/canonical';
import { idempotencyKey } from '../http/idempotency-key.ts';
import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { CancelOutcome, OrderCancellation } from '../port/orders.ts';
import { contractDrift } from './contract-drift.ts';
import { cancelledWire } from './wire.ts';

/** Cancels what has not left of a whole order; it knows no part of one. The ERP remembers the key, so that a lost answer may simply be asked for again. */
export async function cancelOrder(
  client: VendorClient,
  { number, reason, lines: asked }: OrderCancellation,
  { key, signal, deadline }: WriteCall,
): Promise<CancelOutcome> {
  if (asked !== undefined && asked.length > 0) {
    return { status: 'rejected', reason: 'lines', message: 'a whole order is cancelled, not lines of it' };
  }
  const path = `/orders/${encodeURIComponent(number)}/cancel`;
  const headers = { 'idempotency-key': idempotencyKey(key) };
  const answer = await client.call(
    'write',
    { method: 'POST', path, headers, body: { reason }, operation: 'orders.cancel' },
    { signal, deadline },
  );
  if (!answer.ok) {
    const { failure } = answer;
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const decoded = validate(cancelledWire, answer.json);
  if (!decoded.ok) return { status: 'unknown', failure: contractDrift(client, decoded.issues, true) };
  const lines = decoded.value.cancelled.map(({ line, quantity, unit }) => ({
    lineId: line,
    quantity: { value: quantity, unit },
  }));
  return { status: 'cancelled', number: decoded.value.number, lines };
}
