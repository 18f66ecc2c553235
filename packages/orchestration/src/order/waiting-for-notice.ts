import type { OrderState, Waiting } from '../word/state.ts';
import { viewOf } from './view-of.ts';

/**
 * The notice of a load that an invoice of the order waits for, or none: the load has not told of it, or has told that the
 * partner rejected it.
 */
export function waitingForNotice(state: OrderState): Waiting | undefined {
  const { shipments, loadNotices } = viewOf(state);
  for (const { fact, noticed, own } of shipments.values()) {
    const { load, shipment } = fact;
    if (noticed || own !== undefined || load === undefined) continue;
    const told = loadNotices.get(shipment.shipmentId);
    const movedBy = ['notice.reported'];
    if (told === undefined) return { on: 'us', what: `the notice of load ${load} to go out`, since: fact.at, movedBy };
    const what = `the notice of load ${load}, which the partner has rejected, to be put right and sent again there`;
    return { on: 'person', what, since: told.at, movedBy };
  }
  return undefined;
}
