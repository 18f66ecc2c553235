import type { AcknowledgedLine, LineResponse, OrderAcknowledgment, OrderLine, Quantity } from '@dist/canonical';
import { add, compare, subtract } from '@dist/canonical/arithmetic';
import { buyerLineId } from '../kernel/buyer-line-id.ts';
import { partOf, partsOf } from '../kernel/part-of.ts';
import { inBaseUnit, inOrderedUnit, type Row, viewOfRow } from '../kernel/row.ts';
import type { View } from '../kernel/view.ts';
import { defined, mergeIds } from './merge.ts';

/**
 * The seller's answer to the whole order (855), all parts merged: what of each line is accepted, waits for stock, is
 * rejected and why, or was cancelled. Throws a TypeError when no order was captured.
 */
export function acknowledgment(
  view: View,
  at: string,
  purpose: OrderAcknowledgment['purpose'] = 'original',
): OrderAcknowledgment {
  const { order } = view;
  if (order === undefined) throw new TypeError('there is no order to acknowledge');
  const reasons = reasonsByLine(view);
  const lines = order.lines.map((line) =>
    answerTo(line, view, reasons.get(line.lineId) ?? none, view.enrichedLines.get(line.lineId)?.sku),
  );
  return defined<OrderAcknowledgment>({
    kind: 'orderAcknowledgment',
    version: '1',
    purpose,
    status: statusOf(lines),
    orderNumber: order.number,
    orderRelease: order.release,
    orderDate: order.dates.ordered,
    acknowledgedOn: at.slice(0, 10),
    sellerOrderNumbers: numbersOf(view),
    currency: order.currency,
    parties: order.parties,
    references: order.references,
    lines,
  });
}

/** What the ERPs call their parts, each once. */
function numbersOf(view: View): string[] {
  const numbers: string[] = [];
  for (const { partId } of partsOf(view)) {
    const number = view.parts.get(partId)?.accepted?.number;
    if (number !== undefined && !numbers.includes(number)) numbers.push(number);
  }
  return numbers;
}

/** A reason is a name, and an 855 has room for thirty characters of it (X12 1271). */
const longestReason = 30;

const none: readonly Reason[] = [];

interface Reason {
  readonly status: 'rejected' | 'cancelled';
  /** Absent where the status says all. */
  readonly reason?: string | undefined;
  readonly quantity: Quantity;
}

function reasonsByLine(view: View): ReadonlyMap<string, readonly Reason[]> {
  const found = new Map<string, Reason[]>();
  const say = (lineId: string, reason: Reason) => found.set(lineId, [...(found.get(lineId) ?? []), reason]);
  if (view.invalid !== undefined) {
    const reason = view.invalid.failures[0]?.code ?? 'invalid';
    for (const line of view.order?.lines ?? []) {
      say(line.lineId, { status: 'rejected', reason, quantity: line.quantity });
    }
    return found;
  }
  for (const { accepted } of view.parts.values()) {
    for (const { lineId, quantity, reason } of accepted?.rejected ?? [])
      say(lineId, { status: 'rejected', reason, quantity });
  }
  for (const { lines } of view.dropped.values()) {
    for (const { lineId, quantity } of lines) say(lineId, { status: 'rejected', reason: 'outOfStock', quantity });
  }
  for (const part of partsOf(view)) {
    const { refused, accepted } = partOf(view, part.partId);
    // A part without an answer when the others are answered was cancelled before it left.
    const cancelled = refused === undefined && accepted === undefined;
    if (refused === undefined && !cancelled) continue;
    const status = refused === undefined ? 'cancelled' : 'rejected';
    for (const { lineId, quantity } of part.lines) say(lineId, { status, reason: refused?.reason, quantity });
  }
  return found;
}

function answerTo(line: OrderLine, view: View, reasons: readonly Reason[], sku: string | undefined): AcknowledgedLine {
  const row = view.rows.get(line.lineId);
  if (row === undefined) throw new TypeError(`line ${line.lineId} has no row`);
  const { quantity, price } = line;
  const lineId = buyerLineId(view, line.lineId);
  const ids = mergeIds(line.ids, sku === undefined ? [] : [{ scheme: 'seller', value: sku }]);
  const responses = responsesOf(row, reasons);
  return price === undefined ? { lineId, ids, quantity, responses } : { lineId, ids, quantity, price, responses };
}

function responsesOf(row: Row, reasons: readonly Reason[]): LineResponse[] {
  const said: { status: LineResponse['status']; reason: string | undefined; base: string }[] = [];
  for (const { status, reason: told, quantity } of reasons) {
    const reason = told?.slice(0, longestReason);
    const base = inBaseUnit(row, quantity) ?? '0';
    const same = said.find((response) => response.status === status && response.reason === reason);
    if (same === undefined) said.push({ status, reason, base });
    else same.base = add(same.base, base);
  }
  const waiting = waitingOf(row);
  if (compare(waiting, '0') > 0) said.push({ status: 'backordered', reason: undefined, base: waiting });
  const accepted = said.reduce((rest, { base }) => subtract(rest, base), row.ordered);
  if (compare(accepted, '0') > 0) said.unshift({ status: 'accepted', reason: undefined, base: accepted });
  return said.map(({ status, reason, base }) => {
    const quantity = inOrderedUnit(row, { value: base, unit: row.baseUnit });
    return reason === undefined ? { status, quantity } : { status, quantity, reason };
  });
}

/** What waits for stock, in the base unit. */
function waitingOf(row: Row): string {
  if (row.backordered === '0') return '0';
  const { backordered, unit } = viewOfRow(row);
  return inBaseUnit(row, { value: backordered, unit }) ?? '0';
}

function statusOf(lines: readonly AcknowledgedLine[]): OrderAcknowledgment['status'] {
  let taken = false;
  let refused = false;
  for (const { responses } of lines) {
    for (const { status } of responses) {
      if (status === 'rejected' || status === 'cancelled') refused = true;
      else if (status === 'accepted') taken = true;
      else return 'acceptedWithChange';
    }
  }
  if (!refused) return 'accepted';
  return taken ? 'acceptedWithChange' : 'rejected';
}
