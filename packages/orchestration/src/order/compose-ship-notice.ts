import type { Shipment } from '@dist/canonical';
import { shipNotice } from '../compose/ship-notice.ts';
import type { OrderState } from '../word/state.ts';
import { viewOf } from './view-of.ts';

/**
 * The notice of one shipment (856): what the ERP reports, completed by what the buyer needs to find it again, which
 * only the order knows: purchase order number and date, the buyer's item numbers and units, parties, references.
 * Throws a TypeError when no order was captured.
 */
export function composeShipNotice(state: OrderState, shipment: Shipment): Shipment {
  return shipNotice(viewOf(state), shipment);
}
