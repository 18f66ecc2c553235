import { type Result, Shipment, validate } from '@dist/canonical';
import { isZero } from '@dist/canonical/arithmetic';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { itemLines } from './decode-sales-order.ts';
import { documentReferences } from './document-references.ts';
import { lineIds } from './line-ids.ts';
import type { UnitTable } from './unit-table.ts';
import { shipmentWire } from './wire.ts';

/** The canonical Shipment of a posted `salesShipment`, checked. `orderNumber` is Business Central's. */
export function decodeShipment(json: unknown, units: UnitTable): Result<Shipment> {
  const wire = validate(shipmentWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const shipment = wire.value;
  const items = itemLines(shipment.salesShipmentLines);
  const ids = lineIds(items);
  return validate(Shipment, {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId: shipment.number,
    createdAt: shipment.lastModifiedDateTime,
    shippedOn: shipment.postingDate,
    carrier: {},
    parties: {},
    references: documentReferences(shipment),
    units: [],
    items: items
      .map((line, at) => {
        const code = line.unitOfMeasureCode ?? '';
        return present({
          orderNumber: shipment.orderNumber,
          lineId: ids[at],
          ids: [{ scheme: 'seller', value: line.lineObjectNumber }],
          quantity: { value: line.quantity, unit: unitOf(units, code) },
        });
      })
      // A line of which nothing left is posted with none.
      .filter(({ quantity }) => !isZero(quantity.value)),
  });
}
