import type { Item } from '@dist/canonical';
import type { AvailabilityState } from './availability-state.ts';

/** An item of whose stock nothing is known yet. */
export function emptyAvailability({ sku, baseUnit }: Pick<Item, 'sku' | 'baseUnit'>): AvailabilityState {
  return { item: sku, unit: baseUnit, now: '', locations: {}, reservations: {}, channels: {}, short: {} };
}
