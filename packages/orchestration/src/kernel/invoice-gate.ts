import type { Invoice, InvoiceLine } from '@dist/canonical';
import { add, compare, isNegative, subtract } from '@dist/canonical/arithmetic';
import { inBaseUnit, type Row } from './row.ts';
import type { Step } from './step.ts';
import type { View } from './view.ts';

/** Line id → base units that may still be billed; only lines of waiting invoices. */
type Room = Map<string, string>;

/**
 * The waiting invoices that may leave now (R23): all that was billed, this one included, is covered by what the policy's
 * gate asks for: noticed to the partner by notices that it has not rejected, or shipped. A credit memo is covered by what
 * was billed before it.
 */
export function releasableInvoices(step: Step, waiting: readonly Invoice[]): readonly Invoice[] {
  const { gate } = step.policy.invoicing;
  if (gate === 'none' || waiting.length === 0) return waiting;
  const room = roomFor(step.view, waiting, gate === 'notified' ? 'noticed' : 'shipped');
  const [only] = waiting;
  // Nearly always there is one.
  if (waiting.length === 1 && only !== undefined) return take(step.view, room, only) ? waiting : [];
  const invoices = [...waiting].sort((a, b) => (a.number < b.number ? -1 : 1));
  const released = new Set<Invoice>();
  // An invoice may have to wait for the credit memo behind it, or the memo for its invoice.
  for (let before = -1; before < released.size; ) {
    before = released.size;
    for (const invoice of invoices) {
      if (!released.has(invoice) && take(step.view, room, invoice)) released.add(invoice);
    }
  }
  return [...released];
}

function roomFor(view: View, invoices: readonly Invoice[], cover: 'noticed' | 'shipped'): Room {
  const room: Room = new Map();
  for (const { lines } of invoices) {
    for (const { lineId } of lines) {
      const row = view.rows.get(lineId);
      if (row !== undefined) room.set(lineId, subtract(row[cover], row.billed));
    }
  }
  return room;
}

function take(view: View, room: Room, invoice: Invoice): boolean {
  const credit = invoice.type === 'creditMemo';
  const after: Room = new Map();
  for (const line of invoice.lines) {
    const row = view.rows.get(line.lineId);
    const before = after.get(line.lineId) ?? room.get(line.lineId);
    if (row === undefined || before === undefined) continue;
    const size = sizeOf(row, line, credit);
    after.set(line.lineId, credit ? add(before, size) : subtract(before, size));
  }
  for (const [lineId, left] of after) {
    const covered = credit ? compare(left, view.rows.get(lineId)?.shipped ?? '0') <= 0 : !isNegative(left);
    if (!covered) return false;
  }
  for (const [lineId, left] of after) room.set(lineId, left);
  return true;
}

/** A credit memo's quantity may have a sign or not; an invoice's counts as it is, as it does when it was billed. */
function sizeOf(row: Row, line: InvoiceLine, credit: boolean): string {
  const amount = inBaseUnit(row, line.quantity) ?? '0';
  if (!credit) return amount;
  return amount.startsWith('-') ? amount.slice(1) : amount;
}
