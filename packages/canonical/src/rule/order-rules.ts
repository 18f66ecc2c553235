import { add, subtract, sum } from '../arithmetic/add.ts';
import { compare, equals } from '../arithmetic/compare.ts';
import { chargesLessAllowances, lineNet } from '../arithmetic/line-net.ts';
import type { RoundingMode } from '../arithmetic/round.ts';
import { minorUnit } from '../data/currencies.ts';
import type { Order, OrderDates } from '../document/order.ts';
import type { DecimalString } from '../value/value.ts';
import { currencyIsKnown } from './currency-rule.ts';
import {
  allowancesChargesAreUnsigned,
  isPositive,
  lineIdsAreUnique,
  linePricesAreNotNegative,
  lineQuantitiesArePositive,
  notPositive,
} from './line-rules.ts';
import { nodeRules } from './node-rules.ts';
import type { Rule } from './rule.ts';

/** A store takes a part of its line in the line's own unit, and the parts make the whole (X12 SDQ). */
const allocationsSumToQuantity: Rule<Order> = {
  code: 'allocations-sum-differs',
  severity: 'error',
  *find({ lines }) {
    for (const [index, { lineId, quantity, allocations }] of lines.entries()) {
      if (allocations === undefined || allocations.some((part) => part.quantity.unit !== quantity.unit)) continue;
      const allocated = sum(allocations.map((part) => part.quantity.value));
      if (equals(allocated, quantity.value)) continue;
      yield {
        message: `The allocations of line ${lineId} sum to ${allocated}, ordered is ${quantity.value} ${quantity.unit}`,
        path: ['lines', index, 'allocations'],
        expected: quantity.value,
        found: allocated,
      };
    }
  },
};

// Only the item can convert (R16), so the sum cannot be checked here; a hold is the caller's decision.
const allocationsAreInOrderedUnit: Rule<Order> = {
  code: 'allocation-unit-differs',
  severity: 'warning',
  *find({ lines }) {
    for (const [index, { lineId, quantity, allocations = [] }] of lines.entries()) {
      const part = allocations.findIndex((allocation) => allocation.quantity.unit !== quantity.unit);
      if (part < 0) continue;
      yield {
        message: `Line ${lineId} is ordered in ${quantity.unit} and allocated in another unit`,
        path: ['lines', index, 'allocations', part, 'quantity', 'unit'],
        expected: quantity.unit,
        found: allocations[part]?.quantity.unit,
      };
    }
  },
};

const allocationsArePositive: Rule<Order> = {
  code: 'allocation-not-positive',
  severity: 'error',
  *find({ lines }) {
    for (const [index, { lineId, allocations = [] }] of lines.entries()) {
      for (const [part, { quantity }] of allocations.entries()) {
        if (isPositive(quantity)) continue;
        const path = ['lines', index, 'allocations', part, 'quantity', 'value'];
        yield notPositive(`An allocation of line ${lineId}`, path, quantity);
      }
    }
  },
};

const earlierThenLater: readonly (readonly [keyof OrderDates, keyof OrderDates])[] = [
  ['shipNotBefore', 'shipNotAfter'],
  ['shipNotBefore', 'cancelAfter'],
];

const datesAreInOrder: Rule<Order> = {
  code: 'dates-out-of-order',
  severity: 'error',
  *find({ dates }) {
    for (const [earlier, later] of earlierThenLater) {
      const first = dates[earlier];
      const last = dates[later];
      // Calendar dates of four-digit years compare as text.
      if (first === undefined || last === undefined || first <= last) continue;
      yield {
        message: `${earlier} ${first} lies after ${later} ${last}`,
        path: ['dates', later],
        expected: `${first} or later`,
        found: last,
      };
    }
  },
};

// A warning: what partners count into their total (freight, tax) differs, and the prices decide.
const totalAgrees: Rule<Order> = {
  code: 'order-total-differs',
  severity: 'warning',
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
    total = add(total, sum(taxes.map((tax) => tax.amount)));
  }
  return add(total, sum((order.taxes ?? []).map((tax) => tax.amount)));
}

/** Whether two amounts lie no farther apart than the tolerance. */
export function within(a: DecimalString, b: DecimalString, tolerance: DecimalString): boolean {
  const difference = compare(a, b) < 0 ? subtract(b, a) : subtract(a, b);
  return compare(difference, tolerance) <= 0;
}

export const orderRules: readonly Rule<Order>[] = [
  currencyIsKnown,
  lineIdsAreUnique,
  lineQuantitiesArePositive,
  linePricesAreNotNegative,
  allowancesChargesAreUnsigned,
  allocationsArePositive,
  allocationsAreInOrderedUnit,
  allocationsSumToQuantity,
  datesAreInOrder,
  totalAgrees,
  ...nodeRules,
];
