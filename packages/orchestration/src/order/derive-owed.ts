import { concerns } from '../concerns/concerns.ts';
import type { Step } from '../kernel/step.ts';
import { Instants } from './instants.ts';
import { isActive } from './is-active.ts';

const dated = concerns.flatMap(({ deadlines }) => deadlines ?? []);
const waiting = concerns.flatMap(({ awaits }) => awaits ?? []);
const none: readonly never[] = [];

/** Every deadline that is owed, passed or not. The same object when none changed. */
export function deriveTimers(step: Step, before: Instants): Instants {
  // A change order is waited for also before its order has come.
  const isOver = step.view.abandoned !== undefined;
  return Instants.named(before, isOver ? none : dated, step);
}

/** What others still owe, so that the order is not closed. The same object when nothing changed. */
export function deriveAwaited(step: Step, before: Instants): Instants {
  const active = isActive(step.view);
  return Instants.named(before, active ? waiting : none, step);
}
