import { add, compare } from '@dist/canonical/arithmetic';
import type { AllocatedQuantity, AvailabilityEvent } from './availability-event.ts';
import type { AllocationRow, AllocationStream } from './availability-state.ts';
import { type AvailabilityStep, locationOf, noteOf, putLocation } from './availability-step.ts';
import { greater } from './greater.ts';
import { earlierInstant, laterInstant } from './instant.ts';
import { own } from './own.ts';

type AllocationReported = Extract<AvailabilityEvent, { readonly type: 'allocation.reported' }>;
type Rows = Readonly<Record<string, AllocationRow>>;

const nothing: AllocationStream = { asOf: '', rows: {} };

/**
 * Takes a report of what is set apart, order by order: the report with the highest number counts. What was ever said to
 * have shipped stays, because it weighs on the number on hand until that reflects it.
 */
export function recordAllocations(step: AvailabilityStep, event: AllocationReported): void {
  const place = locationOf(step.state, event.location);
  const stream = own(place.allocations, event.source) ?? nothing;
  const rows = withRows(stream, event);
  const isNewer = event.report === 'complete' && event.sequence > (stream.complete ?? -1);
  const asOf = earlierInstant(event.asOf, event.at);
  if (rows === stream.rows && !isNewer && asOf <= stream.asOf) {
    noteOf(step, 'repeated', `${event.source} had reported allocations of ${event.location} ${event.sequence}`);
    return;
  }
  const next: AllocationStream = {
    ...(isNewer ? { complete: event.sequence } : stream.complete !== undefined && { complete: stream.complete }),
    asOf: laterInstant(asOf, stream.asOf),
    rows,
  };
  putLocation(step, event.location, { ...place, allocations: { ...place.allocations, [event.source]: next } });
}

function withRows(stream: AllocationStream, event: AllocationReported): Rows {
  const told = rowsOf(event);
  const isOld = event.sequence < (stream.complete ?? -1);
  // Copied once: a report may have more orders than could each be put into a copy of all the others.
  const changed = new Map<string, AllocationRow>();
  for (const [reference, row] of told) {
    const known = own(stream.rows, reference);
    // Before the newest complete report: of what it says only what has left is still of use.
    if (isOld && known === undefined && compare(row.shipped, '0') === 0) continue;
    const next = merged(known, isOld ? { ...row, sequence: stream.complete ?? 0, quantity: '0' } : row);
    if (next !== known) changed.set(reference, next);
  }
  const rows = withChanged(stream.rows, changed);
  return event.report === 'complete' && !isOld ? withoutOthers(rows, told, event.sequence) : rows;
}

function withChanged(rows: Rows, changed: ReadonlyMap<string, AllocationRow>): Rows {
  if (changed.size === 0) return rows;
  return Object.fromEntries([...Object.entries(rows).filter(([reference]) => !changed.has(reference)), ...changed]);
}

/** Rows of one report by reference. A reference told twice is the sum: two lines of one order. */
function rowsOf({ allocations, sequence, asOf, at }: AllocationReported): ReadonlyMap<string, AllocationRow> {
  const rows = new Map<string, AllocationRow>();
  for (const one of allocations) {
    const name = one.externalReference ?? '';
    const known = rows.get(name);
    rows.set(name, {
      sequence,
      asOf: earlierInstant(asOf, at),
      quantity: add(known?.quantity ?? '0', one.quantity.value),
      shipped: add(known?.shipped ?? '0', shippedOf(one)),
      closed: (known?.closed ?? true) && (one.closed ?? false),
    });
  }
  return rows;
}

function shippedOf({ shipped }: AllocatedQuantity): string {
  return shipped?.value ?? '0';
}

/** Of two rows of one order the newer one; of one report twice that which asks for more. */
function merged(known: AllocationRow | undefined, told: AllocationRow): AllocationRow {
  if (known === undefined) return told;
  const shipped = greater(known.shipped, told.shipped);
  const isNewer =
    told.sequence > known.sequence || (told.sequence === known.sequence && compare(told.quantity, known.quantity) > 0);
  const row = isNewer ? told : known;
  return row === known && compare(shipped, known.shipped) === 0 ? known : { ...row, shipped };
}

/** What a complete report leaves out has nothing set apart any more; the same object when it leaves out nothing. */
function withoutOthers(rows: Rows, told: ReadonlyMap<string, AllocationRow>, sequence: number): Rows {
  const entries = Object.entries(rows);
  const isKept = ([reference, row]: [string, AllocationRow]) => told.has(reference) || row.sequence >= sequence;
  if (entries.every(isKept)) return rows;
  const left = entries.flatMap((entry): [string, AllocationRow][] => {
    if (isKept(entry)) return [entry];
    const [reference, row] = entry;
    return compare(row.shipped, '0') === 0 ? [] : [[reference, { ...row, sequence, quantity: '0' }]];
  });
  return Object.fromEntries(left);
}
