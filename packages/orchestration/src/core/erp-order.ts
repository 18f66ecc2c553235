import type { OrderLine } from '@dist/canonical';
import type { ErpOrder } from '../word/effect.ts';
import type { EnrichedLine, OrderPart } from '../word/event.ts';
import { byLineId } from './by-line-id.ts';
import { inBaseUnit } from './line-row.ts';
import type { View } from './view.ts';

/** What one part asks of its ERP: the buyer's order narrowed to the part, and the same in the seller's words. */
export function erpOrder(view: View, part: OrderPart): ErpOrder {
  if (view.captured === undefined || view.enriched === undefined) throw new TypeError('the order is not enriched');
  const { order } = view.captured;
  const orderLines = byLineId(order.lines);
  const enrichedLines = byLineId(view.enriched.lines);
  const lines: EnrichedLine[] = [];
  const ordered: OrderLine[] = [];
  for (const { lineId, quantity } of part.lines) {
    const enriched = enrichedLines.get(lineId);
    const line = orderLines.get(lineId);
    const row = view.rows.get(lineId);
    if (enriched === undefined || line === undefined || row === undefined) continue;
    const value = inBaseUnit(row, quantity) ?? enriched.base.value;
    lines.push({ ...enriched, ordered: quantity, base: { value, unit: row.baseUnit } });
    const { allocations: _allocations, ...rest } = line;
    ordered.push({ ...rest, quantity });
  }
  return { part, lines, order: { ...order, lines: ordered } };
}
