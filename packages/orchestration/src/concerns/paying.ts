import type { Invoice } from '@dist/canonical';
import { add, compare, divide, multiply, negate, subtract } from '@dist/canonical/arithmetic';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import type { Fact } from '../kernel/fact.ts';
import { join } from '../kernel/join.ts';
import { partOf } from '../kernel/part-of.ts';
import { put } from '../kernel/put.ts';
import { entryOf, note, type Step } from '../kernel/step.ts';
import { unmatchedPayment } from '../kernel/unmatched-payment.ts';
import type { View } from '../kernel/view.ts';

/**
 * Money. An advice (820) says what the buyer pays and keeps back; only bank or ERP make it cash (R24). An invoice is settled
 * when cash, credit and deductions that were let go come to its total less the agreed discount.
 */
export const paying: Concern = {
  name: 'paying',
  absorb: {
    'payment.applied': (view, { invoice, amount }) => addTo(view.paid, view, invoice, amount),
    'payment.advised': (view, fact) => {
      view.advised.set(`${fact.payment}/${fact.invoice}`, fact);
      settleInvoice(view, fact.invoice);
    },
    'deduction.decided': (view, fact) => {
      view.decided.set(`${fact.payment}/${fact.invoice}`, fact);
      settleInvoice(view, fact.invoice);
    },
    'invoice.posted': (view, { invoice, of }) => {
      const original = of ?? invoice.originalInvoice?.number;
      if (invoice.type === 'creditMemo' && original !== undefined)
        addTo(view.credited, view, original, sizeOf(invoice));
      settleInvoice(view, invoice.number);
    },
  },
  apply: { 'payment.applied': takePayment },
  issue: (step) => {
    if (step.view.advised.size === 0 || !step.policy.money.applyCash) return;
    for (const advice of step.view.advised.values()) applyCash(step, advice);
  },
  awaits: (step, awaited) => {
    const { view, policy } = step;
    if (view.unpaid.size === 0 || view.captured === undefined) return;
    if (!policy.channels[view.captured.order.channel].payment) return;
    for (const number of view.unpaid) {
      const invoice = view.invoices.get(number);
      if (invoice?.issued === true) awaited(invoice.payment, invoice.fact.at);
    }
  },
};

/** Money that settles nothing is told at once: nothing else of the order would show it. */
function takePayment(step: Step, event: Fact<'payment.applied'>): boolean {
  if (!join(step)) return false;
  const unmatched = unmatchedPayment(step.view, event.invoice);
  if (unmatched !== undefined)
    note(step, 'payment.unmatched', `Paid: ${unmatched}`, { data: { invoice: event.invoice } });
  return true;
}

function addTo(sums: Map<string, string>, view: View, invoice: string, amount: string): void {
  sums.set(invoice, add(sums.get(invoice) ?? '0', amount));
  settleInvoice(view, invoice);
}

function sizeOf({ total }: Invoice): string {
  return total.startsWith('-') ? negate(total) : total;
}

function settleInvoice(view: View, number: string): void {
  const invoice = view.invoices.get(number)?.fact.invoice;
  if (invoice === undefined || invoice.type === 'creditMemo') return;
  const due = lessDiscount(invoice);
  const settled = [view.paid.get(number) ?? '0', view.credited.get(number) ?? '0', letGo(view, number)].reduce(add);
  // What was voided before it went out is owed by nobody; one that went out is ended by its credit memo.
  const gone = view.voided.has(number) && view.invoices.get(number)?.issued !== true;
  if (gone || compare(settled, due) >= 0) view.unpaid.delete(number);
  else view.unpaid.add(number);
}

function lessDiscount({ total, terms }: Invoice): string {
  if (terms?.discountPercent === undefined) return total;
  return subtract(total, divide(multiply(total, terms.discountPercent), '100', 2, 'up'));
}

/** Deductions that were accepted. */
function letGo(view: View, number: string): string {
  let sum = '0';
  for (const [name, { invoice, deductions = [] }] of view.advised) {
    if (invoice !== number || view.decided.get(name)?.decision !== 'accepted') continue;
    sum = deductions.reduce((total, { amount }) => add(total, amount), sum);
  }
  return sum;
}

type Advice = View['advised'] extends Map<string, infer Value> ? Value : never;

/** Books what is advised, once for each payment and invoice, where the ERP is ours to tell. */
function applyCash(step: Step, { payment, invoice, amount, deductions = [] }: Advice): void {
  const { view } = step;
  const partId = view.invoices.get(invoice)?.fact.partId;
  const erp = partId === undefined ? undefined : partOf(view, partId).part?.erp;
  const key = effectKey.applyCash(step.before.id, payment, invoice);
  if (erp === undefined || entryOf(step, key) !== undefined) return;
  const body = { type: 'erp.cash', erp, payment, invoice, amount, deductions } as const;
  put(step, { key, lane: `erp:${erp}`, safety: 'idempotent', body });
}
