import type { ShipmentStatus } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { Found } from '../port/page.ts';
import type { TrackingKey } from '../port/tracking.ts';
import { decodeTracking } from './decode-tracking.ts';

/** What a carrier has told of a parcel, bought here or elsewhere. */
export async function findTracking(
  client: VendorClient,
  { carrier, trackingNumber }: TrackingKey,
  call: Call = {},
): Promise<Found<ShipmentStatus>> {
  const query = { carrier_code: carrier, tracking_number: trackingNumber };
  const answer = await client.call(
    'read',
    { method: 'GET', path: '/tracking', query, operation: 'tracking.find' },
    call,
  );
  if (!answer.ok) {
    const { failure } = answer;
    const isAbsent = failure.vendor?.status === 404 && failure.vendor.code !== undefined;
    return isAbsent ? { status: 'notFound' } : { status: 'failed', failure };
  }
  const read = decodeTracking(answer.json, { carrier });
  if (read.ok) return read.value === undefined ? { status: 'notFound' } : { status: 'found', value: read.value };
  const text = `the tracking cannot be read: ${read.issues[0]?.message ?? 'it has another shape'}`;
  return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
