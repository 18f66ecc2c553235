import { type Milestone, type Result, ShipmentEvent, ShipmentStatus, validate } from '@dist/canonical';
import * as z from 'zod';
import { present } from '../port/present.ts';
import { optionalText } from '../wire/optional-text.ts';
import { carrierInstant } from './carrier-instant.ts';

const eventWire = z.looseObject({
  occurred_at: optionalText,
  carrier_occurred_at: optionalText,
  event_code: optionalText,
  carrier_status_code: optionalText,
  carrier_detail_code: optionalText,
  status_code: optionalText,
  status_detail_code: optionalText,
  city_locality: optionalText,
  state_province: optionalText,
  postal_code: optionalText,
  country_code: optionalText,
  signer: optionalText,
});

type EventWire = z.infer<typeof eventWire>;

const trackingWire = z.looseObject({
  tracking_number: z.string().min(1),
  status_code: z.string().min(1),
  status_detail_code: optionalText,
  carrier_code: optionalText,
  carrier_status_code: optionalText,
  estimated_delivery_date: optionalText,
  actual_delivery_date: optionalText,
  events: z.array(eventWire).nullish(),
});

/** Schema status_code. `SP` lies where it waits to be collected: nobody has it yet. `UN` says nothing. */
const milestones: Readonly<Record<string, Milestone>> = {
  NY: 'announced',
  AC: 'pickedUp',
  IT: 'inTransit',
  SP: 'inTransit',
  AT: 'deliveryAttempted',
  DE: 'delivered',
  EX: 'exception',
};

/** Schema status_detail_code, where it says more than the status. */
const detailed: Readonly<Record<string, Milestone>> = {
  SHIPMENT_CREATED: 'announced',
  AWAITING_PICKUP_DROP_OFF: 'announced',
  ELEC_ADVICE_RECD_BY_CARRIER: 'announced',
  OUT_FOR_DELIVERY: 'outForDelivery',
  CANCELLED: 'cancelled',
  RETURN_TO_SENDER: 'returned',
  UNDELIVERABLE_RETURNED_TO_SENDER: 'returned',
};

/**
 * What a carrier has told of a parcel, oldest first: `GET /v1/tracking`, and `data` of a webhook. `value` is undefined
 * where the carrier has told nothing. `key` is what it was asked by, where the answer does not name the carrier.
 */
export function decodeTracking(
  json: unknown,
  key: { readonly carrier?: string | undefined } = {},
): Result<ShipmentStatus | undefined> {
  const wire = validate(trackingWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const { value } = wire;
  const told = (value.events ?? []).flatMap(decodeEvent);
  const now = currentEvent(value);
  const events = told.length > 0 ? told.sort(byTime) : now === undefined ? [] : [now];
  if (events.length === 0) return { ok: true, issues: wire.issues, value: undefined };
  return validate(
    ShipmentStatus,
    present({
      kind: 'shipmentStatus',
      version: '1',
      carrier: present({ name: value.carrier_code ?? key.carrier, trackingNumber: value.tracking_number }),
      parties: {},
      references: [],
      events,
      estimatedDelivery: carrierInstant(value.estimated_delivery_date),
    }),
  );
}

/** None where the carrier gives it no code: it says nothing that could be acted upon. */
function decodeEvent(wire: EventWire): ShipmentEvent[] {
  const code = wire.event_code ?? wire.carrier_status_code ?? wire.status_code;
  if (code === undefined) return [];
  const place = present({
    city: wire.city_locality,
    region: wire.state_province,
    postalCode: wire.postal_code,
    country: /^[A-Z]{2}$/.test(wire.country_code ?? '') ? wire.country_code : undefined,
  });
  const at = carrierInstant(wire.occurred_at, wire.carrier_occurred_at);
  const event = validate(
    ShipmentEvent,
    present({
      type: 'event',
      code,
      reason: wire.carrier_detail_code,
      milestone: milestoneOf(wire.status_code, wire.status_detail_code),
      at,
      on: at === undefined ? dayOf(wire.carrier_occurred_at ?? wire.occurred_at) : undefined,
      place: Object.keys(place).length === 0 ? undefined : place,
      signedBy: wire.signer,
    }),
  );
  return event.ok ? [event.value] : [];
}

/** The state as one event, where the carrier tells no events. What the carrier has not seen, or does not know, is none. */
function currentEvent(wire: z.infer<typeof trackingWire>): ShipmentEvent | undefined {
  const milestone = milestoneOf(wire.status_code, wire.status_detail_code);
  if (milestone === undefined || wire.status_code === 'NY') return undefined;
  const at = milestone === 'delivered' ? carrierInstant(wire.actual_delivery_date) : undefined;
  return present<ShipmentEvent>({ type: 'event', code: wire.carrier_status_code ?? wire.status_code, milestone, at });
}

function milestoneOf(status: string | undefined, detail: string | undefined): Milestone | undefined {
  return detailed[detail ?? ''] ?? milestones[status ?? ''];
}

function dayOf(text: string | undefined): string | undefined {
  return /^\d{4}-\d\d-\d\d/.exec(text ?? '')?.[0];
}

/** What has no time stays where the carrier put it: carriers tell the newest first. */
function byTime(a: ShipmentEvent, b: ShipmentEvent): number {
  return (a.at === undefined ? 0 : Date.parse(a.at)) - (b.at === undefined ? 0 : Date.parse(b.at));
}
