import type { ConfirmedLine, FulfillmentConfirmation, PackedItem, Shipment, ShipmentUnit } from '@dist/canonical';
import { compare, isZero, subtract } from '@dist/canonical/arithmetic';
import type { LineQuantity } from '../word/event.ts';
import { defined } from './merge.ts';

/**
 * The shipment that a warehouse's confirmation (945) tells of: each package a unit, each of its lines an item. What only
 * the order knows is added when the partner's notice is made. `shipmentId` and `at` stand in where the warehouse gives none.
 */
export function confirmedShipment(confirmation: FulfillmentConfirmation, shipmentId: string, at: string): Shipment {
  const { carrier, equipment, freight, parties, references, packages, shippedOn, orderRelease } = confirmation;
  const units: ShipmentUnit[] = [];
  const items: PackedItem[] = [];
  packages.forEach(({ type, sscc, trackingNumber, weight, lines }, index) => {
    const id = type === undefined && sscc === undefined ? undefined : `${index + 1}`;
    if (id !== undefined)
      units.push(defined<ShipmentUnit>({ unitId: id, type: type ?? 'carton', sscc, trackingNumber, weight }));
    for (const line of lines.filter(({ quantity }) => !isZero(quantity.value))) {
      items.push(itemOf(line, { orderNumber: confirmation.orderNumber ?? '', orderRelease, unitId: id }));
    }
  });
  const rest = { carrier, equipment, freight, parties, references, grossWeight: confirmation.grossWeight };
  const base = { kind: 'shipment', version: '1', purpose: 'original', shipmentId, createdAt: at, shippedOn } as const;
  return defined<Shipment>({ ...base, ...rest, packageCount: confirmation.packageCount, units, items });
}

function itemOf(line: ConfirmedLine, of: Pick<PackedItem, 'orderNumber' | 'orderRelease' | 'unitId'>): PackedItem {
  const { lineId, ids, description, quantity, weight, lot, serials, expiresOn, countryOfOrigin } = line;
  return defined<PackedItem>({
    ...of,
    lineId,
    ids,
    description,
    quantity,
    weight,
    lot,
    serials,
    expiresOn,
    countryOfOrigin,
  });
}

/** What the warehouse will not ship any more, by line: the difference that it states, or what it was asked less what left. */
export function shortOf({ packages }: FulfillmentConfirmation): readonly LineQuantity[] {
  return packages.flatMap(({ lines }) => lines.flatMap((line) => shortLine(line) ?? []));
}

function shortLine({ lineId, quantity, ordered, difference }: ConfirmedLine): LineQuantity | undefined {
  const value = difference ?? (ordered === undefined ? '0' : subtract(ordered, quantity.value));
  return compare(value, '0') > 0 ? { lineId, quantity: { value, unit: quantity.unit } } : undefined;
}
