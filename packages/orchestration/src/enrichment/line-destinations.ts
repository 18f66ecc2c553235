import type { Identifier, Order, OrderLine, Quantity } from '@dist/canonical';
import type { Provenance } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import type { Place, PlaceMatcher } from './match-place.ts';

/** One place that a line goes to. */
export interface LineDestination {
  readonly place: Place;
  /** The buyer's number of the place, where the line goes elsewhere than the order. */
  readonly store?: string | undefined;
  /** The part of the line for it; absent when it takes the whole. */
  readonly allocated?: Quantity | undefined;
}

/** Where a line goes: to the stores of its allocations (X12 SDQ), to a ship-to of its own, or with the order. */
export function lineDestinations(
  line: OrderLine,
  order: Order,
  places: PlaceMatcher,
): {
  readonly destinations: readonly LineDestination[];
  readonly used: readonly Provenance[];
  readonly failures: readonly Failure[];
} {
  const { lineId, allocations = [] } = line;
  const own = line.parties?.shipTo?.ids ?? [];
  const wanted = allocations.map(({ location, quantity }) => ({ ids: [location], allocated: quantity }));
  if (wanted.length === 0 && own.length > 0 && !isSame(own, order.parties.shipTo?.ids ?? [])) {
    wanted.push({ ids: own, allocated: line.quantity });
  }
  if (wanted.length === 0) {
    const { value, used, failures } = places.ofOrder(order);
    return { destinations: value === undefined ? [] : [{ place: value }], used, failures };
  }
  const matches = wanted.map(({ ids, allocated }) => ({ ...places.byIds(ids), store: ids[0]?.value, allocated }));
  return {
    destinations: matches.flatMap(({ value, store, allocated }) =>
      value === undefined ? [] : [{ place: value, store, allocated }],
    ),
    used: matches.flatMap(({ used }) => used),
    failures: matches.flatMap(({ failures }) => failures.map((failure) => ({ ...failure, lineId }))),
  };
}

function isSame(some: readonly Identifier[], others: readonly Identifier[]): boolean {
  const texts = [some, others].map((ids) => JSON.stringify(ids.map(({ scheme, value }) => [scheme, value]).sort()));
  return texts[0] === texts[1];
}
