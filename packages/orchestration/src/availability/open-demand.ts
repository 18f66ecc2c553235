import { add, compare, subtract } from '@dist/canonical/arithmetic';
import type { AvailabilityState, LocationState, Reservation } from './availability-state.ts';
import { greater } from './greater.ts';
import { lesser } from './lesser.ts';

/** What one order, or one held reservation, still takes from the number on hand of a location. */
export interface OpenDemand {
  /** Our name for the ERP order; the key of a held reservation. */
  readonly name: string;
  /** Seen at the warehouse or the ERP. */
  readonly allocated: string;
  /** Known from reservations alone. */
  readonly reserved: string;
  /** Calendar date from which it is needed; the empty text when the goods are set apart already. */
  readonly on: string;
}

/**
 * Everything that is promised and not yet out of the number on hand. An order that is known by a confirmed reservation and
 * by an allocation is counted once: the greater of both, less what the number on hand reflects.
 */
export function openDemand(
  state: AvailabilityState,
  location: string,
  place: LocationState,
  reflected: (externalReference: string) => string,
): readonly OpenDemand[] {
  const found: OpenDemand[] = [];
  const confirmed = new Map<string, Reservation[]>();
  for (const [key, reservation] of Object.entries(state.reservations)) {
    if (reservation.location !== location) continue;
    const { status, quantity, on, externalReference } = reservation;
    if (status === 'held') found.push({ name: key, allocated: '0', reserved: quantity, on });
    if (status !== 'confirmed' || externalReference === undefined) continue;
    confirmed.set(externalReference, [...(confirmed.get(externalReference) ?? []), reservation]);
  }
  for (const [name, demand] of ordersOf(place, confirmed)) {
    const open = subtract(demand.total, reflected(name));
    if (compare(open, '0') <= 0) continue;
    const allocated = lesser(open, greater('0', subtract(demand.atWarehouse, reflected(name))));
    const on = compare(demand.atWarehouse, '0') > 0 ? '' : demand.on;
    found.push({ name, allocated, reserved: subtract(open, allocated), on });
  }
  for (const { rows } of Object.values(place.allocations)) {
    const others = rows['']?.quantity ?? '0';
    if (compare(others, '0') > 0) found.push({ name: '', allocated: others, reserved: '0', on: '' });
  }
  return found;
}

interface OrderDemand {
  /** All that the order takes, with what has left. */
  readonly total: string;
  readonly atWarehouse: string;
  readonly on: string;
}

function ordersOf(
  place: LocationState,
  confirmed: ReadonlyMap<string, readonly Reservation[]>,
): ReadonlyMap<string, OrderDemand> {
  const orders = new Map<string, OrderDemand>();
  for (const [reference, reservations] of confirmed) {
    let total = '0';
    let on: string | undefined;
    for (const reservation of reservations) {
      total = add(total, reservation.quantity);
      if (on === undefined || reservation.on < on) on = reservation.on;
    }
    orders.set(reference, { total, atWarehouse: '0', on: on ?? '' });
  }
  const closed = new Set<string>();
  for (const { rows } of Object.values(place.allocations)) {
    for (const [reference, row] of Object.entries(rows)) {
      if (reference === '') continue;
      // A closed order takes what its warehouse says, whatever was reserved.
      if (row.closed && !closed.has(reference) && orders.has(reference)) {
        closed.add(reference);
        orders.set(reference, { total: '0', atWarehouse: orders.get(reference)?.atWarehouse ?? '0', on: '' });
      }
      const known = orders.get(reference) ?? { total: '0', atWarehouse: '0', on: '' };
      // Two sources that tell of one order tell of the same goods.
      const atWarehouse = greater(known.atWarehouse, add(row.quantity, row.shipped));
      orders.set(reference, { total: greater(known.total, atWarehouse), atWarehouse, on: known.on });
    }
  }
  return orders;
}
