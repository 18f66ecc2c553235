import { type Result, validate } from '@dist/canonical';
import type { ErpOrderLine, ErpOrderStatus, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { lineIdOf } from './line-id-of.ts';
import { type SalesOrderLineWire, salesOrderWire } from './sales-order-wire.ts';

/** What an order of NetSuite means in the seller's words. */
export interface NetsuiteWords {
  /** The seller's units (UN/ECE) by NetSuite's unit, its internal id. */
  readonly units: Readonly<Record<string, string>>;
  /** Column of the tenant's that holds the buyer's line id: `custcol_buyer_line`. NetSuite's line number is told without. */
  readonly lineField: string | undefined;
}

/** Statuses of a sales order. Oracle Help Center: Sales Order Statuses. */
const phases: Readonly<Record<string, OrderPhase>> = {
  A: 'pending',
  B: 'open',
  C: 'cancelled',
  D: 'partlyShipped',
  E: 'partlyShipped',
  F: 'shipped',
  G: 'invoiced',
  H: 'closed',
};

/** How NetSuite holds an order: `salesOrder` with its sublist `item`. */
export function decodeSalesOrder(json: unknown, words: NetsuiteWords): Result<ErpOrderStatus> {
  const wire = validate(salesOrderWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const { id, externalId, orderStatus, lastModifiedDate, item } = wire.value;
  const changedAt = lastModifiedDate === undefined ? Number.NaN : Date.parse(lastModifiedDate);
  return {
    ok: true,
    issues: wire.issues,
    value: present({
      number: id,
      externalReference: externalId ?? '',
      status: orderStatus?.refName ?? orderStatus?.id ?? '',
      phase: phases[orderStatus?.id ?? ''] ?? 'unknown',
      holds: orderStatus?.id === 'A' ? [{ code: 'approval', message: 'the order waits for approval' }] : undefined,
      changedAt: Number.isNaN(changedAt) ? undefined : new Date(changedAt).toISOString(),
      lines: item.items.map((line) => decodeLine(line, words)),
    }),
  };
}

function decodeLine(line: SalesOrderLineWire, words: NetsuiteWords): ErpOrderLine {
  const unit = unitOfLine(line, words);
  const quantity = (value: string | null | undefined) =>
    value === undefined || value === null ? undefined : { value, unit };
  return present({
    lineId: lineIdOf(line[words.lineField ?? ''], String(line.line), words.lineField),
    item: line.item.refName ?? line.item.id,
    quantity: { value: line.quantity, unit },
    // A line that is closed before anything left of it is one that is not taken any more.
    status: line.isClosed === true && (line.quantityFulfilled ?? '0') === '0' ? 'rejected' : 'accepted',
    reason: line.isClosed === true && (line.quantityFulfilled ?? '0') === '0' ? 'closed' : undefined,
    shipped: quantity(line.quantityFulfilled),
    invoiced: quantity(line.quantityBilled),
  });
}

function unitOfLine({ units }: SalesOrderLineWire, words: NetsuiteWords): string {
  return units === undefined || units === null ? 'C62' : unitOf(words.units, units);
}
