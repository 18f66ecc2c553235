import type { AvailabilityQuery } from '../port/inventory.ts';

/** One system's part of an inquiry. */
export interface InquiryPart {
  readonly system: string;
  readonly query: AvailabilityQuery;
}

/**
 * Splits an inquiry by the system of each item and place. Where no place is asked for an item is asked of its one system.
 */
export function inquiryParts(
  { items, locations }: AvailabilityQuery,
  systemOf: (item: string, location: string | undefined) => string,
): readonly InquiryPart[] {
  const places = locations ?? [undefined];
  const asked = new Map<string, Map<string, string[]>>();
  for (const item of items) {
    for (const place of places) {
      const system = systemOf(item, place);
      const own = asked.get(system) ?? new Map<string, string[]>();
      asked.set(system, own);
      own.set(item, [...(own.get(item) ?? []), ...(place === undefined ? [] : [place])]);
    }
  }
  return [...asked].flatMap(([system, own]) => partsOf(system, own));
}

/** Items with the same places are asked for together. */
function partsOf(system: string, own: ReadonlyMap<string, readonly string[]>): readonly InquiryPart[] {
  const byPlaces = new Map<string, { items: string[]; places: readonly string[] }>();
  for (const [item, places] of own) {
    const key = JSON.stringify(places);
    const part = byPlaces.get(key) ?? { items: [], places };
    part.items.push(item);
    byPlaces.set(key, part);
  }
  return [...byPlaces.values()].map(({ items, places }) => ({
    system,
    query: places.length === 0 ? { items } : { items, locations: places },
  }));
}
