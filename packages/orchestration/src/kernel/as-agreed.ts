import type { OrderEvent } from '../word/event.ts';
import type { Step } from './step.ts';

/**
 * A fact with what the policy of the day says of it, which stays with it: whether what an ERP has no stock for may wait (R21),
 * and what the quantities of a change order mean where neither the document nor the event says (R27).
 */
export function asAgreed({ policy, view }: Pick<Step, 'policy' | 'view'>, event: OrderEvent): OrderEvent {
  // Whose policy it is is known with the order; what comes before it is judged then.
  if (view.captured === undefined) return event;
  if (event.type === 'change.requested') {
    const quantities = event.content.quantities ?? event.quantities ?? policy.changes.quantities;
    return quantities === undefined ? event : { ...event, quantities };
  }
  if (event.type !== 'erp.accepted' || policy.fulfillment.backorders !== 'forbidden') return event;
  const { backordered = [], ...rest } = event;
  return backordered.length === 0 ? event : { ...rest, refused: backordered };
}
