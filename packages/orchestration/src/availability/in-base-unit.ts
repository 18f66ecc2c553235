import type { Issue, Item, Quantity, Result } from '@dist/canonical';
import { convert } from '@dist/canonical/arithmetic';
import type { AllocatedQuantity, AvailabilityEvent } from './availability-event.ts';

type Units = Pick<Item, 'baseUnit' | 'conversions'>;

/**
 * An event with every quantity in the item's base unit: two cases of twelve are 24 pieces. An issue
 * `quantity-not-convertible` for each quantity whose unit the item does not know.
 */
export function inBaseUnit(event: AvailabilityEvent, item: Units): Result<AvailabilityEvent> {
  const issues: Issue[] = [];
  const to = (quantity: Quantity, ...path: (string | number)[]) => converted(quantity, item, issues, path);
  const value = withQuantities(event, to);
  return issues.length === 0 ? { ok: true, value, issues } : { ok: false, issues };
}

type Convert = (quantity: Quantity, ...path: (string | number)[]) => Quantity;

function withQuantities(event: AvailabilityEvent, to: Convert): AvailabilityEvent {
  switch (event.type) {
    case 'stock.reported': {
      const { reflects, received } = event;
      const rows = <Row extends { readonly quantity: Quantity }>(name: string, of: readonly Row[]) =>
        of.map((row, index) => ({ ...row, quantity: to(row.quantity, name, index, 'quantity') }));
      return {
        ...event,
        quantity: to(event.quantity, 'quantity'),
        ...(reflects && { reflects: rows('reflects', reflects) }),
        ...(received && { received: rows('received', received) }),
      };
    }
    case 'allocation.reported': {
      const row = (one: AllocatedQuantity, index: number): AllocatedQuantity => ({
        ...one,
        quantity: to(one.quantity, 'allocations', index, 'quantity'),
        ...(one.shipped && { shipped: to(one.shipped, 'allocations', index, 'shipped') }),
      });
      return { ...event, allocations: event.allocations.map(row) };
    }
    case 'receipt.expected':
    case 'reservation.requested':
      return { ...event, quantity: to(event.quantity, 'quantity') };
    case 'reservation.released':
      return event.remaining === undefined ? event : { ...event, remaining: to(event.remaining, 'remaining') };
    default:
      return event;
  }
}

function converted(quantity: Quantity, item: Units, issues: Issue[], path: readonly (string | number)[]): Quantity {
  const value = convert(quantity, item.baseUnit, item);
  if (value !== undefined) return value;
  issues.push({
    code: 'quantity-not-convertible',
    severity: 'error',
    message: `The item does not say how many ${item.baseUnit} one ${quantity.unit} is`,
    path,
    expected: `a unit of the item`,
    found: quantity.unit,
  });
  return quantity;
}
