import type { OrderEvent } from '../word/event.ts';

/**
 * What an event says, as a name: two events with one name say the same thing (or contradict each other), whatever
 * their own keys are. A shipment told twice by two messages is one shipment. Undefined for reports on effects and
 * timers, which move the ledger instead.
 */
export function factKey(event: OrderEvent): string | undefined {
  switch (event.type) {
    case 'order.unresolved':
      return `${event.type}/${event.round}`;
    case 'hold.placed':
    case 'hold.released':
      return `${event.type}/${event.hold}`;
    case 'erp.accepted':
    case 'erp.rejected':
      return `${event.type}/${event.partId}`;
    case 'erp.notFound':
      return `${event.type}/${event.partId}/${event.attempt}`;
    case 'shipment.posted':
      return `${event.type}/${event.shipment.shipmentId}`;
    case 'invoice.posted':
      return `${event.type}/${event.invoice.number}`;
    case 'cancel.requested':
      return `${event.type}/${event.cancel}`;
    case 'cancel.result':
      return `${event.type}/${event.cancel}/${event.partId}`;
    // A rejection may follow an acceptance (an 824 after a 997): both are facts, and the worse one counts.
    case 'acknowledgment.received':
      return `${event.type}/${event.document}/${event.status}`;
    // Amounts that add up: each message is its own fact.
    case 'line.allocated':
    case 'line.backordered':
    case 'payment.applied':
    case 'operator.replayed':
      return `${event.type}/${event.key}`;
    case 'effect.done':
    case 'effect.failed':
    case 'timer.fired':
      return undefined;
    default:
      return event.type;
  }
}
