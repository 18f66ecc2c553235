import type { LabelRequest } from '../port/labels.ts';
import { type Encoded, encodeParcels } from './encode-parcels.ts';

/** The longest reference that finds its label again, by R19; ShipEngine cuts `external_shipment_id` after 50 signs. */
const longestReference = 35;

/** The body of `POST /v1/labels`: a shipment under our reference, and in which form the label is wanted. */
export function encodeLabel(request: LabelRequest): Encoded {
  const { reference, carrier, service } = request;
  if (!/^[\x21-\x7e]+$/.test(reference) || reference.length > longestReference)
    return { ok: false, message: `a reference has 1 to ${longestReference} signs of ASCII` };
  const parcels = encodeParcels(request);
  if (!parcels.ok) return parcels;
  const shipment = {
    carrier_id: carrier,
    service_code: service,
    external_shipment_id: reference,
    ...parcels.value,
  };
  return { ok: true, value: { shipment, ...labelForm(request) } };
}

/** In which form the label is wanted: the fields that `POST /v1/labels/shipment/{shipment_id}` takes alone. */
export function labelForm({ format = 'pdf', delivery = 'link' }: LabelRequest): object {
  return {
    validate_address: 'no_validation',
    label_format: format,
    label_download_type: delivery === 'inline' ? 'inline' : 'url',
  };
}
