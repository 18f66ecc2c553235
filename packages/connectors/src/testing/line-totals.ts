import { add, isDecimal, negate, normalize } from '@dist/canonical/arithmetic';
import type { ErpOrderStatus, LineQuantity } from '../port/orders.ts';

/** The totals of lines as one text, whatever their order: `1: 12 C62, 2: 4 XCS`. A system may split a line. */
export function tellTotals(lines: readonly LineQuantity[]): string {
  const totals = new Map<string, string>();
  for (const { lineId, quantity } of lines) {
    const key = `${lineId} ${quantity.unit}`;
    totals.set(key, add(totals.get(key) ?? '0', isDecimal(quantity.value) ? quantity.value : '0'));
  }
  const told = [...totals].map(([key, value]) => {
    const [lineId = '', unit = ''] = key.split(' ');
    return normalize(value) === '0' ? '' : `${lineId}: ${normalize(value)} ${unit}`;
  });
  return (
    told
      .filter((text) => text !== '')
      .sort()
      .join(', ') || 'nothing'
  );
}

/** What of an order can still leave: nothing of a line that is rejected, and of an order that is over. */
export function openLines({ lines, phase }: ErpOrderStatus): readonly LineQuantity[] {
  const isOver = phase === 'cancelled' || phase === 'closed' || phase === 'rejected';
  return lines.flatMap(({ lineId, quantity, shipped, status }) => {
    if (isOver || status === 'rejected') return [];
    const ordered = { lineId, quantity };
    return shipped === undefined ? [ordered] : [ordered, negated({ lineId, quantity: shipped })];
  });
}

/** Lines that take away what is added to them. */
export function negated({ lineId, quantity }: LineQuantity): LineQuantity {
  return { lineId, quantity: { value: negate(quantity.value), unit: quantity.unit } };
}
