import { type Result, Shipment, validate } from '@dist/canonical';
import * as z from 'zod';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { decimal } from '../wire/decimal.ts';
import { odataInstantOf } from './odata-instant-of.ts';
import type { UnitTable } from './unit-table.ts';
import { wholeResults } from './whole-results.ts';

const text = z.string().nullish();

/** What is read of `A_OutbDeliveryItem`. */
const deliveryItem = z.object({
  ActualDeliveryQuantity: decimal,
  DeliveryQuantityUnit: z.string(),
  Material: z.string(),
  Batch: text,
  ReferenceSDDocument: z.string().min(1),
  ReferenceSDDocumentItem: z.string().min(1),
});

/** What is read of `A_OutbDeliveryHeader`. */
const deliveryWire = z.object({
  DeliveryDocument: z.string().min(1),
  ActualGoodsMovementDate: z.string(),
  DeliveryDate: text,
  LastChangeDate: text,
  BillOfLading: text,
  MeansOfTransport: text,
  HeaderGrossWeight: decimal.nullish(),
  HeaderWeightUnit: text,
  TotalNumberOfPackage: text,
  to_DeliveryDocumentItem: wholeResults(deliveryItem),
});

/** The buyer's line ids of the items of orders: `[order, item] -> line id`. */
export type LineIds = (order: string, item: string) => string;

/** The canonical Shipment of a delivery whose goods issue is posted, checked. `orderNumber` is SAP's. */
export function decodeDelivery(json: unknown, units: UnitTable, lineIds: LineIds): Result<Shipment> {
  const wire = validate(deliveryWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const delivery = wire.value;
  const { HeaderGrossWeight: weight, HeaderWeightUnit: weightUnit, TotalNumberOfPackage: packages } = delivery;
  const movedOn = odataInstantOf(delivery.ActualGoodsMovementDate);
  const shipment = present({
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId: delivery.DeliveryDocument,
    createdAt: odataInstantOf(delivery.LastChangeDate) ?? movedOn,
    shippedOn: movedOn?.slice(0, 10),
    deliveryExpectedOn: odataInstantOf(delivery.DeliveryDate)?.slice(0, 10),
    carrier: {},
    parties: {},
    references: delivery.BillOfLading ? [{ type: 'billOfLading', value: delivery.BillOfLading }] : [],
    packageCount: packages && Number(packages) > 0 ? Number(packages) : undefined,
    grossWeight:
      weight && weight !== '0' && weightUnit ? { value: weight, unit: unitOf(units, weightUnit) } : undefined,
    units: [],
    items: delivery.to_DeliveryDocumentItem.results
      // A main item whose batches are split into items of their own has nothing itself.
      .filter(({ ActualDeliveryQuantity: quantity }) => quantity !== '0')
      .map((item) =>
        present({
          orderNumber: item.ReferenceSDDocument,
          lineId: lineIds(item.ReferenceSDDocument, item.ReferenceSDDocumentItem),
          ids: [{ scheme: 'seller', value: item.Material }],
          quantity: {
            value: item.ActualDeliveryQuantity,
            unit: unitOf(units, item.DeliveryQuantityUnit),
          },
          lot: item.Batch || undefined,
        }),
      ),
  });
  return validate(Shipment, shipment);
}
