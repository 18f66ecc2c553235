import { isDecided } from './is-decided.ts';
import type { Step } from './step.ts';

/**
 * Whether shipment notices and invoices may be issued: where the order is acknowledged they come after its 855, and what
 * is shipped or billed before all parts have their answer waits for it. Whether the 855 then arrives, or is parked, holds
 * nothing back.
 */
export function mayFollow(step: Step): boolean {
  const { captured, enriched } = step.view;
  if (captured === undefined || enriched === undefined) return false;
  return !step.policy.channels[captured.order.channel].acknowledge || isDecided(step);
}
