import type { EffectNotice, OutboxEffect } from './journal.ts';
import { laneGroupOf } from './lane-group-of.ts';

/** What is told of an effect: not its body. */
export function noticeOf(effect: OutboxEffect): EffectNotice {
  const { key, attempt, lane, notBefore } = effect;
  return { key, attempt, lane, class: laneGroupOf(effect).class, notBefore };
}
