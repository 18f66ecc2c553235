import { type Result, Shipment, validate } from '@dist/canonical';
import { isZero } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { dayOf } from './day-of.ts';
import { decimalValue } from './decimal-value.ts';
import { instantOf } from './instant-of.ts';
import type { LineIds } from './line-ids.ts';
import { lineNumber } from './line-number.ts';
import { requiredDecimal } from './required-decimal.ts';
import { requiredText } from './required-text.ts';
import { textValue } from './text-value.ts';
import type { UnitTable } from './unit-table.ts';

const detail = z.object({
  InventoryID: requiredText,
  ShippedQty: requiredDecimal,
  UOM: requiredText,
  OrderType: requiredText,
  OrderNbr: requiredText,
  OrderLineNbr: lineNumber,
  LotSerialNbr: textValue,
});

const parcel = z.object({ LineNbr: lineNumber, TrackingNbr: textValue, Weight: decimalValue, UOM: textValue });

/** What is read of `Shipment`, with its entities Details and Packages. */
const shipmentWire = z.object({
  ShipmentNbr: requiredText,
  ShipmentDate: requiredText,
  LastModifiedDateTime: requiredText,
  ShipVia: textValue,
  Details: z.array(detail),
  Packages: z.array(parcel).nullish(),
});

/** The canonical Shipment of a confirmed shipment, checked. `orderNumber` is Acumatica's; packages are cartons without content. */
export function decodeShipment(json: unknown, units: UnitTable, lineIds: LineIds): Result<Shipment> {
  const wire = validate(shipmentWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const { ShipmentNbr, ShipmentDate, LastModifiedDateTime, ShipVia, Details } = wire.value;
  const packages = wire.value.Packages ?? [];
  const numbers = [...new Set(packages.flatMap(({ TrackingNbr }) => TrackingNbr ?? []))];
  return validate(
    Shipment,
    present({
      kind: 'shipment',
      version: '1',
      purpose: 'original',
      shipmentId: ShipmentNbr,
      createdAt: instantOf(LastModifiedDateTime),
      shippedOn: dayOf(ShipmentDate),
      carrier: present({ service: ShipVia, trackingNumber: numbers.length === 1 ? numbers[0] : undefined }),
      parties: {},
      references: [],
      packageCount: packages.length === 0 ? undefined : packages.length,
      units: packages.map((one, at) =>
        present({
          unitId: `${ShipmentNbr}-${one.LineNbr ?? at + 1}`,
          type: 'carton',
          trackingNumber: one.TrackingNbr,
          weight: weightOf(one, units),
        }),
      ),
      items: Details.filter((line) => !isZero(line.ShippedQty)).map((line) =>
        present({
          orderNumber: line.OrderNbr,
          lineId: lineIds({ type: line.OrderType, number: line.OrderNbr }, line.OrderLineNbr ?? ''),
          ids: [{ scheme: 'seller', value: line.InventoryID }],
          quantity: { value: line.ShippedQty, unit: unitOf(units, line.UOM) },
          lot: line.LotSerialNbr,
        }),
      ),
    }),
  );
}

function weightOf({ Weight, UOM }: z.output<typeof parcel>, units: UnitTable) {
  return Weight === undefined || isZero(Weight) || UOM === undefined
    ? undefined
    : { value: Weight, unit: unitOf(units, UOM) };
}
