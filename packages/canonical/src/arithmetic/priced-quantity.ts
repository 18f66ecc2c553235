import type { Item } from '../document/item.ts';
import type { Price, Quantity } from '../value/value.ts';
import { convert } from './convert.ts';

/**
 * What the price counts, in the unit that it is for: the priced quantity where one was weighed (catch weight), else the
 * quantity, through the item: 6 cases of 12 at a price per each are 72. Exact or undefined: when the price is for another unit and
 * there is no item, or the item does not know how to convert.
 */
export function pricedQuantity(
  line: { quantity: Quantity; pricedQuantity?: Quantity | undefined; price: Price },
  item?: Pick<Item, 'baseUnit' | 'conversions'> | undefined,
): Quantity | undefined {
  const counted = line.pricedQuantity ?? line.quantity;
  const unit = line.price.unit ?? counted.unit;
  if (unit === counted.unit) return counted;
  return item === undefined ? undefined : convert(counted, unit, item);
}
