import { partnerOf } from '../kernel/partner-of.ts';
import type { View } from '../kernel/view.ts';
import type { Policy } from '../policy/policy.ts';
import { policyFor } from '../policy/policy-for.ts';

/** The policy with what is otherwise for the partner and channel of an order laid over it. */
export function policyOfOrder(policy: Policy, view: View): Policy {
  const partner = partnerOf(view);
  const channel = view.captured?.order.channel ?? 'edi';
  return partner === undefined ? policy : policyFor(policy, { partner, channel });
}
