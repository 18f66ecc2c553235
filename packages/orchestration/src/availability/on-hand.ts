import { add, isNegative } from '@dist/canonical/arithmetic';
import type { AvailabilityPolicy } from './availability-policy.ts';
import type { LocationState, StockReport, StockStream } from './availability-state.ts';
import { own } from './own.ts';

/** The number on hand of a location, and what it holds and does not hold. */
export interface OnHand {
  readonly source: string;
  readonly quantity: string;
  /** Of the newest report that counts. */
  readonly asOf: string;
  /** The first number that is missing among contiguous ones. */
  readonly missing?: number | undefined;
  readonly tooManyDeltas: boolean;
  /** Total that it reflects of an order. */
  readonly reflected: (externalReference: string) => string;
  /** Total that it holds of an expected receipt. */
  readonly received: (receipt: string) => string;
}

/** The number of the first source of the policy that has reported; undefined when none has sent a snapshot. */
export function onHand(place: LocationState, { onHand: rule }: AvailabilityPolicy): OnHand | undefined {
  const source = rule.sources.find((name) => own(place.stock, name)?.snapshot !== undefined);
  const stream = source === undefined ? undefined : own(place.stock, source);
  if (source === undefined || stream?.snapshot === undefined) return undefined;
  const { counted, missing } = countedDeltas(stream, stream.snapshot, rule.numbered);
  let { quantity, asOf } = stream.snapshot;
  for (const delta of counted) {
    quantity = add(quantity, delta.quantity);
    if (delta.asOf > asOf) asOf = delta.asOf;
  }
  return {
    source,
    quantity,
    asOf,
    missing,
    tooManyDeltas: Object.keys(stream.deltas).length > rule.maximumDeltas,
    reflected: (reference) => totalOf(own(stream.reflected, reference)?.quantity, counted, 'reflects', reference),
    received: (receipt) => totalOf(own(stream.received, receipt)?.quantity, counted, 'received', receipt),
  };
}

/**
 * The deltas after the snapshot. Behind a number that is missing only what takes away counts: the missing one may have
 * taken away as well.
 */
function countedDeltas(
  { deltas }: StockStream,
  snapshot: StockReport,
  numbered: AvailabilityPolicy['onHand']['numbered'],
): { readonly counted: readonly StockReport[]; readonly missing: number | undefined } {
  const counted: StockReport[] = [];
  let missing: number | undefined;
  let expected = snapshot.sequence + 1;
  for (const delta of Object.values(deltas).sort((one, other) => one.sequence - other.sequence)) {
    if (numbered === 'contiguous' && delta.sequence !== expected) missing ??= expected;
    expected = delta.sequence + 1;
    if (missing === undefined || isNegative(delta.quantity)) counted.push(delta);
  }
  return { counted, missing };
}

function totalOf(
  absorbed: string | undefined,
  counted: readonly StockReport[],
  field: 'reflects' | 'received',
  name: string,
): string {
  let total = absorbed ?? '0';
  for (const report of counted) total = add(total, own(report[field] ?? {}, name) ?? '0');
  return total;
}
