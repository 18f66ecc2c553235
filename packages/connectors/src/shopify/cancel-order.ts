import { compare, maximum, minimum, subtract } from '@dist/canonical/arithmetic';
import type { WriteCall } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { CancelOutcome, ErpOrderLine, ErpOrderStatus, LineQuantity, OrderCancellation } from '../port/orders.ts';
import type { AdminClient } from './admin-client.ts';
import { cancelOrder as cancelMutation, jobState } from './cancel-queries.ts';
import { editOrder } from './edit-order.ts';
import { readStatus } from './read-status.ts';
import type { ReferenceField } from './reference-field.ts';
import { refusedByUser } from './refused-by-user.ts';

/** What a cancellation does beside cancelling. */
export interface CancelSettings {
  /** Gives the money back by the payment methods that it came by, or leaves that to a person; `none` when absent. */
  readonly refund?: 'originalPaymentMethods' | 'none' | undefined;
  /** Whether the pieces are for sale again; they are when absent. */
  readonly restock?: boolean | undefined;
}

export interface CancelContext extends CancelSettings {
  readonly field: ReferenceField;
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
  const known = await readStatus(admin, context.field, number, call);
  if (known.status === 'notFound')
    return { status: 'failed', failure: admin.fail('not-found', `there is no order ${number}`) };
  if (known.status === 'failed') return known;
  const { order } = known;
  if (order.phase === 'cancelled') return { status: 'cancelled', number, lines: [] };
  if (lines !== undefined && lines.length > 0) return await takeOut(admin, context, { order, reason, lines }, call);
  const open = openLines(order);
  if (open.length === 0) return { status: 'cancelled', number, lines: [] };
  if (order.lines.some(({ shipped }) => compare(shipped?.value ?? '0', '0') > 0)) {
    const outcome = await takeOut(admin, context, { order, reason, lines: open }, call);
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
  { field }: CancelContext,
  { order, open }: { readonly order: ErpOrderStatus; readonly open: readonly LineQuantity[] },
  call: WriteCall,
): Promise<CancelOutcome> {
  const after = await readStatus(admin, field, order.number, call);
  if (after.status === 'failed') return unknown(after.failure);
  if (after.status === 'found' && after.order.phase === 'cancelled') {
    return { status: 'cancelled', number: order.number, lines: open };
  }
  return unknown(admin.fail('timeout-unknown', `order ${order.number} is being cancelled still`));
}

function openLines({ lines }: ErpOrderStatus): readonly LineQuantity[] {
  return lines.flatMap((line) => {
    const value = left(line);
    return compare(value, '0') > 0 ? [{ lineId: line.lineId, quantity: { value, unit: line.quantity.unit } }] : [];
  });
}

function left({ quantity, shipped }: ErpOrderLine): string {
  return maximum(subtract(quantity.value, shipped?.value ?? '0'), '0');
}

/** Pieces of lines, by new totals: of what has left none. */
async function takeOut(
  admin: AdminClient,
  { field, notifyCustomer, restock = true }: CancelContext,
  {
    order,
    reason,
    lines,
  }: { readonly order: ErpOrderStatus; readonly reason: string; readonly lines: readonly LineQuantity[] },
  call: WriteCall,
): Promise<CancelOutcome> {
  const taken = lines.flatMap(({ lineId, quantity }) => {
    const line = order.lines.find((one) => one.lineId === lineId);
    const value = line === undefined ? '0' : minimum(quantity.value, left(line));
    return line === undefined || compare(value, '0') <= 0 ? [] : [{ line, value }];
  });
  if (taken.length === 0) return { status: 'cancelled', number: order.number, lines: [] };
  const totals = taken.map(({ line: { lineId, quantity }, value }) => ({
    lineId,
    quantity: { value: subtract(quantity.value, value), unit: quantity.unit },
  }));
  const edit = { id: order.number, lines: totals, note: reason, restock, notifyCustomer };
  const outcome = await editOrder(admin, field, edit, call);
  // Pieces that were taken out once would be taken out a second time.
  if (outcome.status === 'unknown') return { ...outcome, failure: { ...outcome.failure, safeToReplay: false } };
  if (outcome.status !== 'changed') return outcome;
  const gone = taken.map(({ line: { lineId, quantity }, value }) => ({
    lineId,
    quantity: { value, unit: quantity.unit },
  }));
  return { status: 'cancelled', number: order.number, lines: gone };
}
