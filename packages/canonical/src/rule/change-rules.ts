import { isNegative } from '../arithmetic/compare.ts';
import type { LineAction, OrderChange } from '../document/order-change.ts';
import {
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
  isPositive,
  linePricesAreNotNegative,
  notPositive,
} from './line-rules.ts';
import { repeated } from './repeated.ts';
import type { Rule } from './rule.ts';
import { taxesAreUnsigned } from './taxes-rules.ts';

/** A delta may change the price and the quantity of a line one after the other; the same twice is a slip. */
const lineIdsAreUnique: Rule<OrderChange> = {
  code: 'line-id-repeated',
  severity: 'error',
  meaning: 'a line id stands once in a full image, once for each action in a delta',
  find: ({ lines, mode }) =>
    repeated(
      lines,
      ({ lineId, action }) => (mode === 'fullImage' ? lineId : JSON.stringify([lineId, action])),
      ({ lineId }, index) => ({
        message: `Line id ${lineId} stands more than once`,
        path: ['lines', index, 'lineId'],
        found: lineId,
      }),
    ),
};

const ofQuantity: ReadonlySet<LineAction> = new Set<LineAction>([
  'add',
  'increaseQuantity',
  'decreaseQuantity',
  'changePriceAndQuantity',
]);
const ofPrice: ReadonlySet<LineAction> = new Set<LineAction>(['changePrice', 'changePriceAndQuantity']);

/** R17: whether 5 means five or five more is a fact of the partner, with no default. */
const quantitiesAreUnderstood: Rule<OrderChange> = {
  code: 'change-quantities-unknown',
  severity: 'error',
  meaning: 'a change that increases or decreases a quantity says whether quantities are totals or differences',
  *find({ quantities, lines }) {
    if (quantities !== undefined) return;
    for (const [index, { lineId, action }] of lines.entries()) {
      if (action !== 'increaseQuantity' && action !== 'decreaseQuantity') continue;
      yield {
        message: `Line ${lineId} changes a quantity, and nothing says whether to a new total or by a difference`,
        path: ['lines', index, 'quantity'],
        expected: '`quantities` of the change: total or difference, by agreement with the partner',
      };
    }
  },
};

const quantitiesAreStated: Rule<OrderChange> = {
  code: 'change-quantity-missing',
  severity: 'error',
  meaning: 'a line that adds an item or changes a quantity states one',
  *find({ lines }) {
    for (const [index, { lineId, action, quantity }] of lines.entries()) {
      if (quantity !== undefined || !ofQuantity.has(action)) continue;
      const message = `Line ${lineId} is to ${action}, and has no quantity`;
      yield { message, path: ['lines', index, 'quantity'], expected: 'a quantity' };
    }
  },
};

const pricesAreStated: Rule<OrderChange> = {
  code: 'change-price-missing',
  severity: 'error',
  meaning: 'a line that changes a price states one',
  *find({ lines }) {
    for (const [index, { lineId, action, price }] of lines.entries()) {
      if (price !== undefined || !ofPrice.has(action)) continue;
      const message = `Line ${lineId} is to ${action}, and has no price`;
      yield { message, path: ['lines', index, 'price'], expected: 'a price' };
    }
  },
};

/** A new total may be zero; what is added, and a difference, is more than that. */
const quantitiesArePossible: Rule<OrderChange> = {
  code: 'quantity-not-positive',
  severity: 'error',
  meaning: 'a quantity that is added or a difference is greater than zero, a new total is zero or more',
  *find({ lines, quantities }) {
    for (const [index, { lineId, action, quantity }] of lines.entries()) {
      if (quantity === undefined) continue;
      const isDifference = quantities === 'difference' && /^(?:in|de)creaseQuantity$/.test(action);
      const possible = action === 'add' || isDifference ? isPositive(quantity) : !isNegative(quantity.value);
      if (!possible) yield notPositive(`Line ${lineId}`, ['lines', index, 'quantity', 'value'], quantity);
    }
  },
};

export const changeRules: readonly Rule<OrderChange>[] = [
  currencyIsKnown,
  lineIdsAreUnique,
  quantitiesAreUnderstood,
  quantitiesAreStated,
  quantitiesArePossible,
  pricesAreStated,
  linePricesAreNotNegative,
  allowancesChargesAreUnsigned,
  allowancesChargesAgree,
  taxesAreUnsigned,
  allocationsArePositive,
  allocationsSumToQuantity,
  schedulesSumToQuantity,
  componentsArePositive,
  datesAreInOrder,
];
