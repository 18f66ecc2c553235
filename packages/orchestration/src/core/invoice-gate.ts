import type { Invoice, Quantity } from '@dist/canonical';
import { add, compare, subtract } from '@dist/canonical/arithmetic';
import type { IssuedEffect } from '../word/state.ts';
import { effectKey } from './effect-key.ts';
import { inBaseUnit } from './line-row.ts';
import { newestOf } from './newest-of.ts';
import type { Fact, View } from './view.ts';

interface GateInput {
  readonly id: string;
  readonly view: View;
  entry(key: string): IssuedEffect | undefined;
}

/** Line id → base units; only lines of waiting invoices. */
type Room = Map<string, string>;

/**
 * The waiting invoices that may leave now (R23): all that was invoiced, this one included, is covered by shipments whose
 * notice was issued and that the partner has not rejected. A credit memo is covered by what was invoiced before it.
 */
export function releasableInvoices(input: GateInput, waiting: readonly Fact<'invoice.posted'>[]): readonly Invoice[] {
  const invoices = waiting.map((event) => event.invoice).sort((a, b) => (a.number < b.number ? -1 : 1));
  const room = roomToInvoice(input, invoices);
  const released = new Set<Invoice>();
  // An invoice may have to wait for the credit memo behind it, or the memo for its invoice.
  for (let before = -1; before < released.size; ) {
    before = released.size;
    for (const invoice of invoices) {
      if (!released.has(invoice) && take(input.view, room, invoice)) released.add(invoice);
    }
  }
  return [...released];
}

function roomToInvoice({ id, view, entry }: GateInput, waiting: readonly Invoice[]): Room {
  const room: Room = new Map();
  for (const { lineId } of waiting.flatMap((invoice) => invoice.lines)) {
    const row = view.rows.get(lineId);
    if (row !== undefined) room.set(lineId, subtract(row.shipped, row.invoiced));
  }
  if (room.size === 0) return room;
  // The sums count the posted invoices that have not left: these are given back.
  const unsent = [...view.invoices.values()].filter(({ invoice: { number } }) =>
    [effectKey.invoice(id, number), effectKey.shopInvoice(id, number)].every((key) => entry(key) === undefined),
  );
  for (const { invoice } of unsent) for (const line of invoice.lines) move(view, room, line, signOf(invoice));
  for (const { shipment } of view.shipments.values()) {
    if (isNotified({ id, entry }, shipment.shipmentId)) continue;
    for (const item of shipment.items) move(view, room, item, -1);
  }
  return room;
}

/** A notice that a hold stops, or that the partner has rejected, tells nobody that the goods have left. */
function isNotified({ id, entry }: Pick<GateInput, 'id' | 'entry'>, shipmentId: string): boolean {
  if (entry(effectKey.shopFulfillment(id, shipmentId)) !== undefined) return true;
  const notice = newestOf(entry, effectKey.shipNotice(id, shipmentId));
  return notice !== undefined && !(notice.status === 'parked' && notice.class === 'partnerFormat');
}

function take(view: View, room: Room, invoice: Invoice): boolean {
  const sign = signOf(invoice);
  const after: Room = new Map(room);
  for (const line of invoice.lines) move(view, after, line, sign === 1 ? -1 : 1);
  const covered = invoice.lines.every(({ lineId }) => {
    const left = after.get(lineId) ?? '0';
    return sign === 1 ? compare(left, '0') >= 0 : compare(left, view.rows.get(lineId)?.shipped ?? '0') <= 0;
  });
  if (covered) for (const { lineId } of invoice.lines) room.set(lineId, after.get(lineId) ?? '0');
  return covered;
}

function signOf(invoice: Invoice): 1 | -1 {
  return invoice.type === 'creditMemo' ? -1 : 1;
}

function move(view: View, room: Room, line: { lineId: string; quantity: Quantity }, sign: 1 | -1): void {
  const row = view.rows.get(line.lineId);
  const before = room.get(line.lineId);
  if (row === undefined || before === undefined) return;
  const amount = inBaseUnit(row, line.quantity) ?? '0';
  const size = amount.startsWith('-') ? amount.slice(1) : amount;
  room.set(line.lineId, sign === 1 ? add(before, size) : subtract(before, size));
}
