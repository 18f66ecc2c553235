import type { VendorClient, VendorRequest } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { LabelOutcome, LabelRequest } from '../port/labels.ts';
import { decodeLabel } from './decode-label.ts';
import { encodeLabel, labelForm } from './encode-label.ts';
import { findLabel, type LabelledShipment } from './find-label.ts';

const operation = 'labels.create';

/**
 * Buys a label under our reference, and only one: it looks first, and ShipEngine refuses a second shipment of one
 * `external_shipment_id`. A shipment whose label was never bought gets its label now.
 */
export async function createLabel(client: VendorClient, request: LabelRequest, call: WriteCall): Promise<LabelOutcome> {
  const body = encodeLabel(request);
  if (!body.ok) return { status: 'rejected', reason: 'validation', message: `ShipEngine: ${body.message}` };
  const known = await findLabel(client, request.reference, operation, call);
  if (known.status === 'failed') return { status: 'failed', failure: { ...known.failure, safeToReplay: true } };
  if (known.status === 'found') return ofShipment(client, request, known.shipment, call);
  const bought = await buy(client, { method: 'POST', path: '/labels', body: body.value, operation }, call);
  if (bought.status !== 'failed' || bought.failure.class !== 'duplicate') return bought;
  // Somebody made it between our look and our request.
  const other = await findLabel(client, request.reference, operation, call);
  return other.status === 'found' && other.shipment.label !== undefined
    ? { status: 'already', label: other.shipment.label }
    : bought;
}

async function ofShipment(
  client: VendorClient,
  request: LabelRequest,
  { shipmentId, carrier, service, label }: LabelledShipment,
  call: WriteCall,
): Promise<LabelOutcome> {
  const { reference } = request;
  if (label?.status === 'voided') {
    const message = `the label ${label.id} under ${reference} was given back: another label needs another reference`;
    return { status: 'rejected', reason: 'voided', message };
  }
  if (label !== undefined) return { status: 'already', label };
  if (carrier !== request.carrier || service !== request.service) {
    const message = `the shipment ${shipmentId} under ${reference} is for ${carrier} ${service}`;
    return { status: 'rejected', reason: 'identifier_conflict', message };
  }
  const path = `/labels/shipment/${encodeURIComponent(shipmentId)}`;
  return buy(client, { method: 'POST', path, body: labelForm(request), operation }, call);
}

async function buy(client: VendorClient, request: VendorRequest, call: WriteCall): Promise<LabelOutcome> {
  const answer = await client.call('write', request, call);
  if (!answer.ok) return refused(answer.failure);
  const read = decodeLabel(answer.json);
  if (!read.ok) {
    const text = `the label cannot be read: ${read.issues[0]?.message ?? 'it has another shape'}`;
    return { status: 'unknown', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const { status, id } = read.value;
  if (status !== 'failed') return { status: 'made', label: read.value };
  return { status: 'rejected', reason: 'label-failed', message: `the carrier did not make the label ${id}` };
}

function refused(failure: ConnectorFailure): LabelOutcome {
  if (failure.class === 'validation') {
    return { status: 'rejected', reason: failure.vendor?.code ?? 'validation', message: failure.message };
  }
  if (failure.safeToReplay) return { status: 'failed', failure };
  // It looks before it buys: the same again buys no second one.
  return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
}
