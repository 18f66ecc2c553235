import { equals } from '@dist/canonical/arithmetic';
import type { ErpOrderStatus, LineQuantity } from '../port/orders.ts';

/** The first line that has not the total that was asked for; a line that is not there any more has none. */
export function untaken(order: ErpOrderStatus, totals: readonly LineQuantity[]): string | undefined {
  return totals.find(({ lineId, quantity }) => {
    const found = order.lines.find((line) => line.lineId === lineId)?.quantity.value ?? '0';
    return !equals(found, quantity.value);
  })?.lineId;
}
