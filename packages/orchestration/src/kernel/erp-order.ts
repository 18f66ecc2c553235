import type { OrderLine } from '@dist/canonical';
import { isZero } from '@dist/canonical/arithmetic';
import type { ErpOrder } from '../word/effect.ts';
import type { EnrichedLine, OrderPart } from '../word/event.ts';
import { inBaseUnit } from './row.ts';
import type { View } from './view.ts';

/** What one part asks of its ERP: the buyer's order narrowed to the part, and the same in the seller's words. */
export function erpOrder(view: View, part: OrderPart): ErpOrder {
  const { order } = view;
  if (order === undefined || view.enriched === undefined) throw new TypeError('the order is not enriched');
  const lines: EnrichedLine[] = [];
  const ordered: OrderLine[] = [];
  for (const { lineId, quantity } of part.lines) {
    const enriched = view.enrichedLines.get(lineId);
    const line = view.ordered.get(lineId);
    const row = view.rows.get(lineId);
    if (enriched === undefined || line === undefined || row === undefined || isZero(quantity.value)) continue;
    const value = inBaseUnit(row, quantity) ?? enriched.base.value;
    lines.push({ ...enriched, ordered: quantity, base: { value, unit: row.baseUnit } });
    const { allocations: _allocations, ...rest } = line;
    ordered.push({ ...rest, quantity });
  }
  const changes = [...view.changes.values()].flatMap(({ change, status }) => (status === 'applied' ? change : []));
  return { part, lines, order: { ...order, lines: ordered }, ...(changes.length > 0 && { changes }) };
}
