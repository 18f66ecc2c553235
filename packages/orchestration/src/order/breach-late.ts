import type { Step } from '../kernel/step.ts';
import { breach } from './breach.ts';
import type { Instants } from './instants.ts';

/** Deadlines met too late, or opened again by a rejection after their time: their timers may never have fired. */
export function breachLate(step: Step, before: Instants, after: Instants): void {
  const { event } = step;
  if (after === before) return;
  const done = event.type === 'effect.done' || event.type === 'operator.dismissed';
  const from = done ? before : after;
  const to = done || event.type !== 'acknowledgment.received' ? after : before;
  const why = done
    ? event.type === 'effect.done'
      ? 'was met late'
      : 'was given up late'
    : 'is owed again after its time';
  for (let index = 0; index < from.size; index++) {
    const due = from.at(index);
    if (due >= step.origin.at) continue;
    const timer = from.name(index);
    if (!to.has(timer) && !Object.hasOwn(step.breaches, timer)) breach(step, timer, due, why);
  }
}
