import type { Fact } from './fact.ts';
import { factKey } from './fact-key.ts';
import { isLater } from './is-later.ts';
import type { View } from './view.ts';

/** Takes an operator's correction of a fact into the view: of several the last one counts, whichever arrives first. */
export function takeCorrection(view: View, fact: Fact<'operator.corrected'>): void {
  const key = factKey(fact.event);
  const before = key === undefined ? undefined : view.corrected.get(key);
  if (key !== undefined && (before === undefined || isLater(fact, before))) view.corrected.set(key, fact);
}
