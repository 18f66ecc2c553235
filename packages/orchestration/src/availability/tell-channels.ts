import { compare, equals, isZero, negate, subtract } from '@dist/canonical/arithmetic';
import type { AvailabilityChannelRule } from './availability-policy.ts';
import { type AvailabilityStep, issueEffect, noteOf } from './availability-step.ts';
import { channelQuantity } from './channel-quantity.ts';
import { lesser } from './lesser.ts';
import { own } from './own.ts';
import type { Position } from './position.ts';

/** Tells each channel what it sees now, when that differs enough from what it was told. */
export function tellChannels(step: AvailabilityStep, positions: readonly Position[]): void {
  const { policy, now } = step;
  const { item, unit } = step.state;
  // Before anyone has counted there is nothing to tell.
  if (!positions.some(({ numbers }) => numbers.some(({ name }) => name === 'onHand'))) return;
  for (const [channel, rule] of Object.entries(policy.channels)) {
    const told = own(step.state.channels, channel);
    const value = channelQuantity(item, positions, rule, now.slice(0, 10), policy);
    if (told !== undefined && !isWorthTelling(told.quantity, value, rule)) continue;
    const revision = (told?.revision ?? 0) + 1;
    step.state = { ...step.state, channels: { ...step.state.channels, [channel]: { revision, quantity: value } } };
    const previous = told === undefined ? {} : { previous: { value: told.quantity, unit } };
    const quantity = { value, unit };
    const body = { type: 'channel.quantity', channel, quantity, ...previous, revision, asOf: now } as const;
    issueEffect(step, [channel, String(revision)], body, channel);
    noteOf(step, 'told', `${channel} sees ${value}`, { channel, revision, quantity: value });
  }
}

function isWorthTelling(before: string, now: string, rule: AvailabilityChannelRule): boolean {
  if (equals(before, now)) return false;
  // Sold out, or to be had again: that is never too small a change.
  if (isZero(before) || isZero(now)) return true;
  if (compare(lesser(before, now), rule.tellAlwaysAt) <= 0) return true;
  const change = subtract(now, before);
  return compare(compare(change, '0') < 0 ? negate(change) : change, rule.tellFrom) >= 0;
}
