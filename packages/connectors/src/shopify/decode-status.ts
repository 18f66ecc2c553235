import { maximum, subtract } from '@dist/canonical/arithmetic';
import type { ErpOrderStatus, OrderHold, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import type { StatusNode } from './status-node.ts';

/**
 * Pure: how an order stands. The reference is the metafield's, else the buyer's purchase order number, else the order's
 * name. Pieces that were taken out are no longer ordered.
 */
export function decodeStatus(node: StatusNode): ErpOrderStatus {
  const { id, name, poNumber, reference, displayFulfillmentStatus, displayFinancialStatus } = node;
  const holds = holdsOf(node);
  return present({
    number: id,
    externalReference: reference?.value ?? poNumber ?? name,
    status: [displayFulfillmentStatus, displayFinancialStatus].filter((word) => word !== undefined).join(' '),
    phase: phaseOf(node, holds.length > 0),
    holds: holds.length === 0 ? undefined : holds,
    lines: node.lineItems.nodes.map((line) => ({
      lineId: line.id,
      item: line.sku ?? line.name,
      quantity: pieces(String(line.currentQuantity)),
      status: 'accepted' as const,
      shipped: pieces(maximum(subtract(String(line.currentQuantity), String(line.unfulfilledQuantity)), '0')),
    })),
    changedAt: node.updatedAt,
  });
}

/** Shopify counts pieces. */
function pieces(value: string): { value: string; unit: string } {
  return { value, unit: 'C62' };
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
