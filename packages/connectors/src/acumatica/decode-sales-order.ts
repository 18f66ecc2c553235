import { type Result, validate } from '@dist/canonical';
import { compare } from '@dist/canonical/arithmetic';
import type { ErpOrderLine, ErpOrderStatus, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { instantOf } from './instant-of.ts';
import { lineIdOf } from './line-id-of.ts';
import { type SalesOrderWire, salesOrderWire } from './sales-order-wire.ts';
import type { UnitTable } from './unit-table.ts';

/** How Acumatica holds an order: `SalesOrder` with Details and Shipments. A unit that is not in the table stays as it is. */
export function decodeSalesOrder(json: unknown, units: UnitTable): Result<ErpOrderStatus> {
  const wire = validate(salesOrderWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const order = wire.value;
  const lines = linesOf(order, units);
  const phase = phaseOf(order, lines);
  return {
    ok: true,
    issues: wire.issues,
    value: present({
      number: order.OrderNbr,
      externalReference: order.ExternalRef ?? '',
      status: order.Status,
      phase,
      holds: phase === 'onHold' ? [{ code: order.Status }] : undefined,
      changedAt: instantOf(order.LastModified),
      lines:
        phase === 'cancelled' ? lines.map((line) => ({ ...line, status: 'rejected', reason: 'cancelled' })) : lines,
    }),
  };
}

/**
 * "Qty. on Shipments" counts what lies on shipments that are not confirmed yet, too: it is told as shipped only where there are
 * none of those.
 */
function linesOf({ Details, Shipments }: SalesOrderWire, units: UnitTable): readonly ErpOrderLine[] {
  const isSettled = (Shipments ?? []).every(({ Status }) => Status !== 'Open' && Status !== 'On Hold');
  const isKept = Details.some(({ ExternalRef }) => ExternalRef !== undefined);
  return Details.map((line): ErpOrderLine => {
    const unit = unitOf(units, line.UOM);
    const shipped = isSettled ? line.QtyOnShipments : undefined;
    return present({
      lineId: lineIdOf(line, isKept),
      item: line.InventoryID,
      quantity: { value: line.OrderQty, unit },
      status: 'accepted',
      shipped: shipped === undefined ? undefined : { value: shipped, unit },
    });
  });
}

/** Statuses of form SO301000 as the API gives them; what `Open` and `Completed` are to us the lines and shipments say. */
const phases: Readonly<Record<string, OrderPhase>> = {
  Open: 'open',
  'Back Order': 'open',
  Shipping: 'open',
  'On Hold': 'onHold',
  'Credit Hold': 'onHold',
  'Risk Hold': 'onHold',
  'Pending Approval': 'onHold',
  'Pending Processing': 'onHold',
  'Awaiting Payment': 'onHold',
  Rejected: 'rejected',
  Completed: 'closed',
  'Partially Invoiced': 'shipped',
  Invoiced: 'invoiced',
  Canceled: 'cancelled',
  Expired: 'closed',
};

function phaseOf({ Status, Shipments }: SalesOrderWire, lines: readonly ErpOrderLine[]): OrderPhase {
  const phase = Object.hasOwn(phases, Status) ? phases[Status] : undefined;
  if (phase === undefined) return 'unknown';
  const shipments = Shipments ?? [];
  if (Status === 'Completed' && shipments.length > 0) {
    return shipments.every(({ InvoiceNbr }) => InvoiceNbr !== undefined) ? 'invoiced' : 'shipped';
  }
  const isBegun = lines.some(({ shipped }) => shipped !== undefined && compare(shipped.value, '0') > 0);
  return phase === 'open' && isBegun ? 'partlyShipped' : phase;
}
