import type { Fake } from '../../testing/fake.ts';
import { seError } from './se-error.ts';
import { type FakeLabel, type FakeShipment, type TmsState, tmsState } from './tms-state.ts';

/**
 * ShipEngine in memory, as far as `tms` speaks to it, by its OpenAPI and documentation: one `external_shipment_id` for each
 * shipment, labels that are bought once for a shipment, a void that says no with status 200. Services of the carrier
 * `se-100` are `usps_priority_mail` and `ups_ground`; a postal code `00000` is refused.
 */
export function fakeTms({ apiKey = 'TEST_key' }: { readonly apiKey?: string } = {}): Fake & {
  readonly state: TmsState;
} {
  const state = tmsState();
  return {
    state,
    orders: () => state.labels.length,
    made: (capability) => (capability === 'labels.create' ? state.labels.length : undefined),
    handle: async (request) => {
      if (request.headers.get('api-key') !== apiKey)
        return seError(
          401,
          'security',
          'unauthorized',
          'The API key is invalid. Please see https://www.shipengine.com/docs/auth',
        );
      return answer(state, request);
    },
  };
}

async function answer(state: TmsState, request: Request): Promise<Response> {
  const { method, url } = request;
  const { pathname, searchParams } = new URL(url);
  const path = `${method} ${decodeURIComponent(pathname)}`;
  const [, external] = /^GET \/v1\/shipments\/external_shipment_id\/(.+)$/.exec(path) ?? [];
  if (external !== undefined) return shipmentBy(state, external);
  const [, voided] = /^PUT \/v1\/labels\/([^/]+)\/void$/.exec(path) ?? [];
  if (voided !== undefined) return voidOf(state, voided);
  const [, shipmentId] = /^POST \/v1\/labels\/shipment\/([^/]+)$/.exec(path) ?? [];
  if (shipmentId !== undefined) return ofShipment(state, shipmentId, JSON.parse(await request.text()));
  switch (path) {
    case 'GET /v1/carriers':
      return Response.json({
        carriers: state.carriers,
        request_id: 'c0ffee00-0000-4000-8000-000000000000',
        errors: [],
      });
    case 'GET /v1/labels':
      return labelPage(state, searchParams);
    case 'POST /v1/labels':
      return ofDetails(state, JSON.parse(await request.text()));
    case 'POST /v1/rates':
      return rates(state, JSON.parse(await request.text()));
    case 'GET /v1/tracking':
      return tracking(state, searchParams);
    default:
      return seError(404, 'validation', 'unspecified', 'The specified resource does not exist.');
  }
}

function shipmentBy(state: TmsState, external: string): Response {
  const found = state.shipments.find((one) => one.external_shipment_id === external);
  return found === undefined
    ? seError(404, 'validation', 'invalid_identifier', `No shipment has the external_shipment_id ${external}.`)
    : Response.json(found);
}

function labelPage(state: TmsState, query: URLSearchParams): Response {
  const size = Number(query.get('page_size') ?? 25);
  const page = Number(query.get('page') ?? 1);
  const found = state.labels.filter((label) => label.shipment_id === query.get('shipment_id')).reverse();
  return Response.json({
    labels: found.slice((page - 1) * size, page * size),
    total: found.length,
    page,
    pages: Math.max(1, Math.ceil(found.length / size)),
    links: { first: {}, last: {}, prev: {}, next: {} },
  });
}

interface LabelForm {
  readonly label_format?: string;
  readonly label_download_type?: string;
}

function ofDetails(state: TmsState, body: LabelForm & { readonly shipment?: FakeShipment }): Response {
  const { shipment } = body;
  if (shipment === undefined) return seError(400, 'validation', 'field_value_required', 'shipment is required.');
  const external = shipment.external_shipment_id?.slice(0, 50);
  if (state.shipments.some((one) => one.external_shipment_id === external))
    return seError(400, 'business_rules', 'identifier_conflict', `external_shipment_id ${external} is used already.`);
  const fault = faultOf(state, shipment);
  if (fault !== undefined) return fault;
  const stored = { ...shipment, external_shipment_id: external, shipment_id: `se-${state.next++}` };
  state.shipments.push(stored);
  return Response.json(buy(state, stored, body));
}

function ofShipment(state: TmsState, id: string, body: LabelForm): Response {
  const shipment = state.shipments.find((one) => one.shipment_id === id);
  if (shipment === undefined) return seError(404, 'validation', 'invalid_identifier', `There is no shipment ${id}.`);
  if (state.labels.some((label) => label.shipment_id === id && !label.voided))
    return seError(400, 'business_rules', 'invalid_status', 'A label was purchased for this shipment already.');
  return Response.json(buy(state, shipment, body));
}

function faultOf(state: TmsState, { carrier_id, service_code, ship_to, ship_from, packages }: FakeShipment) {
  const required = (field: string) => seError(400, 'validation', 'field_value_required', `${field} is required.`);
  if (!state.carriers.some((carrier) => carrier.carrier_id === carrier_id))
    return seError(404, 'validation', 'carrier_not_connected', `The carrier ${carrier_id} is not connected.`);
  if (!state.services.has(service_code ?? ''))
    return seError(400, 'validation', 'invalid_field_value', `Invalid service_code: ${service_code}.`);
  if (!ship_to?.['address_line1'] || !ship_to['name']) return required('ship_to');
  if (!ship_from?.['address_line1'] || !ship_from['phone']) return required('ship_from');
  if (!packages?.every((one) => one.weight !== undefined) || packages.length === 0) return required('weight');
  return ship_to['postal_code'] === '00000'
    ? seError(400, 'validation', 'invalid_address', 'The postal code 00000 is not valid.')
    : undefined;
}

function buy(state: TmsState, shipment: FakeShipment, form: LabelForm): FakeLabel {
  const { label_format: format = 'pdf', label_download_type: type = 'url' } = form;
  const id = `se-${state.next++}`;
  const host = 'https://api.shipengine.com/v1/downloads';
  const links = {
    href: `${host}/${id}.pdf`,
    pdf: `${host}/${id}.pdf`,
    png: `${host}/${id}.png`,
    zpl: `${host}/${id}.zpl`,
  };
  const bytes = { href: `data:application/${format};base64,${btoa(`%${format} ${id}`)}` };
  const number = `9400111899223${String(state.next++).padStart(9, '0')}`;
  const label: FakeLabel = {
    label_id: id,
    status: 'completed',
    shipment_id: shipment.shipment_id ?? '',
    external_shipment_id: shipment.external_shipment_id ?? null,
    ship_date: '2026-03-02T00:00:00Z',
    created_at: '2026-03-02T08:00:00.5Z',
    shipment_cost: { currency: 'usd', amount: 12.05 },
    insurance_cost: { currency: 'usd', amount: 0 },
    tracking_number: number,
    carrier_id: shipment.carrier_id ?? '',
    service_code: shipment.service_code ?? '',
    carrier_code: 'stamps_com',
    voided: false,
    label_format: format,
    label_download_type: type,
    tracking_status: 'in_transit',
    external_order_id: null,
    is_international: false,
    batch_id: '',
    label_image_id: null,
    label_layout: '4x6',
    trackable: true,
    form_download: null,
    qr_code_download: null,
    paperless_download: null,
    insurance_claim: null,
    is_return_label: false,
    rma_number: null,
    charge_event: 'carrier_default',
    package_code: 'package',
    display_scheme: 'label',
    ship_to: shipment.ship_to,
    label_download: type === 'inline' ? bytes : links,
    packages: (shipment.packages ?? []).map((one, at) => ({
      weight: one.weight,
      tracking_number: at === 0 ? number : `${number}${at}`,
      label_download: type === 'inline' ? bytes : links,
    })),
  };
  state.labels.push(label);
  return label;
}

function voidOf(state: TmsState, id: string): Response {
  const label = state.labels.find((one) => one.label_id === id);
  if (label === undefined) return seError(404, 'validation', 'invalid_identifier', `There is no label ${id}.`);
  if (label.voided)
    return Response.json({
      approved: false,
      message: 'Label has already been voided',
      reason_code: 'label_already_voided',
    });
  if (state.scanned.has(label.tracking_number))
    return Response.json({ approved: false, message: 'The label has been used', reason_code: 'label_already_used' });
  label.voided = true;
  label.status = 'voided';
  return Response.json({ approved: true, message: 'This label has been voided.', reason_code: 'unspecified' });
}

function rates(
  state: TmsState,
  body: {
    readonly shipment?: FakeShipment;
    readonly rate_options?: { readonly carrier_ids?: string[]; readonly service_codes?: string[] };
  },
): Response {
  const { shipment, rate_options: { carrier_ids = [], service_codes = [...state.services] } = {} } = body;
  if (carrier_ids.length === 0)
    return seError(400, 'validation', 'field_value_required', 'rate_options.carrier_ids is required.');
  const refusing = carrier_ids.filter((id) => !state.carriers.some((carrier) => carrier.carrier_id === id));
  const money = (amount: number) => ({ currency: 'usd', amount });
  const pounds = shipment?.packages?.length ?? 0;
  const found = service_codes
    .filter((code) => state.services.has(code))
    .map((code, at) => ({
      rate_id: `se-${state.next++}`,
      rate_type: 'shipment',
      carrier_id: carrier_ids.find((id) => !refusing.includes(id)) ?? '',
      shipping_amount: money(8.1 + at + pounds),
      insurance_amount: money(0),
      confirmation_amount: money(0.2),
      other_amount: money(0),
      zone: 4,
      package_type: null,
      delivery_days: 3,
      guaranteed_service: false,
      estimated_delivery_date: '2026-03-05T00:00:00Z',
      negotiated_rate: false,
      service_type: code === 'ups_ground' ? 'UPS Ground' : 'USPS Priority Mail',
      service_code: code,
      trackable: true,
      carrier_code: 'stamps_com',
      carrier_nickname: 'sample',
      carrier_friendly_name: 'Stamps.com',
      validation_status: 'valid',
      warning_messages: [],
      error_messages: [],
    }));
  const errors = refusing.map((id) => ({
    error_source: 'shipengine',
    error_type: 'validation',
    error_code: 'carrier_not_connected',
    message: `The carrier ${id} is not connected.`,
    carrier_id: id,
  }));
  const isRefused = refusing.length === carrier_ids.length;
  return Response.json({
    shipment_id: `se-${state.next++}`,
    rate_response: {
      rates: isRefused ? [] : found,
      invalid_rates: [],
      rate_request_id: `se-${state.next++}`,
      status: errors.length > 0 ? 'partial' : 'completed',
      errors,
    },
  });
}

function tracking(state: TmsState, query: URLSearchParams): Response {
  const [carrier, number] = [query.get('carrier_code') ?? '', query.get('tracking_number') ?? ''];
  if (!state.carrierCodes.has(carrier))
    return seError(400, 'validation', 'tracking_not_supported', `Tracking is not supported for ${carrier}.`);
  const known = state.tracked.get(number);
  return Response.json(
    known ?? { tracking_number: number, status_code: 'NY', status_description: 'Not Yet In System', events: [] },
  );
}
