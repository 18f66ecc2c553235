import { add, compare, isZero, maximum, percentOf, subtract } from '@dist/canonical/arithmetic';
import type { AgeLimit, AvailabilityPolicy, ItemRule } from './availability-policy.ts';
import type { AvailabilityState } from './availability-state.ts';
import { locationOf } from './availability-step.ts';
import { expectedReceipts } from './expected-receipts.ts';
import { greater } from './greater.ts';
import { onHand } from './on-hand.ts';
import { openDemand } from './open-demand.ts';
import { type StaleNumber, staleNumber } from './stale-number.ts';
import type { UsedNumber } from './used-number.ts';

/** All that an answer about one location is made of, at one instant. */
export interface Position {
  readonly location: string;
  readonly numbers: readonly UsedNumber[];
  readonly stale: readonly StaleNumber[];
  /** On hand less all that is taken from now on; less than nothing when too much is promised. */
  readonly base: string;
  /** What is added or taken from a later date on. */
  readonly dated: readonly { readonly on: string; readonly change: string }[];
  /** Nothing may be promised. */
  readonly blocked: boolean;
}

/** Where an item stands at a location, at `now`. Reservations that have expired by then must be gone from the state. */
export function position(
  state: AvailabilityState,
  location: string,
  policy: AvailabilityPolicy,
  now: string,
): Position {
  const made: Making = {
    nowMs: Date.parse(now),
    today: now.slice(0, 10),
    base: '0',
    numbers: [],
    dated: [],
    stale: [],
  };
  const place = locationOf(state, location);
  const there = onHand(place, policy);
  const { limit } = policy.onHand;
  if (there === undefined) {
    const [source = 'onHand'] = policy.onHand.sources;
    const never = { ...limit, whenOlder: 'block' } as const;
    made.stale.push(staleNumber('onHand', source, 'missing', never, 'never reported'));
  } else {
    const { source, quantity, asOf } = there;
    judge(made, 'onHand', source, asOf, limit);
    if (there.missing !== undefined)
      made.stale.push(staleNumber('onHand', source, 'gap', limit, `report ${there.missing} has not come`));
    if (there.tooManyDeltas)
      made.stale.push(staleNumber('onHand', source, 'deltas', limit, 'too many differences since a snapshot'));
    count(made, { name: 'onHand', quantity, source, asOf, stale: made.stale.length > 0 });
  }
  const rule = ruleOf(state.item, location, policy);
  const safety = { quantity: rule.safetyStock, source: `policy ${policy.version}`, asOf: policy.since, stale: false };
  if (!isZero(rule.safetyStock)) count(made, { name: 'safetyStock', ...safety });
  takeAllocationAges(made, place.allocations, policy);
  takeDemand(made, openDemand(state, location, place, there?.reflected ?? (() => '0')), place.allocations);
  for (const receipt of expectedReceipts(place, policy, made.today, there?.received ?? (() => '0'))) {
    const { source, asOf, receipt: reference, on, quantity } = receipt;
    const sure = sureOf(made, quantity, asOf, policy.receipts.limit, rule.places);
    if (compare(sure, '0') <= 0) continue;
    const stale = judge(made, 'inbound', source, asOf, policy.receipts.limit);
    count(made, { name: 'inbound', quantity: sure, source, asOf, stale, on, reference });
  }
  keepBack(made, there?.quantity ?? '0', policy, rule.places);
  const { base, numbers, dated, stale } = made;
  const blocked = stale.some(({ handling }) => handling === 'block');
  return { location, numbers, stale, base, dated, blocked };
}

/** The first row of the policy that fits an item at a location. */
export function ruleOf(item: string, location: string, { items }: AvailabilityPolicy): ItemRule {
  const fits = (rule: ItemRule) => (rule.item ?? item) === item && (rule.location ?? location) === location;
  return items.find(fits) ?? { safetyStock: '0', places: 0 };
}

interface Making {
  readonly nowMs: number;
  readonly today: string;
  base: string;
  readonly numbers: UsedNumber[];
  readonly dated: { on: string; change: string }[];
  readonly stale: StaleNumber[];
}

/** Puts a number into the sum, from its date on, and into the list of what was used. */
function count(made: Making, number: UsedNumber): void {
  const { name, quantity, on } = number;
  made.numbers.push(number);
  const adds = name === 'onHand' || name === 'inbound';
  if (on !== undefined && on > made.today) {
    made.dated.push({ on, change: adds ? quantity : subtract('0', quantity) });
  } else {
    made.base = adds ? add(made.base, quantity) : subtract(made.base, quantity);
  }
}

function ageOf({ nowMs }: Making, asOf: string): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(asOf)) / 1000));
}

function isOlder({ nowMs }: Making, asOf: string, { seconds }: AgeLimit): boolean {
  return nowMs - Date.parse(asOf) >= seconds * 1000;
}

function judge(made: Making, number: StaleNumber['number'], source: string, asOf: string, limit: AgeLimit): boolean {
  if (!isOlder(made, asOf, limit)) return false;
  const what = `${ageOf(made, asOf)} s old, and less than ${limit.seconds} s is allowed`;
  made.stale.push(staleNumber(number, source, 'old', limit, what));
  return true;
}

type Allocations = AvailabilityState['locations'][string]['allocations'];

function takeAllocationAges(made: Making, allocations: Allocations, { allocations: rule }: AvailabilityPolicy): void {
  for (const source of rule.sources) {
    const stream = Object.hasOwn(allocations, source) ? allocations[source] : undefined;
    if (stream === undefined)
      made.stale.push(staleNumber('allocated', source, 'missing', rule.limit, 'never reported'));
    else judge(made, 'allocated', source, stream.asOf, rule.limit);
  }
}

/** What is set apart is told source by source without its orders; what is only reserved, one by one. */
function takeDemand(made: Making, demand: ReturnType<typeof openDemand>, allocations: Allocations): void {
  const sources = Object.keys(allocations).sort();
  const asOf = sources.map((source) => allocations[source]?.asOf ?? '').sort()[0];
  let allocated = '0';
  for (const { name, allocated: apart, reserved, on } of demand) {
    allocated = add(allocated, apart);
    if (isZero(reserved)) continue;
    const dated = on > made.today ? { on } : {};
    count(made, {
      name: 'reserved',
      quantity: reserved,
      source: 'reservations',
      stale: false,
      reference: name,
      ...dated,
    });
  }
  if (asOf === undefined) return;
  const stale = made.stale.some(({ number }) => number === 'allocated');
  count(made, { name: 'allocated', quantity: allocated, source: sources.join(' + '), asOf, stale });
}

/** What of an expected receipt is counted on. */
function sureOf(made: Making, quantity: string, asOf: string, limit: AgeLimit, places: number): string {
  if (limit.whenOlder === 'use' || !isOlder(made, asOf, limit)) return quantity;
  if (limit.whenOlder === 'block') return '0';
  return subtract(quantity, percentOf(quantity, limit.bufferPercent, places, 'up'));
}

function keepBack(made: Making, quantity: string, policy: AvailabilityPolicy, places: number): void {
  const limits = made.stale
    .filter(({ number, handling }) => number !== 'inbound' && handling === 'useWithBuffer')
    .map(({ number }) => (number === 'onHand' ? policy.onHand : policy.allocations).limit.bufferPercent);
  if (limits.length === 0) return;
  const kept = percentOf(greater(quantity, '0'), maximum(...limits), places, 'up');
  count(made, { name: 'staleBuffer', quantity: kept, source: `policy ${policy.version}`, stale: false });
}
