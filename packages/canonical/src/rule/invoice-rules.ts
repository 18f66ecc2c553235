import { subtract } from '../arithmetic/add.ts';
import { isNegative, isZero } from '../arithmetic/compare.ts';
import { documentTotal, lineNet } from '../arithmetic/line-net.ts';
import { percentOf } from '../arithmetic/percent-of.ts';
import { minorUnit } from '../data/currencies.ts';
import type { Invoice, InvoiceLine } from '../document/invoice.ts';
import { currencyIsKnown } from './currency-rule.ts';
import {
  allowancesChargesAgree,
  allowancesChargesAreUnsigned,
  isPositive,
  lineIdsAreUnique,
  linePricesAreNotNegative,
  lineQuantitiesArePositive,
  notPositive,
  zeroPricesSayWhy,
} from './line-rules.ts';
import type { Rule } from './rule.ts';
import { taxesAgree, taxesAreUnsigned } from './taxes-rules.ts';
import { within } from './within.ts';

/** A line's net amount is its quantity at its price with its charges and allowances, rounded once (R23). */
const lineNetsAgree: Rule<Invoice> = {
  code: 'line-net-differs',
  severity: 'error',
  meaning: 'a net is (priced) quantity × price / per with charges, less allowances, rounded once, within the tolerance',
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

/** A price for another unit is the next rule's: only the item could convert. */
function isPricedInItsUnit({ price, quantity, pricedQuantity = quantity }: InvoiceLine): boolean {
  if (price.per !== undefined && (isZero(price.per) || isNegative(price.per))) return false;
  return price.unit === undefined || price.unit === pricedQuantity.unit;
}

// A warning: with the item at hand `invoiceTotals` can tell, and holds where it cannot.
const pricesAreForTheUnit: Rule<Invoice> = {
  code: 'price-unit-differs',
  severity: 'warning',
  meaning: 'a price is for the unit of the (priced) quantity; otherwise the net cannot be checked without the item',
  *find({ lines }) {
    for (const [index, { lineId, price, quantity, pricedQuantity = quantity }] of lines.entries()) {
      if (price.unit === undefined || price.unit === pricedQuantity.unit) continue;
      yield {
        message: `Line ${lineId} is counted in ${pricedQuantity.unit} and priced for ${price.unit}`,
        path: ['lines', index, 'price', 'unit'],
        expected: pricedQuantity.unit,
        found: price.unit,
      };
    }
  },
};

const pricedQuantitiesArePositive: Rule<Invoice> = {
  code: 'priced-quantity-not-positive',
  severity: 'error',
  meaning: 'what is weighed of a line (catch weight) is greater than zero',
  *find({ lines }) {
    for (const [index, { lineId, pricedQuantity }] of lines.entries()) {
      if (pricedQuantity === undefined || isPositive(pricedQuantity)) continue;
      yield notPositive(`Priced line ${lineId}`, ['lines', index, 'pricedQuantity', 'value'], pricedQuantity);
    }
  },
};

const totalAgrees: Rule<Invoice> = {
  code: 'invoice-total-differs',
  severity: 'error',
  meaning:
    'the total is the nets with charges and added taxes, less allowances, within the tolerance; gross of discount',
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

/** The type says which way the money goes: a sign beside it would turn it round. */
const creditsAreUnsigned: Rule<Invoice> = {
  code: 'credit-negative',
  severity: 'error',
  meaning: 'the total of a credit memo is zero or more: its type carries the sign',
  *find({ type, number, total }) {
    if (type !== 'creditMemo' || !isNegative(total)) return;
    const message = `Credit memo ${number} has the total ${total}, which would be a demand for payment`;
    yield { message, path: ['total'], expected: 'zero or more; the type carries the sign', found: total };
  },
};

const discountsAgree: Rule<Invoice> = {
  code: 'discount-differs',
  severity: 'warning',
  meaning:
    'the discount is the percent of the terms of what is discountable, and total less discount is due (TDS02 to TDS04)',
  *find({ discountAmounts, terms, total, currency }, { tolerance, rounding }) {
    const places = minorUnit(currency);
    const { discountable, discounted, discount } = discountAmounts ?? {};
    if (places === undefined || discountable === undefined) return;
    const percent = terms?.discountPercent;
    const computed = percent === undefined ? undefined : percentOf(discountable, percent, places, rounding);
    if (computed !== undefined && discount !== undefined && !within(discount, computed, tolerance)) {
      const message = `The discount is stated as ${discount}, ${percent} percent of ${discountable} is ${computed}`;
      yield { message, path: ['discountAmounts', 'discount'], expected: computed, found: discount };
    }
    if (discount === undefined || discounted === undefined) return;
    const due = subtract(total, discount);
    if (within(discounted, due, tolerance)) return;
    const message = `Due with discount is stated as ${discounted}, total less discount is ${due}`;
    yield { message, path: ['discountAmounts', 'discounted'], expected: due, found: discounted };
  },
};

export const invoiceRules: readonly Rule<Invoice>[] = [
  currencyIsKnown,
  lineIdsAreUnique,
  lineQuantitiesArePositive,
  pricedQuantitiesArePositive,
  linePricesAreNotNegative,
  pricesAreForTheUnit,
  zeroPricesSayWhy,
  allowancesChargesAreUnsigned,
  allowancesChargesAgree,
  taxesAreUnsigned,
  taxesAgree,
  lineNetsAgree,
  totalAgrees,
  creditsAreUnsigned,
  discountsAgree,
];
