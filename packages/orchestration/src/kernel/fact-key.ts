import type { OrderEvent } from '../word/event.ts';

/**
 * What an event says, as a name: two events with one name say the same thing (or contradict each other), whatever
 * their own keys are. A shipment told twice by two messages is one shipment. Undefined for reports on effects and
 * timers, which move the ledger instead.
 */
export function factKey(event: OrderEvent): string | undefined {
  // A type may come from outside: `toString` names no fact.
  const nameOf = Object.hasOwn(names, event.type) ? (names[event.type] as (event: OrderEvent) => string) : undefined;
  return nameOf === undefined ? undefined : join(event.type, nameOf(event));
}

function join(type: string, name: string): string {
  return name === '' ? type : `${type}/${name}`;
}

type Report = 'effect.done' | 'effect.failed' | 'timer.fired';

type Names = {
  readonly [Type in OrderEvent['type']]: Type extends Report
    ? undefined
    : (event: Extract<OrderEvent, { readonly type: Type }>) => string;
};

/** An order has one of its kind. */
const only = () => '';
/** Amounts that add up, and acts of a person: each message is its own fact. */
const itself = ({ key }: OrderEvent) => key;

const names: Names = {
  'order.captured': only,
  'order.enriched': only,
  'order.unresolved': ({ round }) => String(round),
  'order.invalid': only,
  'change.requested': ({ change }) => change,
  'change.decided': ({ change }) => change,
  'change.result': ({ change, partId }) => `${change}/${partId}`,
  'hold.placed': ({ hold }) => hold,
  'hold.released': ({ hold, about = '' }) => (about === '' ? hold : `${hold}#${about}`),
  'credit.decided': only,
  'cancel.requested': ({ cancel }) => cancel,
  'cancel.result': ({ cancel, partId }) => `${cancel}/${partId}`,
  'erp.accepted': ({ partId }) => partId,
  'erp.rejected': ({ partId }) => partId,
  'erp.notFound': ({ partId, attempt }) => `${partId}/${attempt}`,
  'line.allocated': itself,
  'line.backordered': itself,
  'line.shortClosed': ({ partId, closing }) => `${partId}/${closing}`,
  'line.substituted': ({ substitution: { lineId, substitute } }) => `${lineId}/${substitute}`,
  'substitution.decided': ({ lineId, substitute }) => `${lineId}/${substitute}`,
  'warehouse.picked': ({ request }) => request,
  'warehouse.confirmed': ({ request, confirmation, key }) => `${request}/${confirmation.shipmentId ?? key}`,
  'warehouse.cancelResult': ({ cancel, partId }) => `${cancel}/${partId}`,
  'shipment.posted': ({ shipment }) => shipment.shipmentId,
  'shipment.corrected': ({ shipmentId, correction }) => `${shipmentId}/${correction}`,
  'shipment.delivered': ({ shipmentId }) => shipmentId,
  'invoice.posted': ({ invoice }) => invoice.number,
  'invoice.voided': ({ invoice }) => invoice,
  'payment.advised': ({ payment, invoice }) => `${payment}/${invoice}`,
  // One payment may settle several invoices; without a name each message is its own.
  'payment.applied': ({ payment, invoice, key }) => (payment === undefined ? key : `${payment}/${invoice}`),
  'deduction.decided': ({ payment, invoice }) => `${payment}/${invoice}`,
  'return.reported': ({ content }) => `${content.number}/${content.status}`,
  // A rejection may follow an acceptance (an 824 after a 997): both are facts, and the worse one counts.
  'acknowledgment.received': ({ document, by, status }) => `${document}/${by}/${status}`,
  'mdn.received': ({ document, status }) => `${document}/${status}`,
  'message.received': ({ message }) => message,
  'load.joined': ({ order, shipment }) => `${order}/${shipment.shipmentId}`,
  'load.closed': only,
  'notice.reported': ({ shipmentId, status, round = 1 }) => `${shipmentId}/${status}${round === 1 ? '' : `#${round}`}`,
  'remittance.received': only,
  'effect.done': undefined,
  'effect.failed': undefined,
  'timer.fired': undefined,
  'operator.replayed': itself,
  'operator.corrected': itself,
  'operator.dismissed': itself,
  'operator.rerouted': itself,
  'operator.abandoned': only,
};
