import { add, percentOf, round, subtract } from '@dist/canonical/arithmetic';
import type { AvailabilityChannelRule, AvailabilityPolicy } from './availability-policy.ts';
import { greater } from './greater.ts';
import { lesser } from './lesser.ts';
import { type Position, ruleOf } from './position.ts';
import { grantable } from './promise.ts';

/** What a channel sees: its share of what its locations can promise less its buffer, at most its cap. */
export function channelQuantity(
  item: string,
  positions: readonly Position[],
  rule: AvailabilityChannelRule,
  on: string,
  policy: AvailabilityPolicy,
): string {
  let pool = '0';
  let places = 0;
  for (const position of positions) {
    if (rule.locations !== undefined && !rule.locations.includes(position.location)) continue;
    // A location that owes goods takes none of another's.
    pool = add(pool, grantable(position, on));
    places = Math.max(places, ruleOf(item, position.location, policy).places);
  }
  const left = greater('0', subtract(pool, rule.buffer));
  const share = rule.share === '100' ? roundedDown(left, places) : percentOf(left, rule.share, places, 'down');
  return rule.cap === undefined ? share : lesser(share, rule.cap);
}

function roundedDown(quantity: string, places: number): string {
  return quantity.includes('.') ? round(quantity, places, 'down') : quantity;
}
