import type { Policy } from '../policy/policy.ts';
import type { OrderState, Waiting } from '../word/state.ts';
import { viewOf } from './view-of.ts';

/** What keeps an order that all else is done for: a notice that nothing lets out, a change order that nobody has settled. */
export function unsettled(state: OrderState, policy: Policy): Waiting | undefined {
  const view = viewOf(state);
  const { owner } = policy.errorClasses.system;
  for (const { change, status, why, request } of view.changes.values()) {
    if (status === 'applied' || status === 'refused') continue;
    const what = `${owner}: change order ${change} is not settled${why === undefined ? '' : `, ${why}`}`;
    return { on: 'person', what, since: request.at, movedBy: [`change.decided/${change}`] };
  }
  for (const shipmentId of view.unnoticed) {
    const what = `${owner}: the notice of shipment ${shipmentId} waits until the ERP has it, and nothing posts it there`;
    return { on: 'person', what, since: view.shipments.get(shipmentId)?.fact.at ?? '' };
  }
  return undefined;
}
