import { type Result, validate } from '@dist/canonical';
import * as z from 'zod';
import type { ErpOrderLine, ErpOrderStatus, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { incompleteMark } from './incomplete-mark.ts';
import { lineIdOf } from './line-id-of.ts';
import type { UnitTable } from './unit-table.ts';
import { headerWire, type LineWire, lineWire } from './wire.ts';

const stopped = { code: 'stopped', message: 'by a person' };
const incomplete = { code: 'incomplete', message: 'not all of its lines are there' };

/** How finance and operations holds an order: its header and its lines. */
export function decodeSalesOrder(header: unknown, lines: unknown, units: UnitTable): Result<ErpOrderStatus> {
  const read = validate(headerWire, header);
  if (!read.ok) return { ok: false, issues: read.issues };
  const rows = validate(z.array(lineWire), lines);
  if (!rows.ok) return { ok: false, issues: rows.issues };
  const order = read.value;
  const isStopped = order.IsSalesProcessingStopped === 'Yes';
  const reference = order.CustomersOrderReference ?? '';
  const isMarked = reference.endsWith(incompleteMark);
  const isIncomplete = isStopped && isMarked;
  const value = present({
    number: order.SalesOrderNumber,
    externalReference: isMarked ? reference.slice(0, -incompleteMark.length) : reference,
    status: order.SalesOrderStatus,
    phase: phaseOf(order.SalesOrderStatus, rows.value, isStopped),
    holds: isMarked ? [incomplete] : isStopped ? [stopped] : undefined,
    isIncomplete: isIncomplete ? true : undefined,
    lines: rows.value.map((line) => decodeLine(line, units)),
  });
  return { ok: true, issues: [], value };
}

function decodeLine(line: LineWire, units: UnitTable): ErpOrderLine {
  const unit = unitOf(units, line.SalesUnitSymbol);
  const isCancelled = line.SalesOrderLineStatus === 'Canceled';
  const quantity = { value: line.OrderedSalesQuantity, unit };
  const isShipped = ['Delivered', 'Invoiced'].includes(line.SalesOrderLineStatus);
  return present({
    lineId: lineIdOf(line),
    item: line.ItemNumber,
    quantity,
    status: isCancelled ? 'rejected' : 'accepted',
    reason: isCancelled ? 'cancelled' : undefined,
    // A part that has left is in no field of the line: its status changes with the last of it.
    shipped: isShipped ? quantity : undefined,
    invoiced: line.SalesOrderLineStatus === 'Invoiced' ? quantity : undefined,
  });
}

/** Words of the enumeration SalesStatus: Backorder is an open order. */
const phases: Readonly<Record<string, OrderPhase>> = {
  Backorder: 'open',
  Delivered: 'shipped',
  Invoiced: 'invoiced',
  Canceled: 'cancelled',
};

function phaseOf(status: string, lines: readonly LineWire[], isStopped: boolean): OrderPhase {
  const phase = Object.hasOwn(phases, status) ? phases[status] : undefined;
  if (phase !== 'open') return phase ?? 'unknown';
  if (isStopped) return 'onHold';
  // Lines are deleted when they are cancelled, and the header stays.
  if (lines.length === 0) return 'cancelled';
  return lines.some((line) => ['Delivered', 'Invoiced'].includes(line.SalesOrderLineStatus)) ? 'partlyShipped' : 'open';
}
