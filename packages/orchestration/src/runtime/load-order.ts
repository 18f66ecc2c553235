import type { OrderState } from '../word/state.ts';
import type { Journal } from './journal.ts';
import { restore } from './restore.ts';
import { policyOf, type RuntimeOptions } from './runtime-options.ts';

/** An order as it is now. */
export interface LoadedOrder {
  readonly version: number;
  readonly state: OrderState;
}

/**
 * The state of an order as its journal has it, and its version; undefined when nothing was ever appended to it. `policy`
 * is that of the runtime: one policy, or how to find the one that the order is pinned to.
 */
export async function loadOrder(
  journal: Pick<Journal, 'load'>,
  id: string,
  policy: RuntimeOptions['policy'],
): Promise<LoadedOrder | undefined> {
  const stored = await journal.load(id);
  return stored && { version: stored.version, state: restore(id, stored, (pinned) => policyOf({ policy }, pinned)) };
}
