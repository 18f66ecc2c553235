import type { Path, Step } from '../path/path.ts';
import { holds } from './cursor.ts';
import { isAbsent, own } from './own.ts';
import { valuesAt } from './values-at.ts';

/** The first of the values that `valuesAt` finds, without making a list of them: conditions ask for every item. */
export function firstAt({ steps }: Pick<Path, 'steps'>): (data: unknown) => unknown {
  if (steps.some(({ children }) => children !== undefined)) return (data) => valuesAt(data, { steps })[0];
  return (data) => firstFrom(data, steps, 0);
}

function firstFrom(value: unknown, steps: readonly Step[], at: number): unknown {
  const step = steps[at];
  if (step === undefined) return isAbsent(value) ? undefined : value;
  const inner = own(value, step.key);
  if (inner === undefined) return undefined;
  if (!Array.isArray(inner)) return holds(inner, step.select) ? firstFrom(inner, steps, at + 1) : undefined;
  if (step.index !== undefined) return firstFrom(inner[step.index], steps, at + 1);
  const isOnlyOne = !step.all && at < steps.length - 1;
  for (const item of inner) {
    if (!holds(item, step.select)) continue;
    const found = firstFrom(item, steps, at + 1);
    if (found !== undefined || isOnlyOne) return found;
  }
  return undefined;
}
