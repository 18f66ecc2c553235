import { type Result, Shipment, validate } from '@dist/canonical';
import { isZero } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import { present } from '../port/present.ts';
import { routingOf } from '../shipment/routing-of.ts';
import { unitOf } from '../unit/unit-of.ts';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { optionalText } from '../wire/optional-text.ts';
import type { DocumentList } from './list-documents.ts';
import type { UnitTable } from './unit-table.ts';

const header = z.object({
  Shipment: z.string().min(1),
  ActualShipDate: z.string().min(10),
  LastUpdateDate: z.string(),
  Carrier: optionalText,
  ShippingMethod: optionalText,
  Waybill: optionalText,
  BillOfLading: optionalText,
});

const line = z.object({
  Order: z.string().min(1),
  SourceOrderLine: optionalText,
  OrderLine: optionalText,
  Item: z.string().min(1),
  ShippedQuantity: numberOrDecimal,
  RequestedQuantityUOMCode: z.string().min(1),
  LotNumber: optionalText,
});

/** Shipments that have left, with their lines, packed or not. */
export function shipmentList(units: UnitTable): DocumentList<Shipment> {
  return {
    operation: 'shipments.list',
    resource: 'shipments',
    key: 'Shipment',
    child: 'unpackedShipmentLines',
    childQuery: {},
    condition: 'ActualShipDate IS NOT NULL',
    decode: (json, lines) => decodeShipment(json, lines, units),
  };
}

/** The canonical Shipment, checked. `orderNumber` is Oracle's, and a line's id the one that it was submitted with. */
export function decodeShipment(json: unknown, lines: readonly unknown[], units: UnitTable): Result<Shipment> {
  const head = validate(header, json);
  if (!head.ok) return { ok: false, issues: head.issues };
  const rows = validate(z.array(line), lines);
  if (!rows.ok) return { ok: false, issues: rows.issues };
  const { value } = head;
  return validate(
    Shipment,
    present({
      kind: 'shipment',
      version: '1',
      purpose: 'original',
      shipmentId: value.Shipment,
      createdAt: new Date(value.LastUpdateDate).toISOString(),
      shippedOn: value.ActualShipDate.slice(0, 10),
      carrier: present({ ...routingOf([value.Carrier, value.ShippingMethod]), trackingNumber: value.Waybill }),
      billOfLading: value.BillOfLading,
      parties: {},
      references: [],
      units: [],
      items: rows.value
        .filter(({ ShippedQuantity }) => !isZero(ShippedQuantity))
        .map((row) =>
          present({
            orderNumber: row.Order,
            lineId: row.SourceOrderLine ?? row.OrderLine,
            ids: [{ scheme: 'seller', value: row.Item }],
            quantity: {
              value: row.ShippedQuantity,
              unit: unitOf(units, row.RequestedQuantityUOMCode),
            },
            lot: row.LotNumber,
          }),
        ),
    }),
  );
}
