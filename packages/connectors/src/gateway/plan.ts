import type { Batch, Dispatch } from '@dist/orchestration/runtime';
import type { InterchangeReceipt } from './receipt.ts';

/** What an interchange leads to: committed as a whole, or not at all. */
export interface Plan {
  readonly receipt: InterchangeReceipt;
  readonly dispatches: readonly Dispatch[];
  readonly batch: Omit<Batch, 'streams'>;
}
