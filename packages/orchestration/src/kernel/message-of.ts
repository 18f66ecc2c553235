import type { OrderEvent } from '../word/event.ts';

/** What an event says, in a few words for a person. */
export function messageOf(event: OrderEvent): string {
  const say = sayings[event.type] as ((event: OrderEvent) => string) | undefined;
  return say?.(event) ?? event.type;
}

type Sayings = {
  readonly [Type in OrderEvent['type']]?: (event: Extract<OrderEvent, { readonly type: Type }>) => string;
};

const sayings: Sayings = {
  'order.captured': ({ order, partner }) =>
    `Purchase order ${order.number} of ${partner} with ${order.lines.length} lines`,
  'order.enriched': ({ parts }) =>
    `Matched with master data: ${parts.reduce((text, { partId, erp }) => `${text === '' ? '' : `${text}, `}part ${partId} for ${erp}`, '')}`,
  'order.unresolved': ({ failures }) => failures.map((failure) => failure.message).join('; '),
  'order.invalid': ({ failures }) => failures.map((failure) => failure.message).join('; '),
  'change.requested': ({ change, content }) => `Change ${change} of ${content.lines.length} lines requested`,
  'change.decided': ({ change, decision, by }) => `Change ${change}: ${by} decided to ${decision} it`,
  'change.result': ({ change, partId, accepted, reason }) =>
    `Change ${change} of part ${partId} ${accepted ? 'taken' : `refused: ${reason ?? 'no reason given'}`}`,
  'hold.placed': ({ hold, reason }) => `Hold ${hold}: ${reason}`,
  'hold.released': ({ hold, by, reason }) =>
    `Hold ${hold} released by ${by}${reason === undefined ? '' : `: ${reason}`}`,
  'credit.decided': ({ approved, reason, by }) => `Credit ${approved ? 'approved' : 'refused'} by ${by}: ${reason}`,
  'erp.accepted': ({ erp, partId, number }) => `${erp} accepted part ${partId} as ${number}`,
  'erp.rejected': ({ partId, message }) => `Part ${partId} rejected: ${message}`,
  'erp.notFound': ({ partId, attempt }) => `Part ${partId} is not at the ERP after attempt ${attempt}`,
  'line.shortClosed': ({ lines, reason }) => `Closed short: ${lines.map(({ lineId }) => lineId).join(', ')}, ${reason}`,
  'line.substituted': ({ substitution: { lineId, ordered, substitute } }) =>
    `Line ${lineId}: ${substitute} in place of ${ordered}`,
  'substitution.decided': ({ lineId, substitute, accepted, by }) =>
    `Line ${lineId}: ${substitute} ${accepted ? 'taken' : 'refused'} by ${by}`,
  'warehouse.picked': ({ partId }) => `The warehouse has picked part ${partId}`,
  'warehouse.confirmed': ({ partId }) => `The warehouse confirmed a shipment of part ${partId}`,
  'shipment.posted': ({ shipment }) => `Shipment ${shipment.shipmentId} posted`,
  'shipment.corrected': ({ shipmentId, reason }) => `Shipment ${shipmentId} put right: ${reason}`,
  'shipment.delivered': ({ shipmentId, deliveredAt }) => `Shipment ${shipmentId} delivered at ${deliveredAt}`,
  'invoice.posted': ({ invoice }) => `Invoice ${invoice.number} posted`,
  'invoice.voided': ({ invoice, reason }) => `Invoice ${invoice} voided: ${reason}`,
  'payment.advised': ({ payment, invoice, amount }) => `${payment} advises ${amount} for invoice ${invoice}`,
  'payment.applied': ({ amount, invoice }) => `${amount} applied to invoice ${invoice}`,
  'deduction.decided': ({ payment, invoice, decision, by }) =>
    `Deduction of ${payment} from ${invoice} ${decision} by ${by}`,
  'return.reported': ({ content }) => `Return ${content.number} is ${content.status}`,
  'load.joined': ({ order, shipment }) => `Shipment ${shipment.shipmentId} of ${order} joined the load`,
  'load.closed': ({ load, orders }) => `Load ${load} has left${orders === undefined ? '' : ` with ${orders} orders`}`,
  'notice.reported': ({ shipmentId, load, status }) => `The notice of load ${load} for ${shipmentId}: ${status}`,
  'remittance.received': ({ content }) => `Remittance ${content.traceNumber} of ${content.total} ${content.currency}`,
  'cancel.requested': ({ cancel, reason }) => `Cancellation ${cancel} requested: ${reason}`,
  'cancel.result': ({ partId, lines }) =>
    lines.length === 0 ? `Too late to cancel part ${partId}` : `Part ${partId} cancelled`,
  'warehouse.cancelResult': ({ partId, lines }) =>
    lines.length === 0 ? `Too late to stop part ${partId} at the warehouse` : `Part ${partId} stopped at the warehouse`,
  'acknowledgment.received': ({ document, status }) => `The partner's answer to ${document}: ${status}`,
  'mdn.received': ({ document, status }) => `Receipt for ${document}: ${status}`,
  'message.received': ({ subject }) => `A message to read: ${subject}`,
  'operator.replayed': ({ effect, by, reason }) => `${effect} tried again by ${by}: ${reason}`,
  'operator.corrected': ({ event, by, reason }) => `${event.type} put right by ${by}: ${reason}`,
  'operator.dismissed': ({ effect, by, reason }) => `${effect} given up by ${by}: ${reason}`,
  'operator.rerouted': ({ partId, erp, by, reason }) => `Part ${partId} goes to ${erp}, by ${by}: ${reason}`,
  'operator.abandoned': ({ by, reason }) => `Abandoned by ${by}: ${reason}`,
};
