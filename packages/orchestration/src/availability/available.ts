import type { AgeLimit, AvailabilityPolicy } from './availability-policy.ts';
import type { AvailabilityState } from './availability-state.ts';
import { channelQuantity } from './channel-quantity.ts';
import { own } from './own.ts';
import { type Position, position } from './position.ts';
import { grantable } from './promise.ts';
import type { StaleNumber } from './stale-number.ts';
import type { UsedNumber } from './used-number.ts';

/** What is asked: where, at which instant, for which day. */
export interface AvailabilityQuestion {
  readonly location: string;
  /** ISO UTC with milliseconds. */
  readonly at: string;
  /** Calendar date from which it is needed; the day of `at` when absent. */
  readonly on?: string | undefined;
}

/** What can be promised, and what the answer is made of. */
export interface Availability {
  readonly item: string;
  readonly location: string;
  readonly at: string;
  readonly on: string;
  /** Available to promise, zero or more, in the item's base unit. */
  readonly quantity: { readonly value: string; readonly unit: string };
  /** Whether every number is as young as the policy asks. */
  readonly status: 'fresh' | 'stale';
  /** What the policy does: `use` for fresh numbers as well. */
  readonly handling: AgeLimit['whenOlder'];
  /** What is wrong with which number, and what to do. */
  readonly stale: readonly StaleNumber[];
  /** Every number that was used. */
  readonly numbers: readonly UsedNumber[];
  /** The oldest that came from outside. */
  readonly oldest?: UsedNumber | undefined;
  /** Version of the policy that the answer was made by. */
  readonly policy: string;
}

/** What can be promised of an item at a location. Held reservations that have expired at `at` no longer count. */
export function available(
  state: AvailabilityState,
  { location, at, on = at.slice(0, 10) }: AvailabilityQuestion,
  policy: AvailabilityPolicy,
): Availability {
  const found = position(withoutExpired(state, at), location, policy, at);
  const { stale } = found;
  const numbers = found.numbers.map((number) => withAge(number, at));
  const fromOutside = numbers.filter(({ name, asOf }) => name !== 'safetyStock' && asOf !== undefined);
  const handlings = new Set(stale.map(({ handling }) => handling));
  const handling = (['block', 'useWithBuffer', 'use'] as const).find((one) => handlings.has(one)) ?? 'use';
  return {
    item: state.item,
    location,
    at,
    on,
    quantity: { value: grantable(found, on), unit: state.unit },
    status: stale.length === 0 ? 'fresh' : 'stale',
    handling,
    stale,
    numbers,
    oldest: fromOutside.reduce<UsedNumber | undefined>(older, undefined),
    policy: policy.version,
  };
}

/** What a channel would see at an instant, and what can be promised at each location behind it. Throws a RangeError for a channel without rule. */
export function channelAvailable(
  state: AvailabilityState,
  { channel, at, on = at.slice(0, 10) }: Omit<AvailabilityQuestion, 'location'> & { readonly channel: string },
  policy: AvailabilityPolicy,
): {
  readonly quantity: { readonly value: string; readonly unit: string };
  readonly locations: readonly Availability[];
} {
  const rule = own(policy.channels, channel);
  if (rule === undefined) throw new RangeError(`policy ${policy.version} has no channel ${channel}`);
  const live = withoutExpired(state, at);
  const places = rule.locations ?? Object.keys(state.locations).sort();
  const positions: readonly Position[] = places.map((location) => position(live, location, policy, at));
  const value = channelQuantity(state.item, positions, rule, on, policy);
  const locations = places.map((location) => available(state, { location, at, on }, policy));
  return { quantity: { value, unit: state.unit }, locations };
}

function withoutExpired(state: AvailabilityState, at: string): AvailabilityState {
  const all = Object.entries(state.reservations);
  const live = all.filter(([, { status, expiresAt }]) => status !== 'held' || expiresAt > at);
  return live.length === all.length ? state : { ...state, reservations: Object.fromEntries(live) };
}

function withAge(number: UsedNumber, at: string): UsedNumber {
  const { asOf } = number;
  if (asOf === undefined) return number;
  return { ...number, ageSeconds: Math.max(0, Math.floor((Date.parse(at) - Date.parse(asOf)) / 1000)) };
}

function older(one: UsedNumber | undefined, other: UsedNumber): UsedNumber {
  return one?.asOf === undefined || (other.asOf !== undefined && other.asOf < one.asOf) ? other : one;
}
