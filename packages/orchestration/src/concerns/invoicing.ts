import type { Invoice } from '@dist/canonical';
import { invoiceOf } from '../compose/invoice-of.ts';
import type { Concern, EntryChange } from '../kernel/concern.ts';
import { creditStanding } from '../kernel/credit-standing.ts';
import { effectKey } from '../kernel/effect-key.ts';
import type { Fact } from '../kernel/fact.ts';
import { last } from '../kernel/instant.ts';
import { releasableInvoices } from '../kernel/invoice-gate.ts';
import { invoiceHold } from '../kernel/invoice-hold.ts';
import { isStopped } from '../kernel/is-stopped.ts';
import { isNewest } from '../kernel/ledger.ts';
import { mayFollow } from '../kernel/may-follow.ts';
import { move, unsigned } from '../kernel/move.ts';
import { partOf } from '../kernel/part-of.ts';
import { put } from '../kernel/put.ts';
import { shopOrderId } from '../kernel/shop-order-id.ts';
import { slaDue } from '../kernel/sla-due.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import type { OwedDocument, View } from '../kernel/view.ts';
import type { SlaRule } from '../policy/policy.ts';

/** Invoices and credit memos go to the partner once, as far as what they bill has been noticed (R23). */
export const invoicing: Concern = {
  name: 'invoicing',
  absorb: {
    'shipment.posted': (view, { shipment }) => void view.unasked.add(shipment.shipmentId),
    'invoice.posted': (view, fact) => {
      const { number } = fact.invoice;
      view.invoices.set(number, { fact, issued: false, owed: owedInvoice(view, number), payment: `payment/${number}` });
      if (!view.voided.has(number)) view.unbilled.add(number);
      view.owedInvoices.add(number);
      // A voided invoice bills nothing, and its credit memo takes nothing back of what is invoiced.
      const original = fact.of ?? fact.invoice.originalInvoice?.number;
      const gone =
        view.voided.has(number) || (original !== undefined && view.voided.has(original) && isCredit(fact.invoice));
      if (!gone) moveLines(view, 'invoiced', fact.invoice, 1);
    },
  },
  absorbEntry,
  holds: (step, hold) => {
    if (step.view.enriched === undefined) return;
    // Once it was released and sent, the question is closed.
    for (const number of step.view.unbilled) invoiceHold(step, number, hold);
  },
  issue: (step) => {
    const { view } = step;
    askInvoices(step);
    if (view.unbilled.size === 0 || !mayFollow(step)) return;
    const waiting: Invoice[] = [];
    for (const number of view.unbilled) {
      const fact = view.invoices.get(number)?.fact;
      if (fact === undefined || creditStanding(view, fact) !== 'stands') continue;
      const names = () => [`invoice/${number}`, `conflict/invoice.posted/${number}`];
      if (!isStopped(step, names, fact.invoice.lines)) waiting.push(fact.invoice);
    }
    for (const invoice of releasableInvoices(step, waiting)) send(step, invoice);
  },
  deadlines: (step, due) => {
    const { view } = step;
    if (view.owedInvoices.size === 0 || view.captured?.order.channel !== 'edi') return;
    for (const number of view.owedInvoices) {
      const { fact, owed } = view.invoices.get(number) ?? { owed: owedInvoice(view, number) };
      const start = (from: SlaRule['startsAt']) => fact && startOf(view, fact, from);
      const moot = fact !== undefined && creditStanding(view, fact) === 'moot';
      if (moot || (view.voided.has(number) && view.invoices.get(number)?.issued !== true)) continue;
      if (!slaDue(step, owed, start, due)) view.owedInvoices.delete(number);
    }
  },
  awaits: (step, awaited) => {
    for (const number of step.view.unbilled) {
      const fact = step.view.invoices.get(number)?.fact;
      if (fact !== undefined && creditStanding(step.view, fact) !== 'moot') awaited(`shipment/${number}`, fact.at);
    }
  },
};

/** Where the clock of an invoice starts: at its posting, or when the last of what it bills had shipped or left. */
function startOf(view: View, { invoice, at }: Fact<'invoice.posted'>, from: SlaRule['startsAt']): string {
  if (from !== 'shipped' && from !== 'departed') return at;
  const billed = new Set(invoice.lines.map(({ lineId }) => lineId));
  const named = new Set(invoice.shipmentIds);
  const shipped = [...view.shipments.values()].filter(
    ({ fact }) =>
      fact.at <= at &&
      (named.size > 0
        ? named.has(fact.shipment.shipmentId)
        : fact.shipment.items.some((item) => billed.has(item.lineId))),
  );
  const left = last(shipped.map(({ fact }) => (from === 'departed' ? (fact.departedAt ?? fact.at) : fact.at)));
  return left === '' ? at : left;
}

function owedInvoice({ id }: View, number: string): OwedDocument {
  return { document: '810', timer: `810/${number}`, key: effectKey.invoice(id, number) };
}

function absorbEntry(view: View, { key, after }: EntryChange): void {
  const { body } = after.effect;
  if (body.type === 'erp.invoice') view.unasked.delete(body.shipmentId);
  const isInvoice = body.type === 'shop.invoice' || body.type === 'shop.refund';
  if (!isInvoice && !(body.type === 'document.send' && body.document === '810')) return;
  const { number } = body.content;
  view.unbilled.delete(number);
  if (isNewest(view, key)) view.owedInvoices.add(number);
  const invoice = view.invoices.get(number);
  if (invoice === undefined || invoice.issued) return;
  invoice.issued = true;
  moveLines(view, 'billed', invoice.fact.invoice, 1);
}

function isCredit({ type }: Invoice): boolean {
  return type === 'creditMemo';
}

/** A credit memo takes back; its quantities may have a sign or not. */
function moveLines(view: View, what: 'invoiced' | 'billed', invoice: Invoice, sign: 1 | -1): void {
  if (invoice.type !== 'creditMemo') move(view, what, invoice.lines, sign);
  else move(view, what, invoice.lines.map(unsigned), sign === 1 ? -1 : 1);
}

/** Asks the ERP to invoice each shipment, where it does not do so by itself. */
function askInvoices(step: Step): void {
  const { view, policy } = step;
  if (!policy.invoicing.ask || view.unasked.size === 0) return;
  for (const shipmentId of [...view.unasked]) {
    const { part, accepted } = partOf(view, view.shipments.get(shipmentId)?.fact.partId ?? '');
    if (part === undefined || accepted === undefined) continue;
    const { erp, partId, externalReference } = part;
    const body = { type: 'erp.invoice', erp, partId, externalReference, number: accepted.number, shipmentId } as const;
    put(step, {
      key: effectKey.askInvoice(step.before.id, shipmentId),
      lane: `erp:${erp}`,
      safety: 'idempotent',
      body,
    });
  }
}

function send(step: Step, invoice: Invoice): void {
  const { captured, order } = step.view;
  if (captured === undefined || order === undefined) return;
  const { partner } = captured;
  const content = invoiceOf(step.view, invoice);
  if (order.channel === 'edi') {
    const key = effectKey.invoice(step.before.id, invoice.number);
    const body = { type: 'document.send', partner, document: '810', content } as const;
    put(step, { key, lane: `partner:${partner}`, safety: 'idempotent', body });
    return;
  }
  const refund = invoice.type === 'creditMemo' && step.view.invoices.get(invoice.number)?.fact.rma !== undefined;
  const keyOf = refund ? effectKey.shopRefund : effectKey.shopInvoice;
  const key = keyOf(step.before.id, invoice.number);
  const body = {
    type: refund ? 'shop.refund' : 'shop.invoice',
    partner,
    shopOrderId: shopOrderId(order),
    content,
  } as const;
  if (entryOf(step, key) === undefined) put(step, { key, lane: `shop:${partner}`, safety: 'idempotent', body });
}
