import { equals } from '@dist/canonical/arithmetic';
import type { ErpOrderStatus, LineQuantity } from '../port/orders.ts';

/** The lines that have not the total that was asked for; a line that is not there any more has none. */
export function untakenLines(order: ErpOrderStatus, totals: readonly LineQuantity[]): readonly string[] {
  const held = new Map(order.lines.map(({ lineId, quantity }) => [lineId, quantity.value]));
  return totals.flatMap(({ lineId, quantity }) => (equals(held.get(lineId) ?? '0', quantity.value) ? [] : [lineId]));
}
