import type { Invoice } from '@dist/canonical';
import { compare, divide, multiply, subtract } from '@dist/canonical/arithmetic';
import { type LedgerInput, unanswered } from './deadlines.ts';
import { effectKey } from './effect-key.ts';

/**
 * What others still owe, so that the order is not closed: acknowledgments of our documents, payments, and shipments
 * that a posted invoice waits for.
 */
export function awaited(input: LedgerInput): Readonly<Record<string, string>> {
  const { view, policy } = input;
  const all: Record<string, string> = {};
  if (view.captured === undefined || view.abandoned !== undefined) return all;
  const channel = policy.channels[view.captured.order.channel];
  if (channel.functionalAcknowledgment) {
    for (const { effect, since } of unanswered(input)) all[`997/${effect.key}`] = since;
  }
  for (const { invoice, at } of view.invoices.values()) {
    if (!isIssued(input, invoice)) all[`shipment/${invoice.number}`] = at;
    else if (channel.payment && !isPaid(input, invoice)) all[`payment/${invoice.number}`] = at;
  }
  return all;
}

function isIssued({ id, effects }: LedgerInput, invoice: Invoice): boolean {
  return effectKey.invoice(id, invoice.number) in effects || effectKey.shopInvoice(id, invoice.number) in effects;
}

function isPaid({ view }: LedgerInput, invoice: Invoice): boolean {
  if (invoice.type === 'creditMemo') return true;
  const discount = divide(multiply(invoice.total, invoice.terms?.discountPercent ?? '0'), '100', 2, 'up');
  return compare(view.paid.get(invoice.number) ?? '0', subtract(invoice.total, discount)) >= 0;
}
