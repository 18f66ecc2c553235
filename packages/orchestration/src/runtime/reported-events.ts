import { eventVersion, type OrderEvent } from '../word/event.ts';
import type { OutboxEffect } from './journal.ts';
import type { Outcome, Report } from './performers.ts';

/** What happened, as events whose keys come from the effect and its attempt: told twice, they are the same events. */
export function reportedEvents(effect: OutboxEffect, outcome: Outcome, at: string): readonly OrderEvent[] {
  const { key, attempt } = effect;
  return reportsOf(effect, outcome).map(
    (report, index) =>
      ({
        ...report,
        key: `${key}@${attempt}/${report.type}/${index}`,
        at,
        v: eventVersion,
        causation: key,
      }) as OrderEvent,
  );
}

function reportsOf({ key, attempt }: OutboxEffect, outcome: Outcome): readonly Report[] {
  if (outcome.failure !== undefined) {
    return [{ type: 'effect.failed', effect: key, attempt, failure: outcome.failure }];
  }
  const done: Report = { type: 'effect.done', effect: key, attempt, ...(outcome.sent && { sent: outcome.sent }) };
  return [...(outcome.events ?? []), done];
}
