import type { Result } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { PublishOutcome } from '../port/publish.ts';
import type { ConfirmedPackage } from './encode-packages.ts';

/**
 * Confirms the packages of a shipment, one request for each (`confirmShipment`, 204 without a body). A package has its
 * number from the shipment: to confirm it again writes the same over it, so that a lost or half-done one is simply made again.
 */
export async function publishShipment(
  client: VendorClient,
  channelOrderId: string,
  packages: Result<readonly ConfirmedPackage[]>,
  call: Call,
): Promise<PublishOutcome> {
  if (!packages.ok) {
    const [first] = packages.issues;
    const texts = packages.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { status: 'rejected', reason: first?.code ?? 'content', message: `Amazon Seller: ${texts.join('; ')}` };
  }
  const path = `/orders/v0/orders/${encodeURIComponent(channelOrderId)}/shipmentConfirmation`;
  for (const [at, { body }] of packages.value.entries()) {
    const how = { operation: 'shipments.publish', lane: 'confirmShipment', done: [204] } as const;
    const answer = await client.call('write', { method: 'POST', path, body, ...how }, call);
    if (answer.ok) continue;
    const { failure } = answer;
    // After the first package something was done, whatever became of this one.
    if (!failure.safeToReplay || at > 0) return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
    if (failure.class !== 'validation' || failure.vendor?.code === undefined) return { status: 'failed', failure };
    return { status: 'rejected', reason: failure.vendor.code, message: failure.message };
  }
  return { status: 'published', id: packages.value.map(({ packageReferenceId }) => packageReferenceId).join(',') };
}
