import type { ErpOrderStatus, LineQuantity } from '../port/orders.ts';
import { type JudgedLines, type NamedLine, namedLines } from './named-lines.ts';

/** Judges new totals of lines; `keeps` tells whether the system's number keeps a quantity exactly. */
export function revisedLines(
  order: ErpOrderStatus,
  lines: readonly LineQuantity[],
  keeps: (quantity: string) => boolean,
): JudgedLines<NamedLine> {
  const named = namedLines(order, lines);
  if (!named.ok) return named;
  const lost = named.lines.findIndex(({ quantity }) => !keeps(quantity));
  if (lost === -1) return named;
  const message = `lines[${lost}]: ${lines[lost]?.quantity.value.slice(0, 40)} has more digits than the system keeps`;
  return { ok: false, reason: 'quantity', message };
}
