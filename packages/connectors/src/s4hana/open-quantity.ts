import { maximum, subtract } from '@dist/canonical/arithmetic';
import type { ErpOrderLine } from '../port/orders.ts';

/** What of a line has not left. */
export function openQuantity({ quantity, shipped }: Pick<ErpOrderLine, 'quantity' | 'shipped'>): string {
  return maximum(subtract(quantity.value, shipped?.value ?? '0'), '0');
}
