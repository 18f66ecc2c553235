import { compare, isZero, subtract } from '@dist/canonical/arithmetic';
import type { View } from './view.ts';

/**
 * Money that settles nothing, in words: what was paid beyond an invoice, or for one that the order does not have, which may
 * still come (R24). Undefined where the money is for what is owed.
 */
export function unmatchedPayment({ paid, invoices }: View, number: string): string | undefined {
  const amount = paid.get(number) ?? '0';
  const invoice = invoices.get(number)?.fact.invoice;
  if (invoice === undefined)
    return isZero(amount) ? undefined : `${amount} for invoice ${number}, which is not known here`;
  const over = subtract(amount, invoice.total);
  return compare(over, '0') > 0 ? `${over} more than invoice ${number}` : undefined;
}
