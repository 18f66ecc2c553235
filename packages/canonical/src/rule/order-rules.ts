import { add } from '../arithmetic/add.ts';
import { compare } from '../arithmetic/compare.ts';
import { addedTaxes, chargesLessAllowances, lineNet } from '../arithmetic/line-net.ts';
import type { RoundingMode } from '../arithmetic/round.ts';
import { minorUnit } from '../data/currencies.ts';
import type { Order } from '../document/order.ts';
import type { DecimalString } from '../value/value.ts';
import {
  allocationsAreInOrderedUnit,
  allocationsArePositive,
  allocationsSumToQuantity,
  componentsArePositive,
  schedulesSumToQuantity,
} from './allocation-rules.ts';
import { currencyIsKnown } from './currency-rule.ts';
import { datesAreInOrder } from './date-rules.ts';
import {
  allowancesChargesAgree,
  allowancesChargesAreUnsigned,
  lineIdsAreUnique,
  linePricesAreNotNegative,
  lineQuantitiesArePositive,
  zeroPricesSayWhy,
} from './line-rules.ts';
import type { Rule } from './rule.ts';
import { taxesAreUnsigned } from './taxes-rules.ts';
import { within } from './within.ts';

// A warning: what partners count into their total (freight, tax) differs, and the prices decide.
const totalAgrees: Rule<Order> = {
  code: 'order-total-differs',
  severity: 'warning',
  meaning: 'the stated total is what the lines make with charges and taxes, within the tolerance, where all is priced',
  *find(order, { tolerance, rounding }) {
    const computed = orderTotal(order, rounding);
    if (order.total === undefined || computed === undefined || within(order.total, computed, tolerance)) return;
    yield {
      message: `The order states the total ${order.total}, its lines make ${computed}`,
      path: ['total'],
      expected: computed,
      found: order.total,
    };
  },
};

/** What an order's lines make; undefined when a price is missing or for another unit than ordered. */
function orderTotal(order: Order, rounding: RoundingMode): DecimalString | undefined {
  const places = minorUnit(order.currency);
  if (places === undefined) return undefined;
  let total = chargesLessAllowances(order.allowancesCharges ?? []);
  for (const { price, quantity, allowancesCharges, taxes = [] } of order.lines) {
    if (price === undefined || (price.unit !== undefined && price.unit !== quantity.unit)) return undefined;
    if (price.per !== undefined && compare(price.per, '0') <= 0) return undefined;
    total = add(total, lineNet({ quantity, price, allowancesCharges }, places, rounding));
    total = add(total, addedTaxes(taxes));
  }
  return add(total, addedTaxes(order.taxes ?? []));
}

export const orderRules: readonly Rule<Order>[] = [
  currencyIsKnown,
  lineIdsAreUnique,
  lineQuantitiesArePositive,
  linePricesAreNotNegative,
  zeroPricesSayWhy,
  allowancesChargesAreUnsigned,
  allowancesChargesAgree,
  taxesAreUnsigned,
  allocationsArePositive,
  allocationsAreInOrderedUnit,
  allocationsSumToQuantity,
  schedulesSumToQuantity,
  componentsArePositive,
  datesAreInOrder,
  totalAgrees,
];
