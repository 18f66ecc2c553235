import type { OrderEvent } from '../word/event.ts';
import { canonicalText } from './canonical-text.ts';
import { differences } from './differences.ts';
import { factKey } from './fact-key.ts';
import { note, type Step } from './step.ts';
import { withFact } from './view.ts';

/**
 * Joins one fact with those known: the same again changes nothing; another content under the same name is a conflict,
 * which is flagged and decided by content, so that any order of arrival ends the same. False when nothing changed.
 */
export function recordFact(step: Step, key = factKey(step.event), event: OrderEvent = step.event): boolean {
  if (key === undefined) throw new TypeError(`${event.type} is no fact`);
  const known = step.facts[key];
  if (known === undefined) {
    step.facts = withFact(step.facts, key, event);
    note(step, event.type, messageOf(event));
    return true;
  }
  const [before, after] = [contentOf(known), contentOf(event)];
  if (before === after) return keepEarliest(step, key, known, event);
  return decide(step, key, { known, event, wins: after < before });
}

/** What a fact says, without how it came. */
export function contentOf(event: OrderEvent): string {
  const { key: _key, at: _at, v: _v, causation: _causation, trace: _trace, ...content } = event;
  if (content.type !== 'shipment.posted') return canonicalText(content);
  // When the notice was made differs each time an ERP is asked; what was shipped does not.
  const { createdAt: _createdAt, ...shipment } = content.shipment;
  return canonicalText({ ...content, shipment });
}

function keepEarliest(step: Step, key: string, known: OrderEvent, event: OrderEvent): boolean {
  // Deadlines start at the earliest report of a fact, so that they do not depend on which copy came first.
  const earlier = event.at < known.at || (event.at === known.at && event.key < known.key);
  if (earlier) step.facts = withFact(step.facts, key, event);
  else note(step, 'duplicate', `${event.type} came again and says the same`, { data: { fact: key } });
  return earlier;
}

function decide(step: Step, key: string, found: { known: OrderEvent; event: OrderEvent; wins: boolean }): boolean {
  const { known, event, wins } = found;
  const flagged = step.conflicts[key] === true;
  if (flagged && !wins) return false;
  if (!flagged) step.conflicts = { ...step.conflicts, [key]: true };
  if (wins) step.facts = withFact(step.facts, key, event);
  const [kept, dropped] = wins ? [event, known] : [known, event];
  const what = differences(kept, dropped).join('; ');
  note(step, 'conflict', `${event.type} came again and says something else: ${what}`, { data: { fact: key } });
  return true;
}

function messageOf(event: OrderEvent): string {
  switch (event.type) {
    case 'order.captured':
      return `Purchase order ${event.order.number} of ${event.partner} with ${event.order.lines.length} lines`;
    case 'order.enriched':
      return `Matched with master data: ${event.parts.map((part) => `part ${part.partId} for ${part.erp}`).join(', ')}`;
    case 'order.unresolved':
    case 'order.invalid':
      return event.failures.map((failure) => failure.message).join('; ');
    case 'hold.placed':
      return `Hold ${event.hold}: ${event.reason}`;
    case 'hold.released':
      return `Hold ${event.hold} released by ${event.by}`;
    case 'erp.accepted':
      return `${event.erp} accepted part ${event.partId} as ${event.number}`;
    case 'erp.rejected':
      return `Part ${event.partId} rejected: ${event.message}`;
    case 'erp.notFound':
      return `Part ${event.partId} is not at the ERP after attempt ${event.attempt}`;
    case 'shipment.posted':
      return `Shipment ${event.shipment.shipmentId} posted`;
    case 'invoice.posted':
      return `Invoice ${event.invoice.number} posted`;
    case 'payment.applied':
      return `${event.amount} applied to invoice ${event.invoice}`;
    case 'cancel.requested':
      return `Cancellation ${event.cancel} requested: ${event.reason}`;
    case 'cancel.result':
      return event.lines.length === 0 ? `Too late to cancel part ${event.partId}` : `Part ${event.partId} cancelled`;
    case 'acknowledgment.received':
      return `The partner's answer to ${event.document}: ${event.status}`;
    case 'operator.replayed':
      return `${event.effect} tried again by ${event.by}: ${event.reason}`;
    case 'operator.abandoned':
      return `Abandoned by ${event.by}: ${event.reason}`;
    default:
      return event.type;
  }
}
