import type { Fact } from './fact.ts';
import type { View } from './view.ts';

/** Takes a release into the view. One that an earlier version of this package has kept does not say what it was given for. */
export function takeRelease(view: View, fact: Fact<'hold.released'>): void {
  const { key, hold, about } = fact;
  view.releases.set(key, fact);
  if (about === undefined) view.waived.add(hold);
  view.released.add(about === undefined || about === '' ? hold : `${hold}#${about}`);
}
