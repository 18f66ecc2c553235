import { type Result, Shipment, validate } from '@dist/canonical';
import { isZero } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import { present } from '../port/present.ts';
import { routingOf } from '../shipment/routing-of.ts';
import { unitOf } from '../unit/unit-of.ts';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { optionalText } from '../wire/optional-text.ts';
import type { DocumentList } from './list-documents.ts';
import { type ItemsRead, readCollection } from './read-collection.ts';
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

/** Shipments that have left, with their lines: those that are not packed, and those in outer packing units. */
export function shipmentList(units: UnitTable): DocumentList<Shipment> {
  return {
    operation: 'shipments.list',
    resource: 'shipments',
    key: 'Shipment',
    readLines: linesOf,
    condition: 'ActualShipDate IS NOT NULL',
    decode: (json, lines) => decodeShipment(json, lines, units),
  };
}

const packingUnit = z.object({ LPNId: z.union([z.string().min(1), z.number().int()]).transform(String) });

/** Packing units within packing units are not looked into (Outer Packing Units, child Shipment Lines). */
async function linesOf(client: VendorClient, path: string, call: Call): Promise<ItemsRead> {
  const read = (child: string) => {
    return readCollection(client, { path: `${path}/child/${child}`, query: {}, operation: 'shipments.list' }, call);
  };
  const [loose, units] = [await read('unpackedShipmentLines'), await read('outerPackingUnits')];
  if (!loose.ok) return loose;
  if (!units.ok) return units;
  const lines = [...loose.value];
  const named = validate(z.array(packingUnit), units.value);
  if (!named.ok) {
    const text = `the answer cannot be read: ${named.issues[0]?.message ?? 'it has another shape'}`;
    return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  for (const { LPNId } of named.value) {
    const packed = await read(`outerPackingUnits/${encodeURIComponent(LPNId)}/child/shipmentLines`);
    if (!packed.ok) return packed;
    lines.push(...packed.value);
  }
  return { ok: true, value: lines };
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
