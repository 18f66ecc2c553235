import type { Invoice } from '@dist/canonical';
import { normalize } from '@dist/canonical/arithmetic';
import type { Told } from '../word/effect.ts';
import { type Comparison, found, settleDifference, viewNow } from './comparison.ts';
import { findPart } from './find-part.ts';
import type { ObservedInvoice, ObservedPayment } from './observed.ts';

/** Tells the order of an invoice that it did not know. A known number that says something else waits for a person. */
export function compareInvoice(comparison: Comparison, record: ObservedInvoice): void {
  const { from, invoice, of, rma, voided } = record;
  const { number } = invoice;
  const view = viewNow(comparison);
  const known = view.invoices.get(number)?.fact.invoice;
  const about = { from, name: number, class: 'pricing' } as const;
  if (known === undefined) {
    if (voided !== undefined) return;
    const partId = findPart(view, record)?.partId;
    if (partId === undefined) {
      const sentence = `Invoice ${number} is at ${from} under the name of ${comparison.state.id}, for no part of it.`;
      found(comparison, { kind: 'notInJournal', action: 'reported', name: number, sentence });
      return;
    }
    const more = { ...(of !== undefined && { of }), ...(rma !== undefined && { rma }) };
    const adopt: Told[] = [{ type: 'invoice.posted', partId, invoice, ...more }];
    const sentence = `Invoice ${number} was posted at ${from}, and the journal did not know: no 810 was sent.`;
    const difference = { field: 'invoice', kind: 'invoicedWithout810', known: undefined, adopt } as const;
    settleDifference(comparison, { ...about, ...difference, reported: amountsOf(invoice), sentence });
    return;
  }
  if (voided !== undefined) takeVoid(comparison, record, voided);
  else compareKnown(comparison, record, known);
}

function takeVoid(comparison: Comparison, { from, invoice: { number } }: ObservedInvoice, reason: string): void {
  if (viewNow(comparison).voided.has(number)) return;
  const sentence = `Invoice ${number} was voided at ${from} (${reason}), and the journal did not know.`;
  const adopt: Told[] = [{ type: 'invoice.voided', invoice: number, reason }];
  const about = { from, name: number, class: 'pricing', kind: 'fieldDifference', field: 'invoice' } as const;
  settleDifference(comparison, { ...about, known: 'posted', reported: 'voided', sentence, adopt });
}

/** A number says one thing for ever (R23): nothing is told, whatever the table says. */
function compareKnown(comparison: Comparison, { from, invoice }: ObservedInvoice, known: Invoice): void {
  const about = { from, name: invoice.number, kind: 'fieldDifference', class: 'pricing' } as const;
  for (const [field, of] of [
    ['invoice', amountsOf],
    ['tax', taxesOf],
  ] as const) {
    const [here, there] = [of(known), of(invoice)];
    if (here === there) continue;
    const sentence = `Invoice ${invoice.number}: ${field} is ${there || 'none'} at ${from}, here ${here || 'none'}.`;
    settleDifference(comparison, { ...about, field, known: here, reported: there, sentence });
  }
}

/** Tells the order of money that it did not know. */
export function comparePayment(comparison: Comparison, { from, payment, invoice, amount }: ObservedPayment): void {
  const name = `${payment}/${invoice}`;
  const { facts } = comparison.state;
  const fact = Object.hasOwn(facts, `payment.applied/${name}`) ? facts[`payment.applied/${name}`] : undefined;
  const known = fact?.type === 'payment.applied' ? normalize(fact.amount) : undefined;
  const reported = normalize(amount);
  const sentence = `${reported} of ${payment} are booked at ${from} for invoice ${invoice}, here ${known ?? 'nothing'}.`;
  const adopt: Told[] = known === undefined ? [{ type: 'payment.applied', invoice, amount, payment }] : [];
  const about = { field: 'payment', from, kind: 'paymentUnknown', name, class: 'pricing' } as const;
  settleDifference(comparison, { ...about, known, reported, sentence, adopt });
}

function amountsOf({ type, total, lines }: Invoice): string {
  const each = lines.map(
    ({ lineId, quantity, net }) => `${lineId}: ${normalize(quantity.value)} ${quantity.unit} ${normalize(net)}`,
  );
  return `${type} ${normalize(total)} (${each.sort().join(', ')})`;
}

function taxesOf({ taxes = [], lines }: Invoice): string {
  const all = [...taxes, ...lines.flatMap((line) => line.taxes ?? [])];
  return all
    .map(({ category, amount }) => `${category} ${normalize(amount)}`)
    .sort()
    .join(', ');
}
