import type { WorkClass } from '../word/effect.ts';
import type { OutboxEffect } from './journal.ts';

/** By what a lane is shared: class and partner of an effect; a delivery has the partner of its body. */
export interface LaneGroup {
  readonly class: WorkClass;
  readonly partner: string;
}

/** To which class and partner of its lane an effect belongs. */
export function laneGroupOf(effect: OutboxEffect): LaneGroup {
  if ('partner' in effect) return { class: effect.class, partner: effect.partner };
  return { class: effect.class ?? 'realTime', partner: effect.body.partner };
}
