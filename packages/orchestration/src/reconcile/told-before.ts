import { messageOf } from '../kernel/message-of.ts';
import type { OrderEvent } from '../word/event.ts';
import { type Comparison, found } from './comparison.ts';
import type { FindingKind } from './finding.ts';

const kinds: { readonly [Type in OrderEvent['type']]?: FindingKind } = {
  'erp.accepted': 'notAccepted',
  'shipment.posted': 'shippedWithout856',
  'shipment.corrected': 'fieldDifference',
  'invoice.posted': 'invoicedWithout810',
  'invoice.voided': 'fieldDifference',
  'payment.applied': 'paymentUnknown',
  'line.shortClosed': 'quantityDifference',
  'line.backordered': 'quantityDifference',
  'change.requested': 'quantityDifference',
  'cancel.result': 'cancelled',
  'cancel.requested': 'cancelled',
};

/**
 * Reports what the same run told the order before it was broken off: it was committed, and perhaps nobody read of it. What
 * is held is found again by itself.
 */
export function toldBefore(comparison: Comparison): void {
  const { state, events, run } = comparison;
  const now = new Set(events.map(({ key }) => key));
  for (const [name, fact] of Object.entries(state.facts)) {
    const kind = kinds[fact.type];
    if (kind === undefined || fact.causation !== run || now.has(fact.key)) continue;
    const sentence = `${messageOf(fact)}: the journal did not know, and was told by a run that was broken off.`;
    found(comparison, { kind, action: 'told', name, sentence });
  }
}
