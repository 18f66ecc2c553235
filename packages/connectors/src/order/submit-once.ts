import { type ConnectorFailure, failure } from '../port/failure.ts';
import type { ErpOrderStatus, FindOutcome, SubmitOutcome } from '../port/orders.ts';

/** What came of making an order. `order` is undefined where the answer does not tell how it stands: it is then looked up. */
export type Made =
  | { readonly ok: true; readonly order: ErpOrderStatus | undefined }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/** How an order is looked for and made, under one reference. */
export interface OnceOnly {
  readonly externalReference: string;
  find(): Promise<FindOutcome>;
  make(): Promise<Made>;
}

/**
 * Makes an order in a system that does not know a repeat by itself: it looks first, makes it, and says `unknown` where
 * nobody can tell whether it was made. Two at the same time make two; the caller's lease on the key keeps them apart.
 */
export async function submitOnce({ externalReference, find, make }: OnceOnly): Promise<SubmitOutcome> {
  const probe = { externalReference };
  const known = await find();
  if (known.status === 'found') return { status: 'duplicate', order: known.order };
  if (known.status === 'failed') return { status: 'failed', failure: { ...known.failure, safeToReplay: true } };
  const made = await make();
  if (!made.ok) return refused(made.failure, probe);
  if (made.order !== undefined) return { status: 'accepted', order: made.order };
  const found = await find();
  if (found.status === 'found') return { status: 'accepted', order: found.order };
  const unseen = failure('timeout-unknown', `the order was made, and ${externalReference} is not found yet`);
  return { status: 'unknown', probe, failure: found.status === 'failed' ? found.failure : unseen };
}

function refused(reason: ConnectorFailure, probe: { readonly externalReference: string }): SubmitOutcome {
  if (!reason.safeToReplay) return { status: 'unknown', probe, failure: reason };
  if (reason.class !== 'validation') return { status: 'failed', failure: reason };
  return { status: 'rejected', reason: reason.vendor?.code ?? 'validation', message: reason.message };
}
