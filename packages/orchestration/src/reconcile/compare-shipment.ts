import type { Shipment } from '@dist/canonical';
import { add } from '@dist/canonical/arithmetic';
import { inBaseUnit } from '../kernel/row.ts';
import type { View } from '../kernel/view.ts';
import type { Told } from '../word/effect.ts';
import { type Comparison, found, settleDifference, viewNow } from './comparison.ts';
import { findPart } from './find-part.ts';
import type { ObservedShipment } from './observed.ts';

/** Tells the order of a shipment that it did not know; of a known one, what differs in goods or in tracking. */
export function compareShipment(comparison: Comparison, record: ObservedShipment): void {
  const { from, shipment } = record;
  const { shipmentId } = shipment;
  const view = viewNow(comparison);
  const known = view.shipments.get(shipmentId)?.fact.shipment;
  const partId = findPart(view, record)?.partId;
  if (known !== undefined) {
    compareKnown(comparison, record, known);
    return;
  }
  if (partId === undefined) {
    const sentence = `Shipment ${shipmentId} is at ${from} under the name of ${comparison.state.id}, for no part of it.`;
    found(comparison, { kind: 'notInJournal', action: 'reported', name: shipmentId, sentence });
    return;
  }
  const source = from === 'warehouse' ? ({ source: 'warehouse' } as const) : {};
  const adopt: Told[] = [{ type: 'shipment.posted', partId, shipment, ...source }];
  const sentence = `Shipment ${shipmentId} left, as ${from} says, and the journal did not know: no 856 was sent.`;
  const about = { field: 'shipment', from, kind: 'shippedWithout856', name: shipmentId, class: 'inventory' } as const;
  settleDifference(comparison, { ...about, known: undefined, reported: goodsOf(view, shipment), sentence, adopt });
}

function compareKnown(comparison: Comparison, { from, shipment, changedAt }: ObservedShipment, known: Shipment): void {
  const { shipmentId } = shipment;
  const view = viewNow(comparison);
  const correction = `${from}/${changedAt}`;
  const adopt: Told[] = [
    { type: 'shipment.corrected', shipmentId, correction, shipment, reason: `changed at ${from}` },
  ];
  const about = { from, kind: 'fieldDifference', name: shipmentId, class: 'inventory', adopt } as const;
  const goods = { known: goodsOf(view, known), reported: goodsOf(view, shipment) };
  const tracking = { known: trackingOf(known), reported: trackingOf(shipment) };
  if (goods.known !== goods.reported) {
    const sentence = `Shipment ${shipmentId} has ${goods.reported} at ${from}, here ${goods.known}.`;
    settleDifference(comparison, { ...about, ...goods, field: 'shipment', sentence });
    return;
  }
  // Who says nothing of it does not contradict.
  if (tracking.reported === undefined || tracking.known === tracking.reported) return;
  const sentence = `Shipment ${shipmentId} has tracking ${tracking.reported} at ${from}, here ${tracking.known ?? 'none'}.`;
  settleDifference(comparison, { ...about, ...tracking, reported: tracking.reported, field: 'tracking', sentence });
}

/** How many of which line, in base units: what a shipment is, however it is packed and told. */
function goodsOf(view: View, { items }: Shipment): string {
  const sums = new Map<string, string>();
  for (const { lineId, quantity } of items) {
    const row = view.rows.get(lineId);
    const base = row && inBaseUnit(row, quantity);
    const name = `${lineId} ${base === undefined || row === undefined ? quantity.unit : row.baseUnit}`;
    sums.set(name, add(sums.get(name) ?? '0', base ?? quantity.value));
  }
  return [...sums]
    .map(([name, value]) => `${name} ${value}`)
    .sort()
    .join(', ');
}

function trackingOf({ carrier, units, references }: Shipment): string | undefined {
  const numbers = units.flatMap(({ trackingNumber }) => trackingNumber ?? []);
  const bills = references.flatMap(({ type, value }) => (type === 'proNumber' ? value : []));
  const all = [...new Set([carrier.scac ?? [], carrier.trackingNumber ?? [], numbers, bills].flat())];
  return all.length === 0 ? undefined : all.sort().join(' ');
}
