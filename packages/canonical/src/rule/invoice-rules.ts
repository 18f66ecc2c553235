import { isNegative, isZero } from '../arithmetic/compare.ts';
import { documentTotal, lineNet } from '../arithmetic/line-net.ts';
import { minorUnit } from '../data/currencies.ts';
import type { Invoice, InvoiceLine } from '../document/invoice.ts';
import { currencyIsKnown } from './currency-rule.ts';
import {
  allowancesChargesAreUnsigned,
  lineIdsAreUnique,
  linePricesAreNotNegative,
  lineQuantitiesArePositive,
} from './line-rules.ts';
import { nodeRules } from './node-rules.ts';
import { within } from './order-rules.ts';
import type { Rule } from './rule.ts';

/** A line's net amount is its quantity at its price with its charges and allowances, rounded once (R23). */
const lineNetsAgree: Rule<Invoice> = {
  code: 'line-net-differs',
  severity: 'error',
  *find({ lines, currency }, { tolerance, rounding }) {
    const places = minorUnit(currency);
    if (places === undefined) return;
    for (const [index, line] of lines.entries()) {
      if (!isPricedInItsUnit(line)) continue;
      const computed = lineNet(line, places, rounding);
      if (within(line.net, computed, tolerance)) continue;
      yield {
        message: `Line ${line.lineId} states ${line.net} net, its quantity and price make ${computed}`,
        path: ['lines', index, 'net'],
        expected: computed,
        found: line.net,
      };
    }
  },
};

/** Catch weight is priced in another unit than it is counted in (R18): only the item could convert. */
function isPricedInItsUnit({ price, quantity }: InvoiceLine): boolean {
  if (price.per !== undefined && (isZero(price.per) || isNegative(price.per))) return false;
  return price.unit === undefined || price.unit === quantity.unit;
}

const totalAgrees: Rule<Invoice> = {
  code: 'invoice-total-differs',
  severity: 'error',
  *find(invoice, { tolerance }) {
    const computed = documentTotal(invoice);
    if (within(invoice.total, computed, tolerance)) return;
    yield {
      message: `The invoice states the total ${invoice.total}, its parts make ${computed}`,
      path: ['total'],
      expected: computed,
      found: invoice.total,
    };
  },
};

export const invoiceRules: readonly Rule<Invoice>[] = [
  currencyIsKnown,
  lineIdsAreUnique,
  lineQuantitiesArePositive,
  linePricesAreNotNegative,
  allowancesChargesAreUnsigned,
  lineNetsAgree,
  totalAgrees,
  ...nodeRules,
];
