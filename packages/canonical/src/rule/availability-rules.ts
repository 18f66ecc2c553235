import { add } from '../arithmetic/add.ts';
import { compare, isNegative } from '../arithmetic/compare.ts';
import type { AvailabilityType, AvailableItem, InventoryAvailability } from '../document/inventory-availability.ts';
import type { DecimalString } from '../value/value.ts';
import { currencyIsKnown } from './currency-rule.ts';
import { checkPrice } from './line-rules.ts';
import { repeated } from './repeated.ts';
import type { Rule } from './rule.ts';

const pricesAreNotNegative: Rule<InventoryAvailability> = {
  code: 'price-negative',
  severity: 'error',
  meaning: 'a price is zero or more, for more than zero units',
  *find({ items }) {
    for (const [index, { price }] of items.entries()) {
      if (price) yield* checkPrice(price, `item ${index + 1}`, ['items', index, 'price']);
    }
  },
};

const numbersAreToldOnce: Rule<InventoryAvailability> = {
  code: 'availability-repeated',
  severity: 'error',
  meaning: 'an item at a location has one number of a type, unit and day',
  find({ items }) {
    const rows = items.flatMap(({ ids, location, quantities }, item) =>
      quantities.map(({ type, quantity, on }, place) => ({
        ids,
        location,
        type,
        unit: quantity.unit,
        on,
        item,
        place,
      })),
    );
    return repeated(
      rows,
      ({ ids, location, type, unit, on }) => JSON.stringify([ids, location ?? null, type, unit, on ?? null]),
      ({ type, item, place }) => ({
        message: `Item ${item + 1} has more than one number that is ${type}`,
        path: ['items', item, 'quantities', place],
        found: type,
      }),
    );
  },
};

// A warning: systems that oversell report less than nothing, and mean it.
const numbersAreNotNegative: Rule<InventoryAvailability> = {
  code: 'availability-negative',
  severity: 'warning',
  meaning: 'an available quantity is zero or more',
  *find({ items }) {
    for (const [item, { quantities }] of items.entries()) {
      for (const [place, { type, quantity }] of quantities.entries()) {
        if (!isNegative(quantity.value)) continue;
        const path = ['items', item, 'quantities', place, 'quantity', 'value'];
        const message = `Item ${item + 1} has ${quantity.value} ${type}`;
        yield { message, path, expected: 'zero or more', found: quantity.value };
      }
    }
  },
};

const partsAreWithinTheWhole: Rule<InventoryAvailability> = {
  code: 'availability-exceeds-on-hand',
  severity: 'warning',
  meaning: 'salable and reserved, each, are no more than on hand in the same unit',
  *find({ items }) {
    for (const [index, item] of items.entries()) {
      for (const [unit, onHand] of sums(item, 'onHand')) {
        for (const type of ['salable', 'reserved'] as const) {
          const part = sums(item, type).get(unit);
          if (part === undefined || compare(part, onHand) <= 0) continue;
          const message = `Item ${index + 1} has ${part} ${unit} ${type}, and ${onHand} on hand`;
          yield { message, path: ['items', index, 'quantities'], expected: `${onHand} or less`, found: part };
        }
      }
    }
  },
};

/** The sum of an item's numbers of a type, by unit. */
function sums({ quantities }: AvailableItem, type: AvailabilityType): ReadonlyMap<string, DecimalString> {
  const byUnit = new Map<string, DecimalString>();
  for (const { type: its, quantity } of quantities) {
    if (its === type) byUnit.set(quantity.unit, add(byUnit.get(quantity.unit) ?? '0', quantity.value));
  }
  return byUnit;
}

const expectedGoodsHaveADay: Rule<InventoryAvailability> = {
  code: 'availability-day-missing',
  severity: 'warning',
  meaning: 'what is inbound says on which day it is due',
  *find({ items }) {
    for (const [item, { quantities }] of items.entries()) {
      const place = quantities.findIndex(({ type, on }) => type === 'inbound' && on === undefined);
      if (place < 0) continue;
      const message = `Item ${item + 1} is inbound, and on which day is not said`;
      yield { message, path: ['items', item, 'quantities', place, 'on'], expected: 'a calendar date' };
    }
  },
};

const reportsExpireLater: Rule<InventoryAvailability> = {
  code: 'dates-out-of-order',
  severity: 'error',
  meaning: 'an earlier date does not lie after a later one',
  *find({ asOf, expiresAt }) {
    if (expiresAt === undefined || Date.parse(expiresAt) >= Date.parse(asOf)) return;
    const message = `The report expires at ${expiresAt}, before ${asOf}, when it was true`;
    yield { message, path: ['expiresAt'], expected: `${asOf} or later`, found: expiresAt };
  },
};

export const availabilityRules: readonly Rule<InventoryAvailability>[] = [
  currencyIsKnown,
  pricesAreNotNegative,
  numbersAreToldOnce,
  numbersAreNotNegative,
  partsAreWithinTheWhole,
  expectedGoodsHaveADay,
  reportsExpireLater,
];
