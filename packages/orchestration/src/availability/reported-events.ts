import type { AvailabilityType, AvailableItem, Identifier, InventoryAvailability, Issue, Item } from '@dist/canonical';
import { convert, subtract, sum } from '@dist/canonical/arithmetic';
import type { AvailabilityEvent } from './availability-event.ts';

/** Who reports, when it was heard, and what the master data know. */
export interface ReportSettings {
  /** Name of the source in the policy. */
  readonly source: string;
  /** When we heard of it: ISO UTC with milliseconds. */
  readonly at: string;
  /** Number of the report; the instant when it was true, in milliseconds, when absent. */
  readonly sequence?: number | undefined;
  readonly itemOf: (ids: readonly Identifier[]) => Pick<Item, 'sku' | 'baseUnit' | 'conversions'> | undefined;
  /** Our number of a location; the value of its identifier when absent. */
  readonly locationOf?: ((location: Identifier) => string | undefined) | undefined;
}

/** An event and the item that it is about. */
export interface ReportedEvent {
  readonly item: string;
  readonly event: AvailabilityEvent;
}

/**
 * The events of a canonical stock report: on hand (less unsalable), or salable where on hand is not told; allocated as
 * demand without a name. What is derived (available to promise, reserved) and what names no receipt (inbound, on order) is
 * not used, and an issue says so. Of items that a complete report leaves out nothing is said here.
 */
export function reportedEvents(
  document: InventoryAvailability,
  settings: ReportSettings,
): { readonly events: readonly ReportedEvent[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const events = document.items.flatMap((item, index) => eventsOfItem(document, item, index, settings, issues));
  return { events, issues };
}

function eventsOfItem(
  document: InventoryAvailability,
  row: AvailableItem,
  index: number,
  settings: ReportSettings,
  issues: Issue[],
): readonly ReportedEvent[] {
  const item = settings.itemOf(row.ids);
  const place = row.location ?? document.parties.shipFrom?.ids[0];
  const location = place && (settings.locationOf ? settings.locationOf(place) : place.value);
  if (item === undefined || location === undefined) {
    const what = item === undefined ? 'an item' : 'a location';
    const message = `Row ${index + 1} is not about ${what} that we know`;
    issues.push({ code: 'availability-unknown', severity: 'error', message, path: ['items', index] });
    return [];
  }
  const totals = totalsOf(row, index, item, issues);
  const asOf = new Date(Date.parse(document.asOf)).toISOString();
  const { source, at, sequence = Date.parse(asOf) } = settings;
  const base = { at, source, location, sequence, asOf };
  const key = (what: string) => [source, document.number, sequence, item.sku, location, what].join('/');
  const amount = (value: string) => ({ value, unit: item.baseUnit });
  const events: ReportedEvent[] = [];
  const onHand = totals.onHand ? subtract(totals.onHand, totals.unsalable ?? '0') : totals.salable;
  if (onHand !== undefined) {
    const stock = { type: 'stock.reported', report: 'snapshot', quantity: amount(onHand) } as const;
    events.push({ item: item.sku, event: { ...base, ...stock, key: key('onHand') } });
  }
  if (totals.allocated !== undefined) {
    const allocations = [{ quantity: amount(totals.allocated) }];
    const apart = { type: 'allocation.reported', report: 'complete', allocations } as const;
    events.push({ item: item.sku, event: { ...base, ...apart, key: key('allocated') } });
  }
  return events;
}

const used = new Set<AvailabilityType>(['onHand', 'salable', 'unsalable', 'allocated']);

function totalsOf(
  { quantities }: AvailableItem,
  index: number,
  item: Pick<Item, 'baseUnit' | 'conversions'>,
  issues: Issue[],
): Readonly<Partial<Record<AvailabilityType, string>>> {
  const values: Partial<Record<AvailabilityType, string[]>> = {};
  for (const [place, { type, quantity }] of quantities.entries()) {
    const path = ['items', index, 'quantities', place];
    const value = convert(quantity, item.baseUnit, item)?.value;
    if (!used.has(type)) {
      const message = `Row ${index + 1}: ${type} is not used, it is derived or names no receipt`;
      issues.push({ code: 'availability-not-used', severity: 'information', message, path, found: type });
    } else if (value === undefined) {
      const message = `Row ${index + 1}: the item does not say how many ${item.baseUnit} one ${quantity.unit} is`;
      issues.push({ code: 'quantity-not-convertible', severity: 'error', message, path, found: quantity.unit });
      // Half a sum would be a wrong one.
      return {};
    } else values[type] = [...(values[type] ?? []), value];
  }
  return Object.fromEntries(Object.entries(values).map(([type, all]) => [type, sum(all)]));
}
