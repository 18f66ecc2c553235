import { maximum, subtract } from '@dist/canonical/arithmetic';
import type { ErpOrderStatus, OrderHold, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import type { StatusNode } from './status-node.ts';
import { type UnitsByItem, unitOfItem } from './unit-of-item.ts';

/**
 * Pure: how an order stands. The reference is the metafield's, else the buyer's purchase order number, else the order's
 * name. Pieces that were taken out are no longer ordered; in which unit they are told is the item's.
 */
export function decodeStatus(node: StatusNode, units?: UnitsByItem): ErpOrderStatus {
  const { id, name, poNumber, reference, displayFulfillmentStatus, displayFinancialStatus } = node;
  const holds = holdsOf(node);
  return present({
    number: id,
    externalReference: reference?.value ?? poNumber ?? name,
    status: [displayFulfillmentStatus, displayFinancialStatus].filter((word) => word !== undefined).join(' '),
    phase: phaseOf(node, holds.length > 0),
    holds: holds.length === 0 ? undefined : holds,
    lines: node.lineItems.nodes.map((line) => {
      const unit = unitOfItem(units, line.sku);
      const [ordered, left] = [String(line.currentQuantity), String(line.unfulfilledQuantity)];
      return {
        lineId: line.id,
        item: line.sku ?? line.name,
        quantity: { value: ordered, unit },
        status: 'accepted' as const,
        shipped: { value: maximum(subtract(ordered, left), '0'), unit },
      };
    }),
    changedAt: node.updatedAt,
  });
}

function holdsOf({ fulfillmentOrders }: StatusNode): readonly OrderHold[] {
  return fulfillmentOrders.nodes.flatMap(({ fulfillmentHolds }) =>
    fulfillmentHolds.map(({ reason, displayReason, reasonNotes }) =>
      present({ code: reason, message: reasonNotes ?? displayReason }),
    ),
  );
}

/** Enum OrderDisplayFulfillmentStatus. RESTOCKED is an old word for unfulfilled, and REQUEST_DECLINED waits for a person. */
const phases: Readonly<Record<string, OrderPhase>> = {
  UNFULFILLED: 'open',
  OPEN: 'open',
  IN_PROGRESS: 'open',
  RESTOCKED: 'open',
  PENDING_FULFILLMENT: 'pending',
  SCHEDULED: 'pending',
  ON_HOLD: 'onHold',
  REQUEST_DECLINED: 'onHold',
  PARTIALLY_FULFILLED: 'partlyShipped',
  FULFILLED: 'shipped',
};

function phaseOf({ cancelledAt, closed, displayFulfillmentStatus: word }: StatusNode, isHeld: boolean): OrderPhase {
  if (cancelledAt !== undefined) return 'cancelled';
  const phase = Object.hasOwn(phases, word) ? phases[word] : undefined;
  if (phase === undefined) return 'unknown';
  if (phase === 'shipped') return phase;
  if (isHeld) return 'onHold';
  return closed ? 'closed' : phase;
}
