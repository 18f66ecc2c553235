import { compare } from '@dist/canonical/arithmetic';
import type { ErpOrderStatus, LineQuantity } from '../port/orders.ts';
import { type JudgedLines, type NamedLine, namedLines } from './named-lines.ts';

/**
 * Judges new totals of lines; `keeps` tells whether the system's number keeps a quantity exactly. What has left cannot be
 * less than it is.
 */
export function revisedLines(
  order: ErpOrderStatus,
  lines: readonly LineQuantity[],
  keeps: (quantity: string) => boolean,
): JudgedLines<NamedLine> {
  const named = namedLines(order, lines);
  if (!named.ok) return named;
  const gone = named.lines.findIndex(({ line, quantity }) => compare(quantity, line.shipped?.value ?? '0') < 0);
  if (gone !== -1) {
    const { lineId, shipped } = named.lines[gone]?.line ?? {};
    return { ok: false, reason: 'shipped', message: `lines[${gone}]: of line ${lineId} ${shipped?.value} have left` };
  }
  const lost = named.lines.findIndex(({ quantity }) => !keeps(quantity));
  if (lost === -1) return named;
  const message = `lines[${lost}]: ${lines[lost]?.quantity.value.slice(0, 40)} has more digits than the system keeps`;
  return { ok: false, reason: 'quantity', message };
}
