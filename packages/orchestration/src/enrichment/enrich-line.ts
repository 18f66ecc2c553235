import type { Item, OrderLine } from '@dist/canonical';
import { convert } from '@dist/canonical/arithmetic';
import type { EnrichedLine, Substitution } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import type { Context } from './context.ts';
import { type Finding, found } from './finding.ts';
import type { Place } from './match-place.ts';
import { priceLine } from './price-line.ts';
import { substituteItem } from './substitute-item.ts';

/** A line in the seller's words. */
export interface LineResult {
  readonly line: EnrichedLine;
  readonly substitution?: Substitution | undefined;
}

/** Which item ships for a line, how much of it in its base unit, at which price. All that is wrong is told at once. */
export function enrichLine(
  context: Context,
  line: OrderLine,
  item: Item,
  places: readonly Place[],
): Finding<LineResult | undefined> {
  const { lineId, quantity } = line;
  const base = convert(quantity, item.baseUnit, item);
  const [place] = places;
  const shipped = substituteItem(context, { line, item, base, place });
  if (base === undefined) return { used: shipped.used, failures: [...shipped.failures, unknownUnit(line, item)] };
  const items = [item, ...(shipped.value === undefined || shipped.value === item ? [] : [shipped.value])];
  const priced = priceLine(context, { line, base, items, places });
  const used = [...shipped.used, ...priced.used];
  const failures = [...shipped.failures, ...priced.failures];
  if (shipped.value === undefined) return { used, failures };
  const { sku, ids, description, conversions: units } = shipped.value;
  const price = priced.value;
  return {
    ...found({
      line: { lineId, sku, ids, description, ordered: quantity, base, units, ...(price !== undefined && { price }) },
      ...(sku !== item.sku && { substitution: { lineId, ordered: item.sku, substitute: sku } }),
    }),
    used,
    failures,
  };
}

function unknownUnit({ lineId, quantity }: OrderLine, { sku }: Item): Failure {
  const message = `line ${lineId}: item ${sku} has no pack size for ${quantity.unit}`;
  return { class: 'unitOfMeasure', code: 'unit-unknown', message, lineId };
}
