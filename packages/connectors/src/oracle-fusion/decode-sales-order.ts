import { compare, sum } from '@dist/canonical/arithmetic';
import type { ErpOrderLine, ErpOrderStatus, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import type { UnitTable } from './unit-table.ts';
import type { LineWire, OrderWire } from './wire.ts';

/** How Order Management holds an order: its fulfillment lines, put together by the line that they were split from. */
export function decodeSalesOrder(order: OrderWire, rows: readonly LineWire[], units: UnitTable): ErpOrderStatus {
  const phase = phaseOf(order, rows);
  const changedAt = Date.parse(order.LastUpdateDate ?? '');
  return present({
    number: order.OrderNumber,
    externalReference: order.SourceTransactionId,
    status: order.StatusCode,
    phase,
    holds: phase === 'onHold' ? [{ code: 'hold' }] : undefined,
    changedAt: Number.isNaN(changedAt) ? undefined : new Date(changedAt).toISOString(),
    lines: [...linesOf(rows).values()].map((parts) => decodeLine(parts, units)),
  });
}

/** Fulfillment lines by the source's line id, in their order. */
export function linesOf(rows: readonly LineWire[]): ReadonlyMap<string, readonly LineWire[]> {
  const lines = new Map<string, LineWire[]>();
  for (const row of rows) {
    const parts = lines.get(row.SourceTransactionLineId);
    if (parts === undefined) lines.set(row.SourceTransactionLineId, [row]);
    else parts.push(row);
  }
  return lines;
}

export const isCancelled = ({ StatusCode }: LineWire): boolean => StatusCode === 'CANCELED';

/** What was cancelled of a line is no part of its quantity any more, unless all of it was. */
function decodeLine(parts: readonly LineWire[], units: UnitTable): ErpOrderLine {
  const live = parts.filter((part) => !isCancelled(part));
  const counted = live.length === 0 ? parts : live;
  const [first] = counted;
  const code = first?.OrderedUOMCode ?? '';
  const unit = unitOf(units, code);
  const total = (values: readonly string[]) => ({ value: sum(values), unit });
  return present({
    lineId: first?.SourceTransactionLineId ?? '',
    item: first?.ProductNumber ?? '',
    quantity: total(counted.map(({ OrderedQuantity }) => OrderedQuantity)),
    status: live.length === 0 ? 'rejected' : 'accepted',
    reason: live.length === 0 ? 'cancelled' : undefined,
    shipped: total(counted.map(({ ShippedQuantity }) => ShippedQuantity ?? '0')),
    invoiced: total(counted.filter(isBilled).map(({ OrderedQuantity }) => OrderedQuantity)),
  });
}

const isBilled = (row: LineWire): boolean => row.StatusCode === 'BILLED' || row.BillingTransactionNumber !== undefined;

export const isShipped = ({ ShippedQuantity }: LineWire): boolean => compare(ShippedQuantity ?? '0', '0') > 0;

/** Codes of the order's status (lookup type ORA_DOO_HEADER_STATUSES); what an open one is to us its lines say. */
const phases: Readonly<Record<string, OrderPhase>> = {
  OPEN: 'open',
  PARTIAL_CLOSE: 'open',
  CHANGE_PENDING: 'open',
  CANCEL_PENDING: 'open',
  DOO_DRAFT: 'pending',
  CLOSED: 'closed',
  CANCELED: 'cancelled',
};

function phaseOf(order: OrderWire, rows: readonly LineWire[]): OrderPhase {
  const phase = Object.hasOwn(phases, order.StatusCode) ? phases[order.StatusCode] : undefined;
  if (phase === undefined) return 'unknown';
  const live = rows.filter((row) => !isCancelled(row));
  if (rows.length > 0 && live.length === 0) return 'cancelled';
  if (phase === 'closed') return live.length > 0 && live.every(isBilled) ? 'invoiced' : 'closed';
  if (phase !== 'open') return phase;
  if (order.OnHoldFlag === true || live.some((row) => row.OnHoldFlag === true)) return 'onHold';
  if (live.length > 0 && live.every(isBilled)) return 'invoiced';
  if (live.length > 0 && live.every(isShipped)) return 'shipped';
  return live.some(isShipped) ? 'partlyShipped' : 'open';
}
