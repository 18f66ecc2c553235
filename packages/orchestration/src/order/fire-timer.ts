import type { Step } from '../kernel/step.ts';
import { breach } from './breach.ts';

/** A timer fires; early, late or twice it does nothing. False when nothing changed. */
export function fireTimer(step: Step, timer: string): boolean {
  const { timers } = step.before;
  const due = Object.hasOwn(timers, timer) ? timers[timer] : undefined;
  if (due === undefined || step.event.at < due || Object.hasOwn(step.breaches, timer)) return false;
  // A hold that ends as it was placed to misses nothing.
  const placed = timer.startsWith('hold/') ? step.view.placed.get(timer.slice('hold/'.length)) : undefined;
  if (placed?.onExpiry === 'release' || placed?.onExpiry === 'cancel') return false;
  breach(step, timer, due, 'is overdue');
  return true;
}
