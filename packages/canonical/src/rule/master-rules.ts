import { isNegative, isZero } from '../arithmetic/compare.ts';
import type { Customer } from '../document/customer.ts';
import type { CrossReference, Item } from '../document/item.ts';
import { isPositive, notPositive } from './line-rules.ts';
import { packsOfMaster } from './pack-sizes.ts';
import { repeated } from './repeated.ts';
import type { Rule } from './rule.ts';

const conversionsAreUsable: Rule<Item> = {
  code: 'conversion-invalid',
  severity: 'error',
  meaning: 'a unit is converted once, into more than zero base units',
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
  meaning: 'a price is zero or more, for more than zero units',
  *find({ price }) {
    if (price === undefined || !isNegative(price)) return;
    yield { message: 'The price is less than zero', path: ['price'], expected: 'zero or more', found: price };
  },
};

/** Gotcha 13: two pack sizes of one unit are never silently one of them. */
const packsAgree: Rule<Item> = {
  code: 'pack-differs',
  severity: 'error',
  meaning: 'what a pack contains is what the conversion of its unit says, where both are known',
  *find(item) {
    for (const { index, unit, stated, converted } of packsOfMaster(item)) {
      if (stated === converted) continue;
      yield {
        message: `A pack in ${unit} contains ${stated} ${item.baseUnit}, its conversion says ${converted}`,
        path: ['packs', index, 'contains'],
        expected: converted,
        found: stated,
      };
    }
  },
};

const componentsArePossible: Rule<Item> = {
  code: 'kit-component-invalid',
  severity: 'error',
  meaning: 'a kit holds more than none of each component, and not itself',
  *find({ sku, kitComponents = [] }) {
    for (const [index, { sku: component, quantity }] of kitComponents.entries()) {
      const path = ['kitComponents', index];
      if (!isPositive(quantity)) yield notPositive(`Component ${component}`, [...path, 'quantity', 'value'], quantity);
      if (component === sku) {
        yield { message: `Kit ${sku} holds itself`, path: [...path, 'sku'], expected: 'another item', found: sku };
      }
    }
  },
};

const crossReferencesAreClear: Rule<Item> = {
  code: 'cross-reference-repeated',
  severity: 'error',
  meaning: 'a number of a partner stands once for each time that it holds; its dates do not overlap',
  *find({ crossReferences = [] }) {
    const places = crossReferences
      .map((reference, index) => ({ ...reference, index }))
      .sort((a, b) => compareText(keyOf(a), keyOf(b)) || compareText(a.from ?? '', b.from ?? ''));
    let last: { key: string; until: string } | undefined;
    for (const { index, until = '9999-12-31', ...reference } of places) {
      const key = keyOf(reference);
      if (last?.key === key && (reference.from ?? '') <= last.until) {
        const message = `${reference.partner} has the number ${reference.value} twice at one time`;
        yield { message, path: ['crossReferences', index], found: reference.value };
      }
      last = last?.key === key && last.until > until ? last : { key, until };
    }
  },
};

const keyOf = ({ partner, scheme, value }: CrossReference): string => JSON.stringify([partner, scheme, value]);

const compareText = (a: string, b: string): number => Number(a > b) - Number(a < b);

const crossReferencesAreInOrder: Rule<Item> = {
  code: 'dates-out-of-order',
  severity: 'error',
  meaning: 'an earlier date does not lie after a later one',
  *find({ crossReferences = [] }) {
    for (const [index, { value, from, until }] of crossReferences.entries()) {
      if (from === undefined || until === undefined || from <= until) continue;
      const message = `The number ${value} holds from ${from} until ${until}`;
      yield { message, path: ['crossReferences', index, 'until'], expected: `${from} or later`, found: until };
    }
  },
};

const shipToNumbersAreUnique: Rule<Customer> = {
  code: 'ship-to-repeated',
  severity: 'error',
  meaning: 'a ship-to number of a customer stands once',
  find: ({ shipTo }) =>
    repeated(
      shipTo,
      ({ shipToNumber }) => shipToNumber,
      ({ shipToNumber }, index) => ({
        message: `Ship-to ${shipToNumber} stands more than once`,
        path: ['shipTo', index, 'shipToNumber'],
        found: shipToNumber,
      }),
    ),
};

/** The rules of an Item. */
export const itemRules: readonly Rule<Item>[] = [
  conversionsAreUsable,
  priceIsNotNegative,
  packsAgree,
  componentsArePossible,
  crossReferencesAreClear,
  crossReferencesAreInOrder,
];

/** The rules of a Customer. */
export const customerRules: readonly Rule<Customer>[] = [shipToNumbersAreUnique];
