import { type Result, Shipment, validate } from '@dist/canonical';
import { isZero } from '@dist/canonical/arithmetic';
import { present } from '../port/present.ts';
import { routingOf } from '../shipment/routing-of.ts';
import { unitOf } from '../unit/unit-of.ts';
import type { LineIds } from './line-ids.ts';
import type { UnitTable } from './unit-table.ts';
import { type PackingSlipWire, packingSlipWire } from './wire.ts';

/**
 * The canonical Shipment of a shipment packing slip, checked; undefined for a version that another one has replaced.
 * `orderNumber` is the consigner's: the number of the sales order.
 */
export function decodePackingSlip(json: unknown, units: UnitTable, lineIds: LineIds): Result<Shipment | undefined> {
  const wire = validate(packingSlipWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const slip = wire.value;
  if (slip.IsActive === 'No') return { ok: true, issues: [], value: undefined };
  return validate(
    Shipment,
    present({
      kind: 'shipment',
      version: '1',
      purpose: 'original',
      shipmentId: slip.ShipmentPackingSlipNumber,
      createdAt: slip.DocumentDate,
      shippedOn: dayOf(slip),
      carrier: routingOf([slip.ShippingCarrierId, slip.ShippingCarrierServiceId]),
      parties: {},
      references: [],
      units: [],
      items: slip.ShipmentPackingSlipJournalLines.filter(({ ShippedQuantity }) => !isZero(ShippedQuantity)).map(
        (line) => ({
          orderNumber: line.ConsignerOrderNumber,
          lineId: lineIdOf(line, lineIds),
          ids: [{ scheme: 'seller', value: line.ItemNumber }],
          quantity: { value: line.ShippedQuantity, unit: unitOf(units, line.OrderedUnitSymbol) },
        }),
      ),
    }),
  );
}

/** The buyer's line number where the slip has it, else the one of the order's line of that item, else the consigner's. */
function lineIdOf(line: PackingSlipWire['ShipmentPackingSlipJournalLines'][number], lineIds: LineIds): string {
  if (line.ConsigneeLineNumber !== 0) return String(line.ConsigneeLineNumber);
  return lineIds(line.ConsignerOrderNumber, line.ItemNumber) ?? `consigner-${line.ConsignerLineNumber}`;
}

/** The day of delivery; a date of 1900 is none there. */
function dayOf({ DeliveryDate, DocumentDate }: PackingSlipWire): string {
  return (DeliveryDate.startsWith('1900-') ? DocumentDate : DeliveryDate).slice(0, 10);
}
