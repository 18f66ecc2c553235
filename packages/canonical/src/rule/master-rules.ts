import { isNegative, isZero } from '../arithmetic/compare.ts';
import type { Customer } from '../document/customer.ts';
import type { Item } from '../document/item.ts';
import { nodeRules } from './node-rules.ts';
import type { Rule } from './rule.ts';

const conversionsAreUsable: Rule<Item> = {
  code: 'conversion-invalid',
  severity: 'error',
  *find({ baseUnit, conversions }) {
    const seen = new Set([baseUnit]);
    for (const [index, { unit, baseUnits }] of conversions.entries()) {
      if (seen.has(unit)) {
        yield { message: `Unit ${unit} is given twice`, path: ['conversions', index, 'unit'], found: unit };
      }
      seen.add(unit);
      if (isZero(baseUnits) || isNegative(baseUnits)) {
        yield {
          message: `One ${unit} is ${baseUnits} ${baseUnit}`,
          path: ['conversions', index, 'baseUnits'],
          expected: 'more than zero',
          found: baseUnits,
        };
      }
    }
  },
};

const priceIsNotNegative: Rule<Item> = {
  code: 'price-negative',
  severity: 'error',
  *find({ price }) {
    if (price === undefined || !isNegative(price)) return;
    yield { message: 'The price is less than zero', path: ['price'], expected: 'zero or more', found: price };
  },
};

const shipToNumbersAreUnique: Rule<Customer> = {
  code: 'ship-to-repeated',
  severity: 'error',
  *find({ shipTo }) {
    const seen = new Set<string>();
    for (const [index, { shipToNumber }] of shipTo.entries()) {
      if (seen.has(shipToNumber)) {
        const path = ['shipTo', index, 'shipToNumber'];
        yield { message: `Ship-to ${shipToNumber} stands more than once`, path, found: shipToNumber };
      }
      seen.add(shipToNumber);
    }
  },
};

export const itemRules: readonly Rule<Item>[] = [conversionsAreUsable, priceIsNotNegative, ...nodeRules];

export const customerRules: readonly Rule<Customer>[] = [shipToNumbersAreUnique, ...nodeRules];
