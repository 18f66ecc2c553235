import { phase, terminalPhases } from '../order/phase.ts';
import type { Policy } from '../policy/policy.ts';
import type { OrderEvent } from '../word/event.ts';
import type { OrderState } from '../word/state.ts';
import { compareInvoice, comparePayment } from './compare-invoice.ts';
import { compareOrder } from './compare-order.ts';
import { compareShipment } from './compare-shipment.ts';
import { compareShopOrder } from './compare-shop-order.ts';
import { beginComparison, type Comparison, found, viewNow } from './comparison.ts';
import type { Finding } from './finding.ts';
import type { Observation, ObservedOrder, ObservedRecord } from './observed.ts';
import { owedDocuments } from './owed-documents.ts';
import { toldBefore } from './told-before.ts';

/** What one order and what was seen of it come to. */
export interface OrderReport {
  /** What the order is to be told, in order; the same facts again change nothing. */
  readonly events: readonly OrderEvent[];
  readonly findings: readonly Finding[];
}

/**
 * Holds one order against what other systems have of it (R28), under the table of authority (R20). Pure: the order is told
 * nothing, `events` say what it would be. Of an order that the journal does not have, the records are reported and nothing
 * is made. Throws a RangeError when the order is pinned to another version of the policy.
 */
export function reconcileReport(state: OrderState, observed: Observation, policy: Policy): OrderReport {
  const comparison = beginComparison(state, observed, policy);
  if (viewNow(comparison).captured === undefined) {
    return { events: [], findings: observed.records.map((record) => strangerOf(record)) };
  }
  const of = <Kind extends ObservedRecord['kind']>(kind: Kind) =>
    observed.records.filter((record): record is Extract<ObservedRecord, { kind: Kind }> => record.kind === kind);
  // An order's number first: the other records may have nothing else to be known by.
  for (const order of newest(of('order'))) (order.from === 'shop' ? compareShopOrder : compareOrder)(comparison, order);
  for (const shipment of of('shipment')) compareShipment(comparison, shipment);
  for (const invoice of of('invoice')) compareInvoice(comparison, invoice);
  for (const payment of of('payment')) comparePayment(comparison, payment);
  if (observed.complete === true) missingAtErp(comparison, of('order'));
  if (observed.run !== undefined) toldBefore(comparison);
  owedDocuments(comparison);
  return { events: comparison.events, findings: comparison.findings };
}

/** Of one order that was seen twice, what was seen last. */
function newest(orders: readonly ObservedOrder[]): readonly ObservedOrder[] {
  const byNumber = new Map<string, ObservedOrder>();
  for (const order of orders) {
    const name = `${order.from}/${order.number ?? ''}`;
    if ((byNumber.get(name)?.changedAt ?? '') <= order.changedAt) byNumber.set(name, order);
  }
  return [...byNumber.values()];
}

/** A record whose order the journal does not have. */
export function strangerOf(record: ObservedRecord): Finding {
  const name = nameOf(record);
  const { from, order, externalReference } = record;
  const reference = externalReference === undefined ? '' : ` (our reference ${externalReference})`;
  const sentence = `The ${record.kind} ${name}${reference} is at ${from} and not in the journal; nothing was made of it.`;
  const key = `${order ?? ''}/notInJournal//${record.kind}/${name}`;
  return { key, kind: 'notInJournal', action: 'reported', order: undefined, name, sentence };
}

function nameOf(record: ObservedRecord): string {
  switch (record.kind) {
    case 'order':
      return record.number ?? record.externalReference ?? record.order ?? '';
    case 'shipment':
      return record.shipment.shipmentId;
    case 'invoice':
      return record.invoice.number;
    case 'payment':
      return `${record.payment}/${record.invoice}`;
  }
}

/** An order that is not over, accepted under a number that the ERP does not have any more. */
function missingAtErp(comparison: Comparison, orders: readonly ObservedOrder[]): void {
  if (terminalPhases.includes(phase(comparison.state))) return;
  for (const { partId, accepted } of viewNow(comparison).parts.values()) {
    if (accepted === undefined || orders.some(({ number }) => number === accepted.number)) continue;
    const { id } = comparison.state;
    const sentence = `Part ${partId} of ${id} was accepted as ${accepted.number}, which ${accepted.erp} does not have.`;
    found(comparison, { kind: 'notInErp', action: 'reported', name: accepted.number, sentence });
  }
}
