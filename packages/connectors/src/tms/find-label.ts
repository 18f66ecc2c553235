import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { Label } from '../port/labels.ts';
import { optionalText } from '../wire/optional-text.ts';
import { decodeLabel } from './decode-label.ts';

/** The shipment under our reference, with the label that counts: one that is not voided, where there is one. */
export interface LabelledShipment {
  readonly shipmentId: string;
  readonly carrier: string | undefined;
  readonly service: string | undefined;
  readonly label: Label | undefined;
}

/** What a look under a reference found. */
export type LabelLook =
  | { readonly status: 'found'; readonly shipment: LabelledShipment }
  | { readonly status: 'notFound' }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

const shipmentWire = z.looseObject({
  shipment_id: z.string().min(1),
  carrier_id: optionalText,
  service_code: optionalText,
});

const labelsWire = z.looseObject({ labels: z.array(z.unknown()) });

/** Looks for the shipment under our reference, and for its label. */
export async function findLabel(
  client: VendorClient,
  reference: string,
  operation: string,
  call: Call = {},
): Promise<LabelLook> {
  const path = `/shipments/external_shipment_id/${encodeURIComponent(reference)}`;
  const answer = await client.call('read', { method: 'GET', path, operation }, call);
  if (!answer.ok) {
    const { failure } = answer;
    // Only an error in ShipEngine's own form says that there is none; something in between has no code.
    const isAbsent = failure.vendor?.status === 404 && failure.vendor.code !== undefined;
    return isAbsent ? { status: 'notFound' } : { status: 'failed', failure };
  }
  const found = validate(shipmentWire, answer.json);
  if (!found.ok) return drift(client, 'a shipment', found.issues[0]?.message);
  const { shipment_id: shipmentId, carrier_id: carrier, service_code: service } = found.value;
  const query = { shipment_id: shipmentId, page_size: '25', sort_dir: 'desc' };
  const listed = await client.call('read', { method: 'GET', path: '/labels', query, operation }, call);
  if (!listed.ok) return { status: 'failed', failure: listed.failure };
  const read = validate(labelsWire, listed.json);
  if (!read.ok) return drift(client, 'the labels of a shipment', read.issues[0]?.message);
  const labels: Label[] = [];
  for (const one of read.value.labels) {
    const label = decodeLabel(one);
    if (!label.ok) return drift(client, 'a label', label.issues[0]?.message);
    labels.push(label.value);
  }
  const isOf = ({ status }: Label) => status !== 'voided' && status !== 'failed';
  const label = labels.find(isOf) ?? labels.find(({ status }) => status === 'voided');
  return { status: 'found', shipment: { shipmentId, carrier, service, label } };
}

function drift(client: VendorClient, what: string, message = 'it has another shape'): LabelLook {
  const failure = client.fail('contract-drift', `${what} cannot be read: ${message}`, { safeToReplay: true });
  return { status: 'failed', failure };
}
