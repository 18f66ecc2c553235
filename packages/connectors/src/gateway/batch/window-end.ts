import { dueAt } from '@dist/orchestration';
import type { BatchWindow, DailyWindow } from './batch-rule.ts';

/**
 * When a document that is ready at an instant leaves: the first end of a window after it, an ISO instant in UTC. Pure, so that
 * all workers put it in the same batch.
 */
export function windowEnd(window: BatchWindow, at: string): string {
  const instant = Date.parse(at);
  if ('everyMinutes' in window) {
    const length = window.everyMinutes * 60_000;
    return new Date((Math.floor(instant / length) + 1) * length).toISOString();
  }
  const after = new Date(instant + 1).toISOString();
  const [first] = window.at.map((time) => nextOfDay(window, time, after)).sort();
  if (first === undefined) throw new RangeError('a window has at least one time of day');
  return first;
}

/** The first business day on which it is not later than that time, at that time: what a cut-off is to a deadline. */
function nextOfDay({ at: _times, ...calendar }: DailyWindow, time: string, after: string): string {
  return dueAt({ startsAt: 'received', businessDays: { ...calendar, days: 0, cutOff: time, opens: time } }, after);
}
