import type { Identifier, Order, PackedItem, Shipment } from '@dist/canonical';
import { buyerLineId } from '../kernel/buyer-line-id.ts';
import { inOrderedUnit } from '../kernel/row.ts';
import type { PartView, View } from '../kernel/view.ts';
import { completed, mergeIds, mergeParties, mergeReferences } from './merge.ts';
import { storeOf } from './store-of.ts';

/**
 * The notice of one shipment (856): what the ERP reports, completed by what the buyer needs to find it again, which
 * only the order knows: purchase order number and date, the buyer's item numbers and units, parties, references.
 * Throws a TypeError when no order was captured.
 */
export function shipNotice(view: View, shipment: Shipment): Shipment {
  const { order } = view;
  if (order === undefined) throw new TypeError('there is no order to notify of');
  const partId = view.shipments.get(shipment.shipmentId)?.fact.partId;
  const part = partId === undefined ? undefined : view.parts.get(partId);
  const location = storeOf(order, partId);
  return completed<Shipment>(shipment, {
    parties: mergeParties(shipment.parties, order.parties),
    references: mergeReferences(shipment.references, order.references),
    items: shipment.items.map((item) => completeItem(item, { view, order, part, location })),
  });
}

interface Shipped {
  readonly view: View;
  readonly order: Order;
  readonly part: PartView | undefined;
  readonly location: Identifier | undefined;
}

function completeItem(item: PackedItem, { view, order, part, location }: Shipped): PackedItem {
  const line = view.ordered.get(item.lineId);
  const row = view.rows.get(item.lineId);
  const sku = view.enrichedLines.get(item.lineId)?.sku;
  return completed<PackedItem>(item, {
    lineId: buyerLineId(view, item.lineId),
    orderNumber: order.number,
    orderRelease: order.release,
    orderDate: order.dates.ordered ?? item.orderDate,
    ids: mergeIds(line?.ids ?? [], item.ids, sku === undefined ? [] : [{ scheme: 'seller', value: sku }]),
    quantity: row === undefined ? item.quantity : inOrderedUnit(row, item.quantity),
    // Of an allocated line, the store's share was ordered for this shipment.
    ordered: part?.quantities.get(item.lineId) ?? line?.quantity ?? item.ordered,
    location: item.location ?? location,
  });
}
