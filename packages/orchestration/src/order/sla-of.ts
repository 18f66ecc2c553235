import type { View } from '../kernel/view.ts';
import type { Policy, SlaDocument } from '../policy/policy.ts';

/** Whose a deadline is and what missing it costs. */
export interface Sla {
  readonly owner: string;
  /** A decimal in `currency`, the order's; undefined where nobody says what it costs. */
  readonly breachCost: string | undefined;
  readonly currency: string | undefined;
  /** Whether the policy says one of the two itself. */
  readonly isStated: boolean;
}

/** What the policy of the order says of a deadline, by the name of its timer; undefined for one that is no document's. */
export function slaOf(
  { policy, view }: { readonly policy: Policy; readonly view: Pick<View, 'captured'> },
  timer: string,
): Sla | undefined {
  const [document = ''] = timer.split('/', 1);
  const rule = Object.hasOwn(policy.sla, document) ? policy.sla[document as SlaDocument] : undefined;
  if (rule === undefined) return undefined;
  const { owner, breachCost } = rule;
  return {
    owner: owner ?? policy.errorClasses.system.owner,
    breachCost,
    currency: breachCost === undefined ? undefined : view.captured?.order.currency,
    isStated: owner !== undefined || breachCost !== undefined,
  };
}

/** In words: `trading partner desk, 250 USD`. */
export function costOf({ owner, breachCost, currency }: Sla): string {
  return [owner, ...(breachCost === undefined ? [] : [[breachCost, currency].join(' ').trim()])].join(', ');
}
