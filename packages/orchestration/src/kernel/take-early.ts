import type { OrderEvent } from '../word/event.ts';
import type { Fact } from './fact.ts';
import { isChange, takeChange } from './take-change.ts';
import type { View } from './view.ts';

/** Facts that say how others are to be read, and are taken first: when one comes, the view is derived anew. */
export function takeEarly(view: View, fact: OrderEvent): void {
  if (isChange(fact)) takeChange(view, fact);
  else if (fact.type === 'invoice.voided') view.voided.add(fact.invoice);
  else if (fact.type === 'operator.rerouted') view.rerouted.set(fact.partId, fact.erp);
  else if (fact.type === 'shipment.corrected') correct(view, fact);
}

/** Types of the facts that are taken first, with those that say what the order is. */
export const reshaping: ReadonlySet<OrderEvent['type']> = new Set([
  'order.captured',
  'order.enriched',
  'change.requested',
  'change.decided',
  'change.result',
  'invoice.voided',
  'operator.rerouted',
  'shipment.corrected',
]);

/** Of several corrections the last one counts, whichever arrives first. */
function correct(view: View, fact: Fact<'shipment.corrected'>): void {
  const before = view.corrections.get(fact.shipmentId);
  const later =
    before === undefined || fact.at > before.at || (fact.at === before.at && fact.correction > before.correction);
  if (later) view.corrections.set(fact.shipmentId, fact);
}
