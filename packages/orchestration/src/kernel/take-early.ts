import type { OrderEvent } from '../word/event.ts';
import type { Fact } from './fact.ts';
import { isLater } from './is-later.ts';
import { isChange, takeChange } from './take-change.ts';
import { takeCorrection } from './take-correction.ts';
import { takeRelease } from './take-release.ts';
import type { View } from './view.ts';

/** Facts that say how others are to be read, and are taken first: when one comes, the view is derived anew. */
export function takeEarly(view: View, fact: OrderEvent): void {
  if (isChange(fact)) takeChange(view, fact);
  else if (fact.type === 'invoice.voided') view.voided.add(fact.invoice);
  // A gap that a person lets pass is settled while changes are applied, before the other facts.
  else if (fact.type === 'hold.released') takeRelease(view, fact);
  else if (fact.type === 'operator.rerouted') reroute(view, fact);
  // Of two answers that contradict each other the one that a person has put right counts.
  else if (fact.type === 'operator.corrected') takeCorrection(view, fact);
  else if (fact.type === 'shipment.corrected') correct(view, fact);
}

/** Types of the facts that are taken first, with those that say what the order is. */
export const reshaping: ReadonlySet<OrderEvent['type']> = new Set([
  'order.captured',
  'order.enriched',
  'change.requested',
  'change.decided',
  'change.result',
  'hold.released',
  'invoice.voided',
  'operator.corrected',
  'operator.rerouted',
  'shipment.corrected',
]);

/** A part may be sent to another ERP more than once: the last word counts. */
function reroute(view: View, fact: Fact<'operator.rerouted'>): void {
  const before = view.rerouted.get(fact.partId);
  if (before === undefined || isLater(fact, before)) view.rerouted.set(fact.partId, fact);
}

/** Of several corrections the last one counts, whichever arrives first. */
function correct(view: View, fact: Fact<'shipment.corrected'>): void {
  const before = view.corrections.get(fact.shipmentId);
  const later =
    before === undefined || fact.at > before.at || (fact.at === before.at && fact.correction > before.correction);
  if (later) view.corrections.set(fact.shipmentId, fact);
}
