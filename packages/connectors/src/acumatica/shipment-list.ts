import type { Shipment } from '@dist/canonical';
import { decodeShipment } from './decode-shipment.ts';
import type { DocumentList } from './list-documents.ts';
import type { UnitTable } from './unit-table.ts';

/** Shipments that are confirmed: those that are being packed are left out. */
export function shipmentList(units: UnitTable): DocumentList<Shipment> {
  return {
    operation: 'shipments.list',
    entity: 'Shipment',
    keys: ['ShipmentNbr'],
    filter: "Type eq 'Shipment' and Status ne 'Open' and Status ne 'On Hold'",
    expand: 'Details,Packages',
    decode: (json, lineIds) => decodeShipment(json, units, lineIds),
  };
}
