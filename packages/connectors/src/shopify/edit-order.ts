import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, LineQuantity } from '../port/orders.ts';
import type { AdminClient } from './admin-client.ts';
import { beginEdit, commitEdit, setEditQuantity } from './edit-queries.ts';
import { numberOfId } from './number-of-id.ts';
import { readStatus, type StatusContext } from './read-status.ts';
import { refusedByUser } from './refused-by-user.ts';

export interface OrderEdit {
  /** Global id of the order. */
  readonly id: string;
  /** New totals in pieces, by the global ids of the lines. */
  readonly lines: readonly LineQuantity[];
  readonly note?: string | undefined;
  readonly restock: boolean;
  readonly notifyCustomer: boolean;
}

/** Sets new totals of lines in one edit: all of them or none. An edit that is not committed is forgotten by itself. */
export async function editOrder(
  admin: AdminClient,
  context: StatusContext,
  { id, lines, note, restock, notifyCustomer }: OrderEdit,
  call: WriteCall,
): Promise<ChangeOutcome> {
  const begun = await admin.run(beginEdit, { id }, call);
  if (!begun.ok) return { status: 'failed', failure: begun.failure };
  const { orderEditBegin: edit } = begun.data;
  const refused = refusedByUser(edit?.userErrors);
  if (refused !== undefined) return refused;
  if (!edit?.calculatedOrder) {
    const failure = admin.fail('contract-drift', 'neither an edit nor an error came', { safeToReplay: true });
    return { status: 'failed', failure };
  }
  const { calculatedOrder } = edit;
  for (const { lineId, quantity } of lines) {
    // A line of the edit has an id of its own type (`gid://shopify/CalculatedLineItem/…`) and the line's number.
    const line = calculatedOrder.lineItems.nodes.find((one) => numberOfId(one.id) === numberOfId(lineId));
    if (line === undefined) {
      return { status: 'rejected', reason: 'line-unknown', message: `Shopify: ${id} has no line ${lineId} to edit` };
    }
    const pieces = Number(quantity.value);
    const variables = { id: calculatedOrder.id, lineItemId: line.id, quantity: pieces };
    const set = await admin.run(setEditQuantity, pieces < line.quantity ? { ...variables, restock } : variables, call);
    if (!set.ok) return { status: 'failed', failure: set.failure };
    const fault = refusedByUser(set.data.orderEditSetQuantity?.userErrors);
    if (fault !== undefined) return fault;
  }
  return await commit(admin, context, { id, editId: calculatedOrder.id, note, notifyCustomer }, call);
}

async function commit(
  admin: AdminClient,
  context: StatusContext,
  {
    id,
    editId,
    note,
    notifyCustomer,
  }: { readonly id: string; readonly editId: string } & Pick<OrderEdit, 'note' | 'notifyCustomer'>,
  call: WriteCall,
): Promise<ChangeOutcome> {
  const answer = await admin.run(commitEdit, { id: editId, notifyCustomer, staffNote: note?.slice(0, 255) }, call);
  if (!answer.ok) {
    const { failure } = answer;
    // New totals may be set again.
    return failure.safeToReplay
      ? { status: 'failed', failure }
      : { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const refused = refusedByUser(answer.data.orderEditCommit?.userErrors);
  if (refused !== undefined) return refused;
  const after = await readStatus(admin, context, id, call);
  if (after.status === 'found') return { status: 'changed', order: after.order };
  const unread = after.status === 'failed' ? after.failure : admin.fail('contract-drift', `order ${id} is gone`);
  return { status: 'unknown', failure: { ...unread, safeToReplay: true } };
}
