import { type Result, validate } from '@dist/canonical';
import { compare, isZero } from '@dist/canonical/arithmetic';
import type { ErpOrderLine, ErpOrderStatus, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import { type OrderItemWire, type OrderWire, orderWire } from './order-wire.ts';

/**
 * States of an order. A store makes statuses of its own, each of one of these states (Commerce Admin guide, Order status;
 * magento/magento2, Magento\Sales\Model\Order STATE_*).
 */
const phases: Readonly<Record<string, OrderPhase>> = {
  new: 'open',
  pending_payment: 'pending',
  payment_review: 'onHold',
  processing: 'open',
  complete: 'invoiced',
  closed: 'closed',
  canceled: 'cancelled',
  holded: 'onHold',
};

/** How a store holds an order. Its lines are the items that have no parent: what a configurable item holds is not told. */
export function decodeOrderStatus(json: unknown): Result<ErpOrderStatus> {
  const wire = validate(orderWire, json);
  return wire.ok ? { ok: true, issues: wire.issues, value: statusOf(wire.value) } : { ok: false, issues: wire.issues };
}

/** The same of an order that was read already. */
export function statusOf(order: OrderWire): ErpOrderStatus {
  const { entity_id: id, increment_id: number, ext_order_id: ours, state = '', status, updated_at: updated } = order;
  const lines = order.items.filter((item) => !item.parent_item_id).map(decodeLine);
  const known = Object.hasOwn(phases, state) ? (phases[state] ?? 'unknown') : 'unknown';
  const phase = known === 'open' ? shippedPhase(lines) : known;
  const changedAt = updated === undefined ? Number.NaN : Date.parse(`${updated.replace(' ', 'T')}Z`);
  return present({
    number: String(id),
    externalReference: ours ?? number ?? String(id),
    status: status ?? state,
    phase,
    holds: phase === 'onHold' ? [{ code: state, message: status }] : undefined,
    changedAt: Number.isNaN(changedAt) ? undefined : new Date(changedAt).toISOString(),
    lines,
  });
}

function decodeLine(item: OrderItemWire): ErpOrderLine {
  const counted = (value: string | null | undefined) => ({ value: value ?? '0', unit: 'C62' });
  return {
    lineId: String(item.item_id),
    item: item.sku,
    quantity: counted(item.qty_ordered),
    status: 'accepted',
    shipped: counted(item.qty_shipped),
    invoiced: counted(item.qty_invoiced),
  };
}

function shippedPhase(lines: readonly ErpOrderLine[]): OrderPhase {
  if (lines.every(({ shipped }) => shipped === undefined || isZero(shipped.value))) return 'open';
  const isWhole = lines.every(({ quantity, shipped }) => compare(shipped?.value ?? '0', quantity.value) >= 0);
  return isWhole ? 'shipped' : 'partlyShipped';
}
