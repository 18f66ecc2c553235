import { concerns } from '../concerns/concerns.ts';
import type { Step } from '../kernel/step.ts';
import { Instants } from './instants.ts';
import { isActive } from './is-active.ts';

const dated = concerns.filter(({ deadlines }) => deadlines !== undefined);
const waiting = concerns.filter(({ awaits }) => awaits !== undefined);

/** Every deadline that is owed, passed or not. The same object when none changed. */
export function deriveTimers(step: Step, before: Instants): Instants {
  // A change order is waited for also before its order has come.
  const isOver = step.view.abandoned !== undefined;
  return Instants.named(before, (due) => {
    if (!isOver) for (const concern of dated) concern.deadlines?.(step, due);
  });
}

/** What others still owe, so that the order is not closed. The same object when nothing changed. */
export function deriveAwaited(step: Step, before: Instants): Instants {
  const active = isActive(step.view);
  return Instants.named(before, (awaited) => {
    if (active) for (const concern of waiting) concern.awaits?.(step, awaited);
  });
}
