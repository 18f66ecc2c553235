import { hidden } from '../masking/personal-fields.ts';
import type { ListedAct } from './list-acts.ts';

/**
 * An act as it is told to viewers, before it is masked: what is personal in a reason is known of the act's first order, so that
 * the reason of an act on several is left out.
 */
export function forViewers(act: ListedAct): ListedAct {
  return act.orders > 1 ? { ...act, reason: hidden } : act;
}
