import type { Step } from '../kernel/step.ts';
import { breach } from './breach.ts';
import type { Instants } from './instants.ts';

/** Deadlines met too late, or opened again by a rejection after their time: their timers may never have fired. */
export function breachLate(step: Step, before: Instants, after: Instants): void {
  const { event } = step;
  if (after === before) return;
  const [from, to, why] =
    event.type === 'effect.done'
      ? [before, after, 'was met late']
      : [after, event.type === 'acknowledgment.received' ? before : after, 'is owed again after its time'];
  from.some((timer, due) => {
    if (due < event.at && !to.has(timer) && !Object.hasOwn(step.breaches, timer)) breach(step, timer, due, why);
    return false;
  });
}
