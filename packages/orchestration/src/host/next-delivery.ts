import type { DeliveryEffect, OutboxEffect } from '../runtime/journal.ts';
import type { Outcome } from '../runtime/performers.ts';

/**
 * The next attempt of a delivery that failed; none when it is done. No policy ends its attempts: it is tried again after
 * 2, 4, 8 … seconds and at most five minutes.
 */
export function nextDelivery(effect: OutboxEffect, outcome: Outcome, at: string): readonly DeliveryEffect[] {
  const { body, attempt } = effect;
  if (body.type !== 'document.deliver' || outcome.failure === undefined) return [];
  const notBefore = new Date(Date.parse(at) + Math.min(1000 * 2 ** attempt, 300_000)).toISOString();
  const { key, order, lane, priority, class: workClass } = effect;
  const rest = { key, order, lane, priority, class: workClass, body };
  return [{ ...rest, attempt: attempt + 1, notBefore, safety: 'idempotent' }];
}
