import { add, compare } from '@dist/canonical/arithmetic';
import type { AvailabilityEvent } from './availability-event.ts';
import type { StockReport, StockStream, ToldTotal } from './availability-state.ts';
import { type AvailabilityStep, locationOf, noteOf, putLocation } from './availability-step.ts';
import { greater } from './greater.ts';
import { earlierInstant } from './instant.ts';
import { own } from './own.ts';

type StockReported = Extract<AvailabilityEvent, { readonly type: 'stock.reported' }>;

const nothing: StockStream = { deltas: {}, reflected: {}, received: {} };

/**
 * Takes a report of stock. The newest snapshot and the deltas after it are the number, whatever the order in which they
 * came. What the number holds and no longer holds is never more than is sure: goods that count twice are promised once too
 * seldom, goods that do not count are promised twice.
 */
export function recordStock(step: AvailabilityStep, event: StockReported): void {
  const place = locationOf(step.state, event.location);
  const stream = own(place.stock, event.source) ?? nothing;
  const report = reportOf(event);
  const next = event.report === 'snapshot' ? withSnapshot(step, stream, report) : withDelta(step, stream, report);
  if (next === stream) noteOf(step, 'repeated', `${event.source} had reported ${event.location} ${event.sequence}`);
  else putLocation(step, event.location, { ...place, stock: { ...place.stock, [event.source]: next } });
}

function reportOf(event: StockReported): StockReport {
  const { sequence, quantity, reflects, received } = event;
  return {
    sequence,
    // A clock that runs ahead makes no number younger than the moment when we heard it.
    asOf: earlierInstant(event.asOf, event.at),
    quantity: quantity.value,
    ...(reflects && { reflects: sums(reflects.map((row) => [row.externalReference, row.quantity.value])) }),
    ...(received && { received: sums(received.map((row) => [row.receipt, row.quantity.value])) }),
  };
}

/** By name; a name that stands twice is two lines of one order. */
function sums(rows: readonly (readonly [name: string, quantity: string])[]): Readonly<Record<string, string>> {
  const totals = new Map<string, string>();
  for (const [name, quantity] of rows) totals.set(name, add(totals.get(name) ?? '0', quantity));
  return Object.fromEntries(totals);
}

function withSnapshot(step: AvailabilityStep, stream: StockStream, report: StockReport): StockStream {
  const { snapshot } = stream;
  if (snapshot !== undefined && report.sequence < snapshot.sequence) return atLeast(stream, report);
  if (snapshot?.sequence === report.sequence) {
    const lesser = lesserOf(step, snapshot, report);
    return lesser === snapshot ? stream : { ...stream, snapshot: lesser };
  }
  const { sequence, asOf, quantity } = report;
  const deltas = Object.entries(stream.deltas);
  let next: StockStream = {
    ...stream,
    snapshot: { sequence, asOf, quantity },
    deltas: Object.fromEntries(deltas.filter(([, delta]) => delta.sequence > sequence)),
  };
  for (const [, delta] of deltas) if (delta.sequence <= sequence) next = increased(next, delta);
  return atLeast(next, report);
}

function withDelta(step: AvailabilityStep, stream: StockStream, report: StockReport): StockStream {
  // It is in the snapshot, and perhaps in what that said of the orders: no more than its own part is sure.
  if (stream.snapshot !== undefined && report.sequence <= stream.snapshot.sequence) return atLeast(stream, report);
  const name = String(report.sequence);
  const known = stream.deltas[name];
  const delta = known === undefined ? report : lesserOf(step, known, report);
  return delta === known ? stream : { ...stream, deltas: { ...stream.deltas, [name]: delta } };
}

/** Of two reports of one number the one that promises less. */
function lesserOf(step: AvailabilityStep, known: StockReport, report: StockReport): StockReport {
  const order = compare(report.quantity, known.quantity);
  if (order === 0) return known;
  const data = { sequence: known.sequence, known: known.quantity, reported: report.quantity };
  noteOf(
    step,
    'conflict',
    `Report ${known.sequence} says ${known.quantity} and ${report.quantity}: the lesser counts`,
    data,
  );
  return order < 0 ? { ...known, quantity: report.quantity } : known;
}

/** The snapshot reflects no less than an older report, or one that is in it, says; the same object when that was known. */
function atLeast(stream: StockStream, report: StockReport): StockStream {
  return withTotals(stream, report, greater);
}

/** The snapshot reflects what it did before and what a delta that is now in it says. */
function increased(stream: StockStream, delta: StockReport): StockStream {
  return withTotals(stream, delta, add);
}

type Join = (before: string, told: string) => string;

function withTotals(stream: StockStream, { asOf, reflects, received }: StockReport, join: Join): StockStream {
  const orders = joined(stream.reflected, reflects, asOf, join);
  const receipts = joined(stream.received, received, asOf, join);
  if (orders === stream.reflected && receipts === stream.received) return stream;
  return { ...stream, reflected: orders, received: receipts };
}

function joined(
  known: StockStream['reflected'],
  told: StockReport['reflects'],
  asOf: string,
  join: Join,
): Readonly<Record<string, ToldTotal>> {
  let next = known;
  for (const [name, quantity] of Object.entries(told ?? {})) {
    const before = own(next, name)?.quantity ?? '0';
    const after = join(before, quantity);
    if (compare(after, before) > 0) next = { ...next, [name]: { quantity: after, asOf } };
  }
  return next;
}
