import { compare } from '@dist/canonical/arithmetic';
import type { AvailabilityEvent } from './availability-event.ts';
import type { ExpectedReceipt } from './availability-state.ts';
import { type AvailabilityStep, locationOf, noteOf, putLocation } from './availability-step.ts';
import { earlierInstant } from './instant.ts';
import { own } from './own.ts';

type ReceiptExpected = Extract<AvailabilityEvent, { readonly type: 'receipt.expected' }>;

/** Takes what is said of goods on their way: the highest number counts, of one number twice the lesser and later. */
export function recordReceipt(step: AvailabilityStep, event: ReceiptExpected): void {
  const place = locationOf(step.state, event.location);
  const receipts = own(place.receipts, event.source) ?? {};
  const told: ExpectedReceipt = {
    sequence: event.sequence,
    asOf: earlierInstant(event.asOf, event.at),
    quantity: event.quantity.value,
    on: event.on,
  };
  const known = own(receipts, event.receipt);
  if (known !== undefined && !replaces(told, known)) {
    noteOf(step, 'repeated', `${event.source} had reported receipt ${event.receipt} ${event.sequence}`);
    return;
  }
  const of = { ...receipts, [event.receipt]: told };
  putLocation(step, event.location, { ...place, receipts: { ...place.receipts, [event.source]: of } });
}

function replaces(told: ExpectedReceipt, known: ExpectedReceipt): boolean {
  if (told.sequence !== known.sequence) return told.sequence > known.sequence;
  const order = compare(told.quantity, known.quantity);
  return order === 0 ? told.on > known.on : order < 0;
}
