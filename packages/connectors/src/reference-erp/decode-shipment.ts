import { type Result, Shipment, validate } from '@dist/canonical';
import { present } from '../port/present.ts';
import type { EventWire, ShipmentWire } from './wire.ts';

/** The canonical Shipment of a `shipped` event, checked. `orderNumber` is the ERP's: it does not know the buyer's. */
export function decodeShipment(wire: ShipmentWire, { at, order }: EventWire): Result<Shipment> {
  const { id, shippedOn, deliveryExpectedOn, carrier = {}, billOfLading, grossWeight, units, items } = wire;
  const shipment: Shipment = {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId: id,
    createdAt: at,
    shippedOn,
    deliveryExpectedOn,
    carrier: present(carrier),
    parties: {},
    references: billOfLading === undefined ? [] : [{ type: 'billOfLading', value: billOfLading }],
    grossWeight,
    units: units.map(({ id: unitId, type, sscc, parent, weight }) =>
      present({ unitId, type, sscc, parentId: parent, weight }),
    ),
    items: items.map(({ line, item, unitId, quantity, unit, lot }) =>
      present({
        orderNumber: order,
        lineId: line,
        unitId,
        ids: [{ scheme: 'seller' as const, value: item }],
        quantity: { value: quantity, unit },
        lot,
      }),
    ),
  };
  return validate(Shipment, present(shipment));
}
