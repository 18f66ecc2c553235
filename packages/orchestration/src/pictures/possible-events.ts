import type { Order } from '@dist/canonical';
import type { EventBase, OrderEvent } from '../word/event.ts';
import type { ErrorClass } from '../word/failure.ts';
import type { IssuedEffect, OrderState } from '../word/state.ts';
import { sampleOrder } from './sample-order.ts';

type Without<Event> = Event extends unknown ? Omit<Event, keyof EventBase> : never;

/** An event without its key and instant, and what to call it where its type alone says too little. */
export interface PossibleEvent {
  readonly label: string;
  readonly event: Without<OrderEvent>;
  /** What an undisturbed life is made of; the others are detours. */
  readonly ordinary: boolean;
}

/**
 * What may happen next to the sample order, most ordinary first: the answers to what was asked of the outside, the next
 * event of an undisturbed life, and then what goes wrong, what people do, and what comes unasked. Not everything that is
 * thinkable, but each type of event somewhere.
 */
export function possibleEvents(state: OrderState, channel: Order['channel']): readonly PossibleEvent[] {
  const facts = Object.values(state.facts);
  const known = new Set(facts.map(({ type }) => type));
  if (!known.has('order.captured')) return [captured(channel)];
  const ledger = Object.values(state.effects);
  return [
    ...ledger.flatMap(repairs),
    ...Object.keys(state.holds).map((hold) => usual({ type: 'hold.released', hold, by: 'a person' })),
    ...ledger.flatMap((entry) => answers(entry, facts)),
    ...ledger.flatMap(reports),
    ...goods(facts),
    ...money(facts),
    ...stock(facts),
    ...unasked.filter(({ event }) => !known.has(event.type)),
  ];
}

/** One of an undisturbed life. */
function usual(event: Without<OrderEvent>): PossibleEvent {
  return { label: event.type, event, ordinary: true };
}

function detour(event: Without<OrderEvent>, how?: string): PossibleEvent {
  return { label: how === undefined ? event.type : `${event.type} (${how})`, event, ordinary: false };
}

function captured(channel: Order['channel']): PossibleEvent {
  const order = sampleOrder.order(channel);
  return usual({ type: 'order.captured', partner: 'northfield', order, receivedAt: '2026-03-02T08:00:00.000Z' });
}

function reports({ status, attempt, effect: { key, safety } }: IssuedEffect): readonly PossibleEvent[] {
  if (status !== 'issued') return [];
  const failed = (name: ErrorClass): PossibleEvent =>
    detour({ type: 'effect.failed', effect: key, attempt, failure: { class: name, code: name, message: name } }, name);
  const done = usual({ type: 'effect.done', effect: key, attempt });
  return [done, failed('configuration'), ...(safety === 'lookupFirst' ? [failed('inDoubt')] : [])];
}

/** What the outside says to an effect; an answer may come before the report that it was done. */
function answers(
  { status, effect: { key, body } }: IssuedEffect,
  facts: readonly OrderEvent[],
): readonly PossibleEvent[] {
  if (body.type === 'document.send') return status === 'done' ? partnersAnswers(key, facts) : [];
  if (status !== 'issued' && status !== 'inDoubt') return [];
  switch (body.type) {
    case 'order.enrich':
      return enrichments(body.round);
    case 'erp.submit':
      return decisions(status === 'issued');
    case 'erp.find':
      return [...decisions(true), detour({ type: 'erp.notFound', partId: '1', attempt: body.attempt })];
    case 'erp.cancel': {
      const result = { type: 'cancel.result', cancel: body.cancel, partId: '1' } as const;
      return [usual({ ...result, lines: [sampleOrder.amount('2')] }), detour({ ...result, lines: [] }, 'too late')];
    }
    case 'erp.change': {
      const result = { type: 'change.result', change: body.change, partId: '1' } as const;
      return [usual({ ...result, accepted: true }), detour({ ...result, accepted: false }, 'refused')];
    }
    case 'credit.check': {
      const decided = { type: 'credit.decided', reason: 'limit', by: 'a person' } as const;
      return [usual({ ...decided, approved: true }), detour({ ...decided, approved: false }, 'refused')];
    }
    default:
      return [];
  }
}

function partnersAnswers(document: string, facts: readonly OrderEvent[]): readonly PossibleEvent[] {
  if (facts.some((fact) => fact.type === 'acknowledgment.received' && fact.document === document)) return [];
  const answer = { type: 'acknowledgment.received', document, by: '997', codes: [] } as const;
  return [usual({ ...answer, status: 'accepted' }), detour({ ...answer, status: 'rejected' }, 'rejected')];
}

function enrichments(round: number): readonly PossibleEvent[] {
  const failures = [{ class: 'itemCrossReference', code: 'unknown', message: 'item unknown' }] as const;
  return [
    usual({ type: 'order.enriched', lines: sampleOrder.lines(), parts: [sampleOrder.part()], used: [] }),
    detour({ type: 'order.unresolved', round, failures }),
    detour({ type: 'order.invalid', failures }),
  ];
}

function decisions(ordinary: boolean): readonly PossibleEvent[] {
  const accepted = { type: 'erp.accepted', partId: '1', erp: 'erp', number: 'SO-1', rejected: [] } as const;
  const amount = sampleOrder.amount('2');
  return [
    ordinary ? usual(accepted) : detour(accepted),
    detour({ ...accepted, backordered: [amount] }, 'back-ordered'),
    detour({ ...accepted, rejected: [{ ...amount, reason: 'outOfStock' }] }, 'no line'),
    detour({ type: 'erp.rejected', partId: '1', reason: 'customer', message: 'customer is closed' }),
  ];
}

function repairs({ status, effect }: IssuedEffect): readonly PossibleEvent[] {
  const told = { effect: effect.key, by: 'a person', reason: 'mended' };
  if (status !== 'parked') return [];
  return [usual({ type: 'operator.replayed', ...told }), detour({ type: 'operator.dismissed', ...told })];
}

/** Each once in the life of an order. */
const unasked: readonly PossibleEvent[] = [
  detour({ type: 'hold.placed', hold: 'credit', reason: 'limit', class: 'credit' }),
  detour({ type: 'cancel.requested', cancel: 'c1', reason: 'not needed' }),
  detour({
    type: 'change.requested',
    partner: 'northfield',
    change: '1',
    content: sampleOrder.change('1', '1'),
    receivedAt: '2026-03-02T09:00:00.000Z',
  }),
  detour({ type: 'operator.abandoned', by: 'a person', reason: 'a test order' }),
];

function goods(facts: readonly OrderEvent[]): readonly PossibleEvent[] {
  if (!facts.some(({ type }) => type === 'erp.accepted')) return [];
  const shipped = facts.flatMap((fact) => (fact.type === 'shipment.posted' ? [fact.shipment.shipmentId] : []));
  const posted = (shipmentId: string, value: string) =>
    ({ type: 'shipment.posted', partId: '1', shipment: sampleOrder.shipment(shipmentId, value) }) as const;
  if (shipped.length === 0) return [usual(posted('S1', '2')), detour(posted('P1', '1'), 'in part')];
  return shipped.length === 1 && shipped[0] === 'P1' ? [usual(posted('P2', '1'))] : [];
}

function stock(facts: readonly OrderEvent[]): readonly PossibleEvent[] {
  const told = new Set(facts.map(({ type }) => type));
  if (!told.has('erp.accepted')) return [];
  const some = { partId: '1', lines: [sampleOrder.amount('1')] };
  const events = [
    detour({ type: 'line.backordered', ...some }),
    detour({ type: 'line.allocated', ...some }),
    detour({ type: 'line.shortClosed', closing: 'x1', reason: 'no stock', ...some }),
    ...facts.flatMap((fact) => (fact.type === 'shipment.posted' ? [delivered(fact.shipment.shipmentId)] : [])),
  ];
  return events.filter(({ event }) => !told.has(event.type));
}

function delivered(shipmentId: string): PossibleEvent {
  return detour({ type: 'shipment.delivered', shipmentId, deliveredAt: '2026-03-04T08:00:00.000Z' });
}

function money(facts: readonly OrderEvent[]): readonly PossibleEvent[] {
  const told = new Set(facts.map(({ type }) => type));
  const shipments = facts.flatMap((fact) => (fact.type === 'shipment.posted' ? [fact.shipment] : []));
  const invoices = facts.flatMap((fact) => (fact.type === 'invoice.posted' ? [fact.invoice] : []));
  const paid = new Set(facts.flatMap((fact) => (fact.type === 'payment.applied' ? [fact.invoice] : [])));
  const unbilled = shipments.filter(({ shipmentId }) => !invoices.some(({ number }) => number === `I${shipmentId}`));
  const unpaid = invoices.filter(({ number }) => !paid.has(number));
  return [
    ...unbilled.map(({ shipmentId, items }) => billed(shipmentId, items[0]?.quantity.value ?? '2')),
    ...unpaid.map(({ number, total }) =>
      usual({ type: 'payment.applied', invoice: number, amount: total, payment: `bank/${number}` }),
    ),
    ...(told.has('invoice.voided')
      ? []
      : invoices
          .slice(0, 1)
          .map(({ number }) => detour({ type: 'invoice.voided', invoice: number, reason: 'wrong price' }))),
    ...(told.has('return.reported')
      ? []
      : shipments
          .slice(0, 1)
          .map(() => detour({ type: 'return.reported', content: sampleOrder.goodsBack('R1', 'received') }))),
  ];
}

function billed(shipmentId: string, value: string): PossibleEvent {
  const net = value === '1' ? '3.25' : '6.50';
  return usual({ type: 'invoice.posted', partId: '1', invoice: sampleOrder.invoice(`I${shipmentId}`, value, net) });
}
