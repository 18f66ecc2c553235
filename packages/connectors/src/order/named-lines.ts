import { compare, isDecimal } from '@dist/canonical/arithmetic';
import type { ErpOrderLine, ErpOrderStatus, LineQuantity } from '../port/orders.ts';

/** A line of an order that a change or a cancellation names: its place in the order, and how much is asked for. */
export interface NamedLine {
  readonly at: number;
  readonly line: ErpOrderLine;
  readonly quantity: string;
}

/** Lines that may be written, or why not even one of them is. A message begins with the place: `lines[1]: …`. */
export type JudgedLines<Line> =
  | { readonly ok: true; readonly lines: readonly Line[] }
  | { readonly ok: false; readonly reason: string; readonly message: string };

/**
 * Finds the lines that are named. Refused are a line that is not there or there twice, one that is named twice, another unit
 * than the line's (a system takes the number as it is), and a quantity that is none, zero or negative.
 */
export function namedLines(order: ErpOrderStatus, lines: readonly LineQuantity[]): JudgedLines<NamedLine> {
  const places = placesOf(order);
  const named: NamedLine[] = [];
  const seen = new Map<string, number>();
  for (const [index, { lineId, quantity }] of lines.entries()) {
    const refuse = (reason: string, text: string) =>
      ({ ok: false, reason, message: `lines[${index}]: ${text}` }) as const;
    const [at, second] = places.get(lineId) ?? [];
    const line = at === undefined ? undefined : order.lines[at];
    if (at === undefined || line === undefined)
      return refuse('line-unknown', `order ${order.number} has no line ${lineId}`);
    if (second !== undefined) return refuse('line-ambiguous', `order ${order.number} has more than one line ${lineId}`);
    const before = seen.get(lineId);
    if (before !== undefined) return refuse('line-repeated', `line ${lineId} stands at lines[${before}] already`);
    const { value, unit } = quantity;
    if (unit !== line.quantity.unit)
      return refuse('unit', `line ${lineId} is in ${line.quantity.unit}, what is asked for is in ${unit}`);
    if (!isDecimal(value) || compare(value, '0') <= 0)
      return refuse('quantity', `line ${lineId}: expected a quantity above zero, found ${value.slice(0, 40)}`);
    seen.set(lineId, index);
    named.push({ at, line, quantity: value });
  }
  return { ok: true, lines: named };
}

function placesOf({ lines }: ErpOrderStatus): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { lineId }] of lines.entries()) {
    const known = places.get(lineId);
    if (known === undefined) places.set(lineId, [at]);
    else known.push(at);
  }
  return places;
}
