import { check, type ShipmentEvent, type ShipmentStatus } from '@dist/canonical';
import type { MapResult } from '@dist/mapping';
import type { OrderEvent } from '@dist/orchestration';
import type { Captured } from '../capture-order.ts';
import { carriedShipments } from './carried-shipments.ts';
import { eventBase } from './event-base.ts';
import type { IntakeSource } from './intake-source.ts';
import { toWorklist, worklistIssue } from './worklist.ts';

/**
 * A carrier's status of a shipment (214). Its delivery is a fact of the order; what is on its way only is kept with the bytes.
 * What went wrong on the way, or is about a shipment that nobody knows, waits for a person.
 */
export async function takeShipmentStatus(
  source: IntakeSource,
  { value, issues }: MapResult<ShipmentStatus>,
): Promise<Captured> {
  if (value === undefined) return { dispatches: [], issues };
  const all = [...issues, ...check(value)];
  const grave = value.events.filter(({ milestone }) => milestone !== undefined && troubles.has(milestone));
  const delivered = value.events.find((event) => event.type === 'event' && event.milestone === 'delivered');
  if (delivered === undefined && grave.length === 0) return { dispatches: [], issues: all };
  const known = await find(source, value);
  const dispatches =
    known && delivered ? [{ id: known.order, events: [deliveryOf(source, known.shipmentId, delivered)] }] : [];
  if (known !== undefined && grave.length === 0) return { dispatches, issues: all };
  const told = known === undefined ? 'which is not one shipment of ours' : grave.map(inWords).join('; ');
  const message = `The carrier says of shipment ${value.shipmentId ?? value.carrier.trackingNumber ?? '(no number)'}: ${told}`;
  const reason = known === undefined ? 'unmatched' : 'text';
  const item = toWorklist(source.partner.profile.id, source, reason, [worklistIssue(reason, message)]);
  return { dispatches: [...dispatches, ...item.dispatches], issues: [...all, ...item.issues] };
}

const troubles: ReadonlySet<string> = new Set(['exception', 'returned', 'cancelled']);

/** By the shipper's number, else by the bill of lading; a number that two orders have is nobody's. */
async function find({ gateway }: IntakeSource, { shipmentId, references }: ShipmentStatus) {
  const bills = references.filter(({ type }) => type === 'billOfLading').map(({ value }) => value);
  for (const number of [...(shipmentId === undefined ? [] : [shipmentId]), ...bills]) {
    const [order, ...others] = await carriedShipments.find(gateway.journal, number);
    if (order !== undefined && others.length === 0) return { order, shipmentId: number };
  }
  return undefined;
}

function deliveryOf(source: IntakeSource, shipmentId: string, { at, on, signedBy }: ShipmentEvent): OrderEvent {
  return {
    ...eventBase(source),
    type: 'shipment.delivered',
    shipmentId,
    deliveredAt: at ?? on ?? source.receivedAt,
    ...(signedBy !== undefined && { signedBy }),
  };
}

const inWords = ({ code, milestone, reason, on, at }: ShipmentEvent): string =>
  `${milestone ?? 'event'} (${code}${reason === undefined ? '' : `, ${reason}`}) ${at ?? on ?? ''}`.trimEnd();
