import * as fc from 'fast-check';
import type { Item } from '../document/item.ts';
import type { Component } from '../document/order.ts';
import type { CalendarDate, Identifier, Parties, Price } from '../value/value.ts';
import { decimal, itemIds } from './values.ts';

/** One line of a story: what is ordered, and what becomes of every unit of it. */
export interface StoryLine {
  item: Item;
  ids: Identifier[];
  /** Ordered in cases (`XCS`) or pieces (`C62`). */
  unit: string;
  price: Price;
  /** Of a kit: what is in one. */
  components: Component[];
  ordered: number;
  /** How much each of up to three shipments holds. */
  shipped: number[];
  cancelled: number;
  open: number;
  /** Cases are counted in eaches when they are packed. */
  packedInEaches: boolean;
  /** The same item stands twice in its carton. */
  packedTwice: boolean;
}

/** What a story is made from. */
export interface StoryPlan {
  number: string;
  release: string | undefined;
  currency: string;
  parties: Parties;
  /** Six days in order: of the order, its answer, up to three shipments, the payment. */
  days: CalendarDate[];
  lines: (StoryLine & { lineId: string })[];
  shipmentCount: number;
  /** The first serial number of the cartons' SSCCs. */
  serial: number;
}

/** A line of a story whose parts make what was ordered. */
export function storyLine(): fc.Arbitrary<StoryLine> {
  return fc
    .record({
      ids: itemIds(),
      perCase: fc.integer({ min: 2, max: 48 }),
      kind: fc.constantFrom('pieces', 'cases', 'kit'),
      price: storyPrice(),
      parts: fc
        .array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 })
        .filter((all) => all.some(Boolean)),
      components: fc.uniqueArray(itemIds(), { minLength: 1, maxLength: 2, selector: ([id]) => id?.value }),
      packedInEaches: fc.boolean(),
      packedTwice: fc.boolean(),
    })
    .map(({ perCase, kind, parts, price, components, ...line }): StoryLine => {
      const [first = 0, second = 0, third = 0, cancelled = 0, open = 0] = parts;
      return {
        ...line,
        item: itemOf(line.ids, perCase),
        unit: kind === 'cases' ? 'XCS' : 'C62',
        price: kind === 'cases' ? price : { ...price, unit: undefined },
        components: kind === 'kit' ? components.map((ids, index) => componentOf(ids, index + 1)) : [],
        ordered: first + second + third + cancelled + open,
        shipped: [first, second, third],
        cancelled,
        open,
      };
    });
}

function storyPrice(): fc.Arbitrary<Price> {
  return fc.record(
    {
      amount: fc.oneof(decimal({ max: 500 }), decimal({ places: 4, max: 20 }), fc.constant('0')),
      per: fc.constantFrom('12', '100'),
      // Per each, also where cases are ordered.
      unit: fc.constant('C62'),
    },
    { requiredKeys: ['amount'] },
  );
}

const itemOf = (ids: Identifier[], perCase: number): Item => ({
  sku: ids[0]?.value ?? '',
  ids,
  description: 'Item',
  baseUnit: 'C62',
  conversions: [{ unit: 'XCS', baseUnits: String(perCase) }],
});

const componentOf = (ids: Identifier[], count: number): Component => ({
  ids: ids.slice(0, 1),
  quantity: { value: String(count), unit: 'C62' },
});

/** The day at a place of the plan. */
export function dayOf(days: StoryPlan['days'], place: number): string {
  return days[place] ?? '2024-12-31';
}
