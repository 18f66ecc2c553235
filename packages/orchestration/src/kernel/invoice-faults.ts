import type { Invoice } from '@dist/canonical';
import { compare, documentTotal, isNegative, multiply, subtract } from '@dist/canonical/arithmetic';
import type { Fact } from './fact.ts';
import { foreignNumbers } from './foreign-numbers.ts';
import type { Step } from './step.ts';
import type { View } from './view.ts';

/** Rounding may lose this much in each line, and once more in the whole. */
const lost = '0.01';

/**
 * What is wrong with an ordinary invoice as a whole (R23): another order or currency than ours, a total that its parts do not make,
 * a quantity below zero, an allowance or charge that is not agreed where the policy lists those that are.
 */
export function invoiceFaults({ view, policy }: Step, { partId, invoice }: Fact<'invoice.posted'>): string[] {
  const faults: string[] = [];
  const { currency } = view.order ?? invoice;
  if (invoice.currency !== currency) faults.push(`it is in ${invoice.currency}, ordered in ${currency}`);
  const isForeign = foreignNumbers(view, partId, [invoice.orderNumber]).length > 0;
  if (isForeign && !isShippedUnder(view, invoice.orderNumber))
    faults.push(`it is of order ${invoice.orderNumber}, which is none of this one`);
  const made = documentTotal(invoice);
  if (made !== invoice.total && !isWithin(subtract(invoice.total, made), invoice.lines.length + 1))
    faults.push(`its total is ${invoice.total}, its parts make ${made}`);
  for (const { lineId, quantity } of invoice.lines)
    if (isNegative(quantity.value)) faults.push(`line ${lineId} bills ${quantity.value}, which is for a credit memo`);
  faults.push(...strangeCharges(invoice, policy.invoicing.agreedCharges));
  return faults;
}

/** Some ERPs have a number of their own for what is left over: its shipments say so. */
function isShippedUnder({ shipments }: View, number: string): boolean {
  return [...shipments.values()].some(({ orders }) => orders.includes(number));
}

function strangeCharges(invoice: Invoice, agreed: readonly string[] | undefined): readonly string[] {
  if (agreed === undefined) return [];
  return [invoice, ...invoice.lines].flatMap(({ allowancesCharges = [] }) =>
    allowancesCharges.flatMap(({ kind, code }) => (agreed.includes(code) ? [] : `the ${kind} ${code} is not agreed`)),
  );
}

function isWithin(difference: string, times: number): boolean {
  const size = difference.startsWith('-') ? difference.slice(1) : difference;
  return compare(size, multiply(lost, String(times))) <= 0;
}
