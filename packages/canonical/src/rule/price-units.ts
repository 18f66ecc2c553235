import * as z from 'zod';
import { pricedQuantity } from '../arithmetic/priced-quantity.ts';
import type { Item } from '../document/item.ts';
import type { Issue } from '../issue.ts';
import { Price, Quantity } from '../value/value.ts';
import { orSchemaIssues } from './or-schema-issues.ts';

/** A line of an order, an acknowledgment or an invoice. */
interface PricedLine {
  lineId: string;
  quantity: Quantity;
  pricedQuantity?: Quantity | undefined;
  price?: Price | undefined;
}

const PricedLines: z.ZodType<{ lines: readonly PricedLine[] }> = z.object({
  lines: z.array(
    z.object({
      lineId: z.string().min(1),
      quantity: Quantity,
      pricedQuantity: Quantity.optional(),
      price: Price.optional(),
    }),
  ),
});

/**
 * An error `price-unit-unconvertible` for each line whose price is for another unit than its (priced) quantity's, and whose
 * item does not convert the one into the other exactly: what the line costs would be a guess. Catch weight that is not weighed
 * yet is such a line, so that this is asked of an invoice, or of an order whose items have no catch weight. Never throws for what the lines hold.
 */
export function priceUnits(
  document: { lines: readonly PricedLine[] },
  itemOf: (lineId: string) => Pick<Item, 'baseUnit' | 'conversions'> | undefined,
): readonly Issue[] {
  return orSchemaIssues<readonly Issue[]>(
    [{ schema: PricedLines, value: document }],
    () => unconvertible(document, itemOf),
    (issues) => issues,
  );
}

function unconvertible(
  { lines }: { lines: readonly PricedLine[] },
  itemOf: (lineId: string) => Pick<Item, 'baseUnit' | 'conversions'> | undefined,
): Issue[] {
  return lines.flatMap(({ price, ...line }, index): Issue[] => {
    if (price === undefined || pricedQuantity({ ...line, price }, itemOf(line.lineId)) !== undefined) return [];
    const { unit } = line.pricedQuantity ?? line.quantity;
    const message = `Line ${line.lineId} is in ${unit} and priced for ${price.unit}, and its item does not convert them`;
    const path = ['lines', index, 'price', 'unit'];
    return [{ code: 'price-unit-unconvertible', severity: 'error', message, path, expected: unit, found: price.unit }];
  });
}
