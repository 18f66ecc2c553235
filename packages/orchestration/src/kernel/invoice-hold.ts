import type { InvoiceLine, OrderLine } from '@dist/canonical';
import { compare, divide } from '@dist/canonical/arithmetic';
import { withinTolerance } from '../policy/within-tolerance.ts';
import type { Hold } from '../word/state.ts';
import { invoiceFaults } from './invoice-faults.ts';
import { ownerOf } from './owner-of.ts';
import { inBaseUnit, type Row } from './row.ts';
import type { Step } from './step.ts';

/** Stops an invoice that does not agree with the order or itself: a line that was not ordered, a price beyond the tolerance (R23). */
export function invoiceHold(step: Step, number: string, hold: (hold: Hold) => void): void {
  const fact = step.view.invoices.get(number)?.fact;
  if (fact === undefined || fact.invoice.type === 'creditMemo') return;
  const { invoice } = fact;
  const wrong = invoiceFaults(step, fact);
  for (const line of invoice.lines) {
    const fault = faultOf(step, line);
    if (fault !== undefined) wrong.push(fault);
  }
  if (wrong.length === 0) return;
  const reason = `invoice ${number}: ${wrong.join('; ')}`;
  // Let pass is what was seen: the same number may come again with another content.
  const about = `${invoice.total} ${invoice.currency}`;
  hold({ hold: `invoice/${number}`, reason, about, class: 'pricing', owner: ownerOf(step, 'pricing'), since: fact.at });
}

function faultOf({ view, policy }: Step, line: InvoiceLine): string | undefined {
  const row = view.rows.get(line.lineId);
  if (row === undefined) return `line ${line.lineId} is not on the order`;
  const price = view.ordered.get(line.lineId)?.price;
  if (isAsOrdered(row, line, price)) return undefined;
  const agreed = perBaseUnit(row, price, row.unit);
  const billed = perBaseUnit(row, line.price, line.quantity.unit);
  if (agreed === undefined || billed === undefined || withinTolerance(billed, agreed, policy.price)) return undefined;
  return `line ${line.lineId} at ${billed} per ${row.baseUnit}, ordered at ${agreed}`;
}

/** Word for word, which nearly all prices are: nothing has to be converted to see it. */
function isAsOrdered(row: Row, line: InvoiceLine, price: OrderLine['price']): boolean {
  if (price === undefined) return true;
  const same = price.amount === line.price.amount && price.per === line.price.per && !price.amount.startsWith('-');
  return same && (price.unit ?? row.unit) === (line.price.unit ?? line.quantity.unit);
}

function perBaseUnit(row: Row, price: OrderLine['price'], unit: string): string | undefined {
  if (price === undefined) return undefined;
  const units = inBaseUnit(row, { value: price.per ?? '1', unit: price.unit ?? unit });
  return units === undefined || compare(units, '0') <= 0 ? undefined : divide(price.amount, units, 6);
}
