import { priorityOf } from '../policy/fits.ts';
import type { Policy } from '../policy/policy.ts';
import type { EffectBody, Safety } from '../word/effect.ts';
import type { OrderPart } from '../word/event.ts';
import type { Hold, IssuedEffect } from '../word/state.ts';
import { composeAcknowledgmentFrom } from './compose/acknowledgment.ts';
import { composeInvoiceFrom } from './compose/invoice.ts';
import { composeShipNoticeFrom } from './compose/ship-notice.ts';
import { effectKey } from './effect-key.ts';
import { erpOrder } from './erp-order.ts';
import { holdNamesOf, invoiceHold, shipmentHold } from './holds.ts';
import { last, later } from './instant.ts';
import { releasableInvoices } from './invoice-gate.ts';
import { type Fact, partsOf, type View } from './view.ts';

/** One thing that has to be done, given the facts. The body is made only when it is asked for. */
interface Owed {
  readonly key: string;
  readonly lane: string;
  readonly priority: number;
  readonly safety: Safety;
  /** Not before this instant; at once when absent. */
  readonly notBefore?: string | undefined;
  body(): EffectBody;
}

interface OwedInput {
  readonly id: string;
  readonly view: View;
  readonly holds: Readonly<Record<string, Hold>>;
  readonly policy: Policy;
  entry(key: string): IssuedEffect | undefined;
}

type Captured = Fact<'order.captured'>;

/** All that the facts oblige us to do, done or not. What is in the ledger already is not asked for twice. */
export function* owed(input: OwedInput): Iterable<Owed> {
  const { view, policy } = input;
  const { captured } = view;
  if (captured === undefined || view.abandoned !== undefined) return;
  const priority = priorityOf(policy, captured.partner, captured.order);
  const all = [
    enrichment(input, captured),
    submits(input),
    lookUps(input),
    cancellations(input),
    acknowledgments(input, captured),
    shipNotices(input, captured),
    invoices(input, captured),
  ];
  for (const some of all) for (const one of some) yield { priority, ...one };
}

type Unranked = Omit<Owed, 'priority'>;

function* enrichment({ id, view }: OwedInput, captured: Captured): Iterable<Unranked> {
  if (view.enriched !== undefined || view.invalid !== undefined || view.cancels.length > 0) return;
  const rounds = view.unresolved.length;
  const released = view.unresolved.every((event) => holdNamesOf(event).every((name) => view.released.has(name)));
  if (!released) return;
  const { partner, order } = captured;
  const body = () => ({ type: 'order.enrich', partner, order, round: rounds + 1 }) as const;
  yield { key: effectKey.enrich(id, rounds + 1), lane: 'local', safety: 'idempotent', body };
}

function* submits({ id, view, holds, entry }: OwedInput): Iterable<Unranked> {
  const stopped = view.cancels.length > 0 || view.invalid !== undefined || Object.keys(holds).length > 0;
  for (const part of partsOf(view)) {
    const key = effectKey.submit(id, part.partId);
    // Once issued it stays: a hold or a cancellation that comes later is a race that the ERP decides.
    if (entry(key) === undefined && (stopped || isAnswered(view, part))) continue;
    const body = () => ({ type: 'erp.submit', erp: part.erp, request: erpOrder(view, part) }) as const;
    yield { key, lane: `erp:${part.erp}`, safety: 'lookupFirst', body };
  }
}

function* lookUps({ id, view, policy, entry }: OwedInput): Iterable<Unranked> {
  for (const part of partsOf(view)) {
    const submit = effectKey.submit(id, part.partId);
    const doubt = entry(submit);
    if (doubt?.status !== 'inDoubt') continue;
    const { partId, erp, externalReference } = part;
    const { attempt, since } = doubt;
    const body = () => ({ type: 'erp.find', erp, partId, externalReference, submit, attempt }) as const;
    const notBefore = later(since, policy.retry.lookUpAfterSeconds);
    const key = effectKey.find(id, partId, attempt);
    yield { key, lane: `erp:${erp}`, safety: 'idempotent', notBefore, body };
  }
}

function* cancellations({ id, view, entry }: OwedInput): Iterable<Unranked> {
  const requests = [...view.cancels].sort((a, b) => (a.cancel < b.cancel ? -1 : 1));
  for (const part of partsOf(view)) {
    const accepted = view.accepted.get(part.partId);
    if (accepted === undefined) continue;
    for (const { cancel } of requests) {
      const key = effectKey.cancel(id, cancel, part.partId);
      // Nothing left to cancel, or told once already: another request for the same goods could be counted twice.
      if (entry(key) === undefined && !part.lines.some((line) => view.lines.open.has(line.lineId))) continue;
      const { partId, erp, externalReference } = part;
      const body = () =>
        ({ type: 'erp.cancel', erp, partId, externalReference, number: accepted.number, cancel }) as const;
      yield { key, lane: `erp:${erp}`, safety: 'idempotent', body };
      if (!view.cancelResults.has(`${cancel}/${partId}`)) break;
    }
  }
}

function* acknowledgments(input: OwedInput, captured: Captured): Iterable<Unranked> {
  const { id, view, policy } = input;
  const { partner, order } = captured;
  if (!policy.channels[order.channel].acknowledge || !isDecided(input)) return;
  const rest = { lane: `partner:${partner}`, safety: 'idempotent' } as const;
  const content = () => composeAcknowledgmentFrom(view, lastAnswer(view));
  const body = () => ({ type: 'document.send', partner, document: '855', content: content() }) as const;
  yield { key: effectKey.acknowledgment(id), ...rest, body };
  for (const event of view.again) {
    const again = () => ({ ...body(), content: { ...content(), purpose: 'duplicate' as const } });
    yield { key: effectKey.acknowledgmentAgain(id, event.key), ...rest, body: again };
  }
}

/** Whether each part has an answer (or was cancelled before it left) and at least one has. */
export function isDecided({ id, view, entry }: Pick<OwedInput, 'id' | 'view' | 'entry'>): boolean {
  if (view.invalid !== undefined) return true;
  const parts = partsOf(view);
  const cancelledHere = (part: OrderPart) =>
    view.cancels.length > 0 && !hasLeft(entry(effectKey.submit(id, part.partId)));
  return (
    parts.some((part) => isAnswered(view, part)) && parts.every((part) => isAnswered(view, part) || cancelledHere(part))
  );
}

/** Whether a submit may be at the ERP, or is still meant to get there. */
export function hasLeft(submit: IssuedEffect | undefined): boolean {
  return submit !== undefined && submit.status !== 'withdrawn';
}

export function isAnswered(view: View, part: OrderPart): boolean {
  return view.accepted.has(part.partId) || view.refused.has(part.partId);
}

/** The instant of the answer that completed the decision. */
function lastAnswer(view: View): string {
  const answers = [...view.accepted.values(), ...view.refused.values(), ...(view.invalid ? [view.invalid] : [])];
  return last([view.captured?.receivedAt ?? '', ...answers.map((event) => event.at)]);
}

/**
 * Whether shipment notices and invoices may be issued: where the order is acknowledged they come after its 855, and what
 * is shipped or billed before all parts have their answer waits for it. Whether the 855 then arrives, or is parked, holds
 * nothing back.
 */
function mayFollow(input: OwedInput, { order }: Captured): boolean {
  return !input.policy.channels[order.channel].acknowledge || isDecided(input);
}

function* shipNotices(input: OwedInput, captured: Captured): Iterable<Unranked> {
  const { id, view, holds, entry } = input;
  if (view.enriched === undefined) return;
  const { partner, order } = captured;
  const edi = order.channel === 'edi';
  const tooEarly = !mayFollow(input, captured);
  for (const { shipment } of view.shipments.values()) {
    const { shipmentId, items } = shipment;
    const key = edi ? effectKey.shipNotice(id, shipmentId) : effectKey.shopFulfillment(id, shipmentId);
    const names = [shipmentHold(shipmentId), `conflict/shipment.posted/${shipmentId}`];
    if (entry(key) === undefined && (tooEarly || isStopped(holds, names, items))) continue;
    const content = () => composeShipNoticeFrom(view, shipment);
    if (edi) {
      const body = () => ({ type: 'document.send', partner, document: '856', content: content() }) as const;
      yield { key, lane: `partner:${partner}`, safety: 'idempotent', body };
    } else {
      const shopOrderId = shopOrderIdOf(order);
      const body = () => ({ type: 'shop.fulfillment', partner, shopOrderId, content: content() }) as const;
      yield { key, lane: `shop:${partner}`, safety: 'idempotent', body };
    }
  }
}

/** Whether an open hold is about the document itself or about one of its lines. */
function isStopped(
  holds: OwedInput['holds'],
  names: readonly string[],
  lines: readonly { readonly lineId: string }[],
): boolean {
  if (Object.keys(holds).length === 0) return false;
  if (names.some((name) => name in holds)) return true;
  return lines.some(({ lineId }) => `over-shipment/${lineId}` in holds || `unit/${lineId}` in holds);
}

/** The shop's own id of the order: a reference where the mapping kept one, the number otherwise. */
function shopOrderIdOf(order: Captured['order']): string {
  return order.references.find((reference) => reference.type === 'shopOrderId')?.value ?? order.number;
}

function* invoices(input: OwedInput, captured: Captured): Iterable<Unranked> {
  const { id, view, holds, entry } = input;
  if (view.enriched === undefined || !mayFollow(input, captured)) return;
  const { partner, order } = captured;
  const edi = order.channel === 'edi';
  const keyOf = edi ? effectKey.invoice : effectKey.shopInvoice;
  const waiting = [...view.invoices.values()].filter(({ invoice: { number, lines } }) => {
    if (entry(keyOf(id, number)) !== undefined) return false;
    return !isStopped(holds, [invoiceHold(number), `conflict/invoice.posted/${number}`], lines);
  });
  for (const invoice of releasableInvoices(input, waiting)) {
    const content = () => composeInvoiceFrom(view, invoice);
    const key = keyOf(id, invoice.number);
    if (edi) {
      const body = () => ({ type: 'document.send', partner, document: '810', content: content() }) as const;
      yield { key, lane: `partner:${partner}`, safety: 'idempotent', body };
    } else {
      const shopOrderId = shopOrderIdOf(order);
      const body = () => ({ type: 'shop.invoice', partner, shopOrderId, content: content() }) as const;
      yield { key, lane: `shop:${partner}`, safety: 'idempotent', body };
    }
  }
}
