import { type Result, validate } from '@dist/canonical';
import { compare, isZero } from '@dist/canonical/arithmetic';
import type { ErpOrderLine, ErpOrderStatus, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { enumWord } from './enum-word.ts';
import type { KnownSalesOrder } from './known-sales-order.ts';
import { lineIds } from './line-ids.ts';
import type { UnitTable } from './unit-table.ts';
import { type OrderLineWire, orderWire } from './wire.ts';

/** How Business Central holds an order: a `salesOrder` with its lines; lines that are no items (comments, charges) are left out. */
export function decodeSalesOrder(json: unknown, units: UnitTable): Result<ErpOrderStatus> {
  const known = knownSalesOrder(json, units);
  return known.ok ? { ...known, value: known.value.order } : { ok: false, issues: known.issues };
}

/** The same, with the lines as they came. */
export function knownSalesOrder(json: unknown, units: UnitTable): Result<KnownSalesOrder> {
  const wire = validate(orderWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const order = wire.value;
  const items = itemLines(order.salesOrderLines);
  const ids = lineIds(items);
  const lines = items.map((line, at) => decodeLine(line, ids[at] ?? '', units));
  const status = enumWord(order.status);
  const known: ErpOrderStatus = present({
    number: order.number,
    externalReference: order.externalDocumentNumber ?? '',
    status,
    phase: phaseOf(status, order.fullyShipped === true, lines),
    holds: status === 'In Review' ? [{ code: status, message: 'somebody has to approve it' }] : undefined,
    changedAt: order.lastModifiedDateTime,
    lines,
  });
  return {
    ok: true,
    issues: wire.issues,
    value: { status: 'found', order: known, items, comments: commentsOf(order.salesOrderLines) },
  };
}

function commentsOf(lines: readonly OrderLineWire[]): readonly string[] {
  return lines.flatMap(({ lineType, description }) => (lineType === 'Comment' && description ? [description] : []));
}

/** The lines that are items, in the order of the document. */
export function itemLines<Line extends { readonly lineType?: string | undefined }>(
  lines: readonly Line[],
): readonly Line[] {
  return lines.filter(({ lineType }) => lineType === 'Item');
}

function decodeLine(line: OrderLineWire, lineId: string, units: UnitTable): ErpOrderLine {
  const code = line.unitOfMeasureCode ?? '';
  const unit = unitOf(units, code);
  const isCancelled = isZero(line.quantity);
  return present({
    lineId,
    item: line.lineObjectNumber ?? '',
    quantity: { value: line.quantity, unit },
    status: isCancelled ? 'rejected' : 'accepted',
    reason: isCancelled ? 'cancelled' : undefined,
    shipped: { value: line.shippedQuantity ?? '0', unit },
    invoiced: { value: line.invoicedQuantity ?? '0', unit },
  });
}

/**
 * `status` is Draft (not released), In Review (an approval is awaited) or Open (released): type salesOrderEntityBufferStatus
 * of API v2.0. What has left is in the lines. An order whose items all went down to nothing is cancelled.
 */
function phaseOf(status: string, fullyShipped: boolean, lines: readonly ErpOrderLine[]): OrderPhase {
  const ordered = lines.filter(({ quantity }) => !isZero(quantity.value));
  if (lines.length > 0 && ordered.length === 0) return 'cancelled';
  if (!['Draft', 'In Review', 'Open'].includes(status)) return 'unknown';
  const has = (line: ErpOrderLine, what: 'shipped' | 'invoiced') =>
    compare(line[what]?.value ?? '0', line.quantity.value) >= 0;
  if (ordered.length > 0 && ordered.every((line) => has(line, 'invoiced'))) return 'invoiced';
  if (ordered.length > 0 && (fullyShipped || ordered.every((line) => has(line, 'shipped')))) return 'shipped';
  if (ordered.some(({ shipped }) => !isZero(shipped?.value ?? '0'))) return 'partlyShipped';
  return status === 'In Review' ? 'onHold' : 'open';
}
