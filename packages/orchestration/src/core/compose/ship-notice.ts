import type { Identifier, Order, PackedItem, Shipment } from '@dist/canonical';
import type { OrderPart } from '../../word/event.ts';
import type { OrderState } from '../../word/state.ts';
import { byLineId } from '../by-line-id.ts';
import { inOrderedUnit } from '../line-row.ts';
import { partsOf, type View, viewOf } from '../view.ts';
import { defined, mergeIds, mergeParties, mergeReferences } from './merge.ts';
import { storeOf } from './store-of.ts';

/**
 * The notice of one shipment (856): what the ERP reports, completed by what the buyer needs to find it again, which
 * only the order knows: purchase order number and date, the buyer's item numbers and units, parties, references.
 * Throws a TypeError when no order was captured.
 */
export function composeShipNotice(state: OrderState, shipment: Shipment): Shipment {
  return composeShipNoticeFrom(viewOf(state.facts), shipment);
}

export function composeShipNoticeFrom(view: View, shipment: Shipment): Shipment {
  if (view.captured === undefined) throw new TypeError('there is no order to notify of');
  const { order } = view.captured;
  const partId = view.shipments.get(shipment.shipmentId)?.partId;
  const part = partsOf(view).find((candidate) => candidate.partId === partId);
  const location = storeOf(order, partId);
  return defined<Shipment>({
    ...shipment,
    parties: mergeParties(shipment.parties, order.parties),
    references: mergeReferences(shipment.references, order.references),
    items: shipment.items.map((item) => completeItem(item, { view, order, part, location })),
  });
}

interface Shipped {
  readonly view: View;
  readonly order: Order;
  readonly part: OrderPart | undefined;
  readonly location: Identifier | undefined;
}

function completeItem(item: PackedItem, { view, order, part, location }: Shipped): PackedItem {
  const line = byLineId(order.lines).get(item.lineId);
  const row = view.rows.get(item.lineId);
  const sku = view.enriched && byLineId(view.enriched.lines).get(item.lineId)?.sku;
  return defined<PackedItem>({
    ...item,
    orderNumber: order.number,
    orderRelease: order.release,
    orderDate: order.dates.ordered ?? item.orderDate,
    ids: mergeIds(line?.ids ?? [], item.ids, sku === undefined ? [] : [{ scheme: 'seller', value: sku }]),
    quantity: row === undefined ? item.quantity : inOrderedUnit(row, item.quantity),
    // Of an allocated line, the store's share was ordered for this shipment.
    ordered: (part && byLineId(part.lines).get(item.lineId)?.quantity) ?? line?.quantity ?? item.ordered,
    location: item.location ?? location,
  });
}
