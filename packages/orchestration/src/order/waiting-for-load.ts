import type { View } from '../kernel/view.ts';
import type { Policy } from '../policy/policy.ts';
import type { OrderState, Waiting } from '../word/state.ts';
import { policyOfOrder } from './policy-of-order.ts';
import { viewOf } from './view-of.ts';

/**
 * What a load waits for before its notice is made: to leave, or for the orders that it left with; undefined once it waits for
 * neither. One that nobody has joined when its time is over is a person's.
 */
export function waitingForLoad(state: OrderState, policy: Policy): Waiting | undefined {
  const view = viewOf(state);
  const { closed, joined } = view;
  const orders = [...new Set([...joined.values()].map(({ order }) => order))].sort();
  if (closed === undefined) return toLeave(view, orders, policy);
  // A notice needs one order at least.
  const expected = Math.max(1, closed.orders ?? 1);
  const missing = expected - orders.length;
  if (missing <= 0) return undefined;
  const what = `${missing} of ${expected} orders to join the load${listed(orders)}`;
  const movedBy = ['load.joined'];
  if (!Object.hasOwn(state.breaches, '856')) return { on: doer(view, policy), what, since: closed.at, movedBy };
  const { owner } = policy.errorClasses.inventory;
  return { on: 'person', what: `${owner}: ${what}`, since: closed.at, movedBy: [...movedBy, 'operator.abandoned'] };
}

function toLeave(view: View, orders: readonly string[], policy: Policy): Waiting | undefined {
  const [since] = [...view.joined.values()].map(({ at }) => at).sort();
  if (since === undefined) return undefined;
  return { on: doer(view, policy), what: `the load to leave${listed(orders)}`, since, movedBy: ['load.closed'] };
}

function listed(orders: readonly string[]): string {
  return orders.length === 0 ? '' : ` (joined: ${orders.join(', ')})`;
}

/** Who tells of shipments, and so of loads. */
function doer(view: View, policy: Policy): Waiting['on'] {
  return policyOfOrder(policy, view).fulfillment.shipmentsFrom;
}
