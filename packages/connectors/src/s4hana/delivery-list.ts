import type { Shipment } from '@dist/canonical';
import { decodeDelivery } from './decode-delivery.ts';
import { itemTexts } from './item-texts.ts';
import type { DocumentList } from './list-documents.ts';
import { odataDay } from './odata-day.ts';
import { odataInstantOf } from './odata-instant-of.ts';
import type { UnitTable } from './unit-table.ts';

/**
 * Deliveries whose goods issue is posted. The service knows the day of a change only, so that a list goes on from the
 * beginning of the watermark's day.
 */
export function deliveryList(units: UnitTable): DocumentList<Shipment> {
  return {
    operation: 'shipments.list',
    path: '/API_OUTBOUND_DELIVERY_SRV;v=0002/A_OutbDeliveryHeader',
    key: 'DeliveryDocument',
    changed: 'LastChangeDate',
    filter: "OverallGoodsMovementStatus eq 'C'",
    expand: 'to_DeliveryDocumentItem',
    begin: (from) => `${new Date(from).toISOString().slice(0, 10)}T00:00:00.000Z`,
    literal: (mark) => odataDay(mark.slice(0, 10)),
    markOf: ({ LastChangeDate: day }) => (typeof day === 'string' ? odataInstantOf(day) : undefined),
    ordersOf: (record) => itemTexts(record, 'to_DeliveryDocumentItem', 'ReferenceSDDocument'),
    decode: (json, lineIds) => decodeDelivery(json, units, lineIds),
  };
}
