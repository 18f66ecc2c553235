import { partnerOf } from '../kernel/partner-of.ts';
import type { View } from '../kernel/view.ts';

/** Whether there is an order, load or remittance that anything is owed for: it came, and nobody has abandoned it. */
export function isActive(view: View): boolean {
  return partnerOf(view) !== undefined && view.abandoned === undefined;
}
