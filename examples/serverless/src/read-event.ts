import { type Issue, Order, Shipment, validate } from '@dist/canonical';
import { checkEvent, type OrderEvent, orderId } from '@dist/orchestration';

/** What a request says, or why it says nothing that can be believed. */
export type ReadEvent =
  | { readonly ok: true; readonly event: OrderEvent }
  | { readonly ok: false; readonly message: string; readonly issues: readonly Issue[] };

/** About which order, and when it was received. */
export interface Received {
  readonly order: string;
  readonly at: string;
}

/** Reads `{ key, type, … }`: a purchase order (`order.captured`), or goods that have left (`shipment.posted`). */
export function readEvent(bytes: Uint8Array, received: Received): ReadEvent {
  const json = jsonOf(bytes);
  if (json === undefined) return refused('The body is no JSON object.');
  if (typeof json.key !== 'string' || json.key === '')
    return refused('`key` must name the event: a text of its sender.');
  switch (json.type) {
    case 'order.captured':
      return readOrder(json, json.key, received);
    case 'shipment.posted':
      return readShipment(json, json.key, received);
    default:
      return refused('`type` must be order.captured or shipment.posted.');
  }
}

type Json = Readonly<Record<string, unknown>>;

function jsonOf(bytes: Uint8Array): Json | undefined {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Json) : undefined;
  } catch {
    return undefined;
  }
}

function readOrder(json: Json, key: string, { order: id, at }: Received): ReadEvent {
  const order = validate(Order, json.order);
  if (!order.ok) return refused('The purchase order is not right.', order.issues);
  if (typeof json.partner !== 'string' || orderId(json.partner, order.value) !== id)
    return refused('The address must be that of the order: the partner, a slash, the purchase order number.');
  const { partner } = json;
  return checked({ type: 'order.captured', key, at, v: 2, partner, order: order.value, receivedAt: at });
}

function readShipment(json: Json, key: string, { at }: Received): ReadEvent {
  const shipment = validate(Shipment, json.shipment);
  if (!shipment.ok) return refused('The shipment is not right.', shipment.issues);
  if (typeof json.partId !== 'string') return refused('`partId` must name the part of the order that has shipped.');
  return checked({ type: 'shipment.posted', key, at, v: 2, partId: json.partId, shipment: shipment.value });
}

/** A runtime would refuse it too, but whoever has sent it would not hear what is wrong. */
function checked(event: OrderEvent): ReadEvent {
  const read = checkEvent(event);
  return 'code' in read ? refused('The event is not right.', [read]) : { ok: true, event: read };
}

function refused(message: string, issues: readonly Issue[] = []): ReadEvent {
  return { ok: false, message, issues };
}
