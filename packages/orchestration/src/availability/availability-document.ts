import type { AvailableItem, AvailableQuantity, InventoryAvailability, Parties } from '@dist/canonical';
import { add } from '@dist/canonical/arithmetic';
import type { AvailabilityPolicy } from './availability-policy.ts';
import type { AvailabilityState } from './availability-state.ts';
import { availabilityTimers } from './availability-timers.ts';
import { type Availability, available, channelAvailable } from './available.ts';
import { own } from './own.ts';
import { position } from './position.ts';

/** What a report says beside the numbers. */
export interface DocumentSettings {
  readonly number: string;
  readonly at: string;
  readonly parties: Parties;
  /** One number for each item, what the channel sees; all numbers of every location when absent. */
  readonly channel?: string | undefined;
}

/**
 * The canonical stock report of some items (X12 846). It expires when the first of its numbers becomes older than the
 * policy allows. Throws a RangeError when there is no item with a location, or for a channel without rule.
 */
export function availabilityDocument(
  states: readonly AvailabilityState[],
  settings: DocumentSettings,
  policy: AvailabilityPolicy,
): InventoryAvailability {
  const { number, at, parties, channel } = settings;
  const items = states.flatMap((state) => rowsOf(state, settings, policy));
  if (items.length === 0) throw new RangeError('a stock report needs an item with a location');
  const expiresAt = states.flatMap((state) => reliableUntil(state, at, policy)).sort()[0];
  return {
    kind: 'inventoryAvailability',
    version: '1',
    purpose: 'original',
    number,
    ...(channel !== undefined && { channel }),
    asOf: at,
    ...(expiresAt !== undefined && { expiresAt }),
    parties,
    references: [],
    items,
  };
}

function rowsOf(
  state: AvailabilityState,
  { at, channel }: DocumentSettings,
  policy: AvailabilityPolicy,
): readonly AvailableItem[] {
  const ids = [{ scheme: 'seller' as const, value: state.item }];
  const locations = Object.keys(state.locations).sort();
  if (locations.length === 0) return [];
  if (channel === undefined) return locations.map((location) => rowOf(ids, available(state, { location, at }, policy)));
  const { quantity } = channelAvailable(state, { channel, at }, policy);
  return [{ ids, quantities: [{ type: 'availableToPromise', quantity }] }];
}

const types = { onHand: 'onHand', allocated: 'allocated', reserved: 'reserved', inbound: 'inbound' } as const;

function rowOf(ids: AvailableItem['ids'], answer: Availability): AvailableItem {
  const { unit } = answer.quantity;
  const quantities = new Map<string, AvailableQuantity>();
  for (const { name, quantity: value, on } of answer.numbers) {
    const type = own<AvailableQuantity['type']>(types, name);
    if (type === undefined) continue;
    const day = type === 'inbound' ? on : undefined;
    const known = quantities.get(`${type}/${day}`);
    const quantity = { value: add(known?.quantity.value ?? '0', value), unit };
    quantities.set(`${type}/${day}`, { type, quantity, ...(day !== undefined && { on: day }) });
  }
  const promised: AvailableQuantity = { type: 'availableToPromise', quantity: answer.quantity };
  const location = { scheme: 'seller' as const, value: answer.location };
  return { ids, location, quantities: [...quantities.values(), promised] };
}

function reliableUntil(state: AvailabilityState, at: string, policy: AvailabilityPolicy): readonly string[] {
  const positions = Object.keys(state.locations).map((location) => position(state, location, policy, at));
  const timers = availabilityTimers({ ...state, now: at }, positions, policy);
  return timers.filter(({ timer }) => timer.startsWith('stale/')).map(({ due }) => due);
}
