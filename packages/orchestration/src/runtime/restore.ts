import { empty } from '../order/empty.ts';
import { logged } from '../order/transition.ts';
import type { Policy } from '../policy/policy.ts';
import type { OrderState } from '../word/state.ts';
import { toCurrentVersion } from '../word/to-current-version.ts';
import type { StoredOrder } from './journal.ts';

/**
 * The state of a stored order: its log folded over its snapshot, each event under the policy that it was taken under. What
 * was put in the outbox is taken from the log: whether this release of the machine would issue it is no question any more.
 */
export function restore(
  id: string,
  { snapshot, log }: Pick<StoredOrder, 'snapshot' | 'log'>,
  policyOf: (pinned: Pick<OrderState, 'policy'>) => Policy,
): OrderState {
  return log.reduce(
    (state, { event, issued, policy }) =>
      logged(state, toCurrentVersion(event), policyOf({ policy: policy ?? state.policy }), issued).state,
    snapshot ?? empty(id),
  );
}
