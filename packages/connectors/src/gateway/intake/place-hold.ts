import type { ErrorClass, OrderEvent } from '@dist/orchestration';
import type { ReceiptIssue } from '../receipt.ts';

/** A hold that a received document places, with its faults in words; all of them are in the receipt. */
export function placeHold(
  { hold, key, at, class: errorClass = 'partnerFormat' }: HoldPlace,
  faults: readonly Pick<ReceiptIssue, 'message'>[],
): OrderEvent {
  const told = faults.slice(0, mostTold).map(({ message }) => shortened(message));
  const more = faults.length > mostTold ? [`and ${faults.length - mostTold} more`] : [];
  const reason = [...told, ...more].join('; ');
  return { at, v: 2, type: 'hold.placed', key, hold, reason, class: errorClass };
}

/** Which hold, by which event. */
export interface HoldPlace {
  readonly hold: string;
  readonly key: string;
  readonly at: string;
  /** `partnerFormat` when absent. */
  readonly class?: ErrorClass | undefined;
}

const mostTold = 5;
const longest = 500;

/** What was found stands in a message, and may be of any length. */
function shortened(message: string): string {
  return message.length > longest ? `${message.slice(0, longest - 1)}…` : message;
}
