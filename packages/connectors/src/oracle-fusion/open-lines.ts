import { compare, subtract, sum } from '@dist/canonical/arithmetic';
import { isCancelled, isShipped } from './decode-sales-order.ts';
import type { LineChange } from './revise-lines.ts';
import type { LineWire } from './wire.ts';

/** Fulfillment lines of which nothing has left and nothing was cancelled: they alone can be changed. */
export function openRows(parts: readonly LineWire[]): readonly LineWire[] {
  return parts.filter((row) => !isCancelled(row) && !isShipped(row) && !['CLOSED', 'BILLED'].includes(row.StatusCode));
}

/** What of a line has not left. */
export function openQuantity(parts: readonly LineWire[]): string {
  return sum(openRows(parts).map(({ OrderedQuantity }) => OrderedQuantity));
}

/** Takes a quantity off the open fulfillment lines of a line, the last of them first. It must be there. */
export function takenOff(parts: readonly LineWire[], quantity: string): readonly LineChange[] {
  const changes: LineChange[] = [];
  let left = quantity;
  for (const row of [...openRows(parts)].reverse()) {
    if (compare(left, '0') <= 0) break;
    const isAll = compare(left, row.OrderedQuantity) >= 0;
    changes.push({ row, quantity: isAll ? '0' : subtract(row.OrderedQuantity, left) });
    left = isAll ? subtract(left, row.OrderedQuantity) : '0';
  }
  return changes;
}
