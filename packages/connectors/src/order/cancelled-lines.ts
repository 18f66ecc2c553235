import { compare, maximum, minimum, subtract } from '@dist/canonical/arithmetic';
import type { ErpOrderLine, ErpOrderStatus, LineQuantity } from '../port/orders.ts';
import { type JudgedLines, type NamedLine, namedLines } from './named-lines.ts';

/** What a cancellation takes of a line: how much, whether nothing more will leave, and the line's total afterwards. */
export interface CancelledLine {
  readonly at: number;
  readonly line: ErpOrderLine;
  readonly cancelled: LineQuantity;
  readonly isWhole: boolean;
  readonly left: string;
}

/**
 * Judges a cancellation of some lines, or of all that is open. What has left is not cancelled any more, and a line of which
 * nothing is open is left out; more than was ordered is refused. `keeps` tells whether the system's number keeps a total,
 * `openOf` how much of a line may still be cancelled: what has not left when absent.
 */
export function cancelledLines(
  order: ErpOrderStatus,
  lines: readonly LineQuantity[] | undefined,
  keeps: (quantity: string) => boolean,
  openOf: (line: ErpOrderLine, at: number) => string = notLeft,
): JudgedLines<CancelledLine> {
  const named = lines === undefined ? allLines(order) : namedLines(order, lines);
  if (!named.ok) return named;
  const cancelled: CancelledLine[] = [];
  for (const [index, { at, line, quantity }] of named.lines.entries()) {
    const { value: ordered, unit } = line.quantity;
    const refuse = (text: string) =>
      ({ ok: false, reason: 'quantity', message: `lines[${index}]: line ${line.lineId}: ${text}` }) as const;
    if (compare(quantity, ordered) > 0) return refuse(`${ordered} were ordered, the cancellation is of ${quantity}`);
    const open = line.status === 'accepted' ? openOf(line, at) : '0';
    if (compare(open, '0') <= 0) continue;
    const value = minimum(quantity, open);
    const [isWhole, left] = [compare(value, open) === 0, subtract(ordered, value)];
    if (!keeps(left)) return refuse(`a total of ${left} has more digits than the system keeps`);
    cancelled.push({ at, line, cancelled: { lineId: line.lineId, quantity: { value, unit } }, isWhole, left });
  }
  return { ok: true, lines: cancelled };
}

function allLines({ lines }: ErpOrderStatus): { readonly ok: true; readonly lines: readonly NamedLine[] } {
  return { ok: true, lines: lines.map((line, at) => ({ at, line, quantity: line.quantity.value })) };
}

function notLeft({ quantity, shipped }: ErpOrderLine): string {
  return maximum(subtract(quantity.value, shipped?.value ?? '0'), '0');
}
