import { compare } from '@dist/canonical/arithmetic';
import { type CancelledLine, cancelledLines } from '../order/cancelled-lines.ts';
import type { WriteCall } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { CancelOutcome, ErpOrderStatus, OrderCancellation } from '../port/orders.ts';
import type { AdminClient } from './admin-client.ts';
import { cancelOrder as cancelMutation, jobState } from './cancel-queries.ts';
import { editOrder } from './edit-order.ts';
import { readStatus, type StatusContext } from './read-status.ts';
import { refusedByUser } from './refused-by-user.ts';

/** What a cancellation does beside cancelling. */
export interface CancelSettings {
  /** Gives the money back by the payment methods that it came by, or leaves that to a person; `none` when absent. */
  readonly refund?: 'originalPaymentMethods' | 'none' | undefined;
  /** Whether the pieces are for sale again; they are when absent. */
  readonly restock?: boolean | undefined;
}

export interface CancelContext extends CancelSettings, StatusContext {
  readonly notifyCustomer: boolean;
  /** Waits so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Cancels a whole order, or takes pieces of lines out of it by an edit. Shopify cancels by a job that ends later: it is
 * waited for a little, and then nobody knows yet. Of an order that something has left of, the rest is taken out: to cancel
 * it would cancel what has left too, or be refused.
 */
export async function cancelOrder(
  admin: AdminClient,
  context: CancelContext,
  { number, reason, lines }: OrderCancellation,
  call: WriteCall,
): Promise<CancelOutcome> {
  const known = await readStatus(admin, context, number, call);
  if (known.status === 'notFound')
    return { status: 'failed', failure: admin.fail('not-found', `there is no order ${number}`) };
  if (known.status === 'failed') return known;
  const { order } = known;
  if (order.phase === 'cancelled') return { status: 'cancelled', number, lines: [] };
  const judged = cancelledLines(order, lines, (total) => /^\d{1,9}$/.test(total));
  if (!judged.ok) return { status: 'rejected', reason: judged.reason, message: `Shopify: ${judged.message}` };
  const open = judged.lines;
  if (open.length === 0) return { status: 'cancelled', number, lines: [] };
  if (lines !== undefined) return await takeOut(admin, context, { order, reason, open }, call);
  if (order.lines.some(({ shipped }) => compare(shipped?.value ?? '0', '0') > 0)) {
    const outcome = await takeOut(admin, context, { order, reason, open }, call);
    return outcome.status === 'unknown' ? unknown(outcome.failure) : outcome;
  }
  const answer = await admin.run(
    cancelMutation,
    {
      orderId: order.number,
      reason: reasonOf(reason),
      restock: context.restock ?? true,
      refundMethod: context.refund === 'originalPaymentMethods' ? { originalPaymentMethodsRefund: true } : undefined,
      notifyCustomer: context.notifyCustomer,
      staffNote: reason.slice(0, 255),
    },
    call,
  );
  if (!answer.ok) {
    const { failure } = answer;
    return failure.safeToReplay ? { status: 'failed', failure } : unknown(failure);
  }
  const { orderCancel: made } = answer.data;
  const refused = refusedByUser(made?.orderCancelUserErrors);
  if (refused !== undefined) return refused;
  if (!made?.job) return unknown(admin.fail('contract-drift', 'neither a job nor an error came'));
  if (!made.job.done) await ended(admin, context, made.job.id, call);
  return await afterJob(admin, context, { order, open }, call);
}

/** Again is safe: an order that is cancelled by then is seen. */
function unknown(failure: ConnectorFailure): CancelOutcome {
  return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
}

const reasons: ReadonlySet<string> = new Set(['CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'STAFF']);

/** A word of the enum OrderCancelReason is taken as it is; every other text is the note of an OTHER. */
function reasonOf(reason: string): string {
  const word = reason.toUpperCase();
  return reasons.has(word) ? word : 'OTHER';
}

/** How often a job is asked after, and how long apart. */
const asks = 5;
const apart = 1000;

async function ended(admin: AdminClient, { wait }: CancelContext, id: string, call: WriteCall): Promise<void> {
  for (let ask = 0; ask < asks; ask++) {
    const answer = await admin.run(jobState, { id }, call);
    if (!answer.ok || answer.data.job?.done !== false) return;
    await wait(apart);
  }
}

/** That the job has ended says nothing: the order does. */
async function afterJob(
  admin: AdminClient,
  context: CancelContext,
  { order, open }: { readonly order: ErpOrderStatus; readonly open: readonly CancelledLine[] },
  call: WriteCall,
): Promise<CancelOutcome> {
  const after = await readStatus(admin, context, order.number, call);
  if (after.status === 'failed') return unknown(after.failure);
  if (after.status === 'found' && after.order.phase === 'cancelled') {
    return { status: 'cancelled', number: order.number, lines: open.map(({ cancelled }) => cancelled) };
  }
  return unknown(admin.fail('timeout-unknown', `order ${order.number} is being cancelled still`));
}

/** Pieces of lines, by new totals: of what has left none. */
async function takeOut(
  admin: AdminClient,
  context: CancelContext,
  {
    order,
    reason,
    open,
  }: { readonly order: ErpOrderStatus; readonly reason: string; readonly open: readonly CancelledLine[] },
  call: WriteCall,
): Promise<CancelOutcome> {
  const { notifyCustomer, restock = true } = context;
  const lines = open.map(({ line: { lineId, quantity }, left }) => ({
    lineId,
    quantity: { ...quantity, value: left },
  }));
  const edit = { id: order.number, lines, note: reason, restock, notifyCustomer };
  const outcome = await editOrder(admin, context, edit, call);
  // Pieces that were taken out once would be taken out a second time.
  if (outcome.status === 'unknown') return { ...outcome, failure: { ...outcome.failure, safeToReplay: false } };
  if (outcome.status !== 'changed') return outcome;
  return { status: 'cancelled', number: order.number, lines: open.map(({ cancelled }) => cancelled) };
}
