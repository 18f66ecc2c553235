import type { OrderEvent } from '../word/event.ts';

/** What an event is about, by its business key: an effect, a shipment, an invoice, a hold; empty when it is the order. */
export function subjectOf(event: OrderEvent): string {
  switch (event.type) {
    case 'order.captured':
      return event.order.number;
    case 'shipment.posted':
      return event.shipment.shipmentId;
    case 'invoice.posted':
      return event.invoice.number;
    case 'return.reported':
      return event.content.number;
    case 'erp.accepted':
      return event.number;
    case 'operator.corrected':
      return event.event.type;
    default:
      return fields.map((name) => textOf(event, name)).find((value) => value !== undefined) ?? '';
  }
}

/** The first that an event has is its business key. */
const fields = [
  'effect',
  'document',
  'timer',
  'hold',
  'cancel',
  'change',
  'correction',
  'shipmentId',
  'invoice',
  'payment',
  'request',
  'message',
  'lineId',
  'partId',
] as const;

function textOf(event: OrderEvent, name: string): string | undefined {
  const value = Object.entries(event).find(([field]) => field === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}
