import type { OrderAcknowledgment } from '@dist/canonical';
import { acknowledgment } from '../compose/acknowledgment.ts';
import type { OrderState } from '../word/state.ts';
import { viewOf } from './view-of.ts';

/**
 * The seller's answer to the whole order (855), all parts merged: what of each line is accepted, waits for stock, is
 * rejected and why, or was cancelled. `at` is an ISO instant. Throws a TypeError when no order was captured.
 */
export function composeAcknowledgment(state: OrderState, at: string): OrderAcknowledgment {
  return acknowledgment(viewOf(state), at);
}
