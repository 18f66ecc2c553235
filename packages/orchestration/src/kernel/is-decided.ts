import { hasLeft } from './has-left.ts';
import { partOf, partsOf } from './part-of.ts';
import { entryOf, type Step } from './step.ts';

/** Whether each part has an answer (or was cancelled before it left) and at least one has. */
export function isDecided(step: Pick<Step, 'view' | 'effects'>): boolean {
  const { view } = step;
  if (view.invalid !== undefined) return true;
  const parts = partsOf(view);
  if (parts.length === 0 || view.undecided.size >= parts.length) return false;
  if (view.undecided.size === 0) return true;
  if (view.cancels.size === 0) return false;
  return [...view.undecided].every((partId) => !hasLeft(entryOf(step, partOf(view, partId).submit)));
}
