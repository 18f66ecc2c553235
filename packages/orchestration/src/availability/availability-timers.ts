import type { Timer } from '../word/state.ts';
import type { AgeLimit, AvailabilityPolicy } from './availability-policy.ts';
import type { AvailabilityState } from './availability-state.ts';
import { daysAfter } from './expected-receipts.ts';
import { instantAfter } from './instant.ts';
import type { Position } from './position.ts';

/**
 * All timers that run: the ends of held reservations, the moments when numbers become too old, and the next day where
 * something is dated. They only make sure that someone looks; firing late, early or twice is harmless.
 */
export function availabilityTimers(
  state: AvailabilityState,
  positions: readonly Position[],
  policy: AvailabilityPolicy,
): readonly Timer[] {
  const timers: Timer[] = [];
  for (const [key, { status, expiresAt }] of Object.entries(state.reservations))
    if (status === 'held') timers.push({ timer: `expiry/${key}`, due: expiresAt });
  const limits: Readonly<Partial<Record<string, AgeLimit>>> = {
    onHand: policy.onHand.limit,
    allocated: policy.allocations.limit,
    inbound: policy.receipts.limit,
  };
  for (const { location, numbers } of positions) {
    for (const { name, source, asOf } of numbers) {
      const limit = limits[name];
      if (limit === undefined || limit.whenOlder === 'use' || asOf === undefined) continue;
      const due = instantAfter(asOf, limit.seconds);
      if (due > state.now) timers.push({ timer: `stale/${location}/${name}/${source}`, due });
    }
  }
  if (positions.some(({ dated }) => dated.length > 0)) {
    const day = daysAfter(state.now.slice(0, 10), 1);
    timers.push({ timer: `day/${day}`, due: `${day}T00:00:00.000Z` });
  }
  return timers;
}
