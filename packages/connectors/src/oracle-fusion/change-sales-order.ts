import { compare, equals, subtract, sum } from '@dist/canonical/arithmetic';
import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, LineQuantity, OrderRevision } from '../port/orders.ts';
import type { BusinessUnit } from './business-unit.ts';
import { linesOf } from './decode-sales-order.ts';
import { draftMessage, isDraft } from './draft.ts';
import { openQuantity, openRows, takenOff } from './open-lines.ts';
import { type OrderRead, readSalesOrder } from './read-sales-order.ts';
import { type LineChange, reviseLines } from './revise-lines.ts';

type Found = Extract<OrderRead, { status: 'found' }>;

/**
 * Sets new totals of lines by a revision of the order, and reads what became of them. A total in another unit, below what
 * has left, or of a line of which nothing is open is rejected.
 */
export async function changeSalesOrder(
  { unit, cancelReason }: { readonly unit: BusinessUnit; readonly cancelReason: string },
  { number, lines }: OrderRevision,
  call: WriteCall,
): Promise<ChangeOutcome> {
  const { client } = unit;
  const known = await readSalesOrder(unit, { by: 'number', value: number }, call);
  if (known.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${number}`) };
  }
  if (known.status === 'failed') return known;
  if (isDraft(known.order)) return { status: 'rejected', reason: 'draft', message: draftMessage(number) };
  const changes: LineChange[] = [];
  for (const [at, line] of lines.entries()) {
    const isTwice = lines.findIndex(({ lineId }) => lineId === line.lineId) !== at;
    const change = isTwice ? `line ${line.lineId} is named twice` : changeOf(known, line);
    if (typeof change === 'string') return { status: 'rejected', reason: 'line', message: change };
    changes.push(...change);
  }
  if (changes.length === 0) return { status: 'changed', order: known.order };
  const how = { ...call, operation: 'orders.change' };
  const failure = await reviseLines(unit, { key: known.key, changes, cancelReason }, how);
  if (failure?.class === 'validation') {
    return { status: 'rejected', reason: failure.vendor?.code ?? 'validation', message: failure.message };
  }
  if (failure !== undefined) {
    const isDone = failure.safeToReplay && failure.class !== 'timeout-unknown';
    return { status: isDone ? 'failed' : 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  return await verified(unit, { number, lines }, call);
}

/** What a new total makes of the fulfillment lines of a line; a sentence where it cannot be. */
function changeOf({ order, rows }: Found, { lineId, quantity }: LineQuantity): readonly LineChange[] | string {
  const line = order.lines.find((one) => one.lineId === lineId);
  const parts = linesOf(rows).get(lineId) ?? [];
  if (line === undefined) return `the order has no line ${lineId}`;
  if (quantity.unit !== line.quantity.unit) {
    return `line ${lineId} is in ${line.quantity.unit}, the change is in ${quantity.unit}`;
  }
  if (compare(quantity.value, '0') < 0) return `line ${lineId}: ${quantity.value} is less than nothing`;
  if (line.status === 'accepted' && equals(quantity.value, line.quantity.value)) return [];
  const [row] = openRows(parts);
  if (row === undefined) return `nothing of line ${lineId} is open`;
  const more = subtract(quantity.value, line.quantity.value);
  if (compare(more, '0') > 0) return [{ row, quantity: sum([row.OrderedQuantity, more]) }];
  const less = subtract('0', more);
  return compare(less, openQuantity(parts)) > 0 ? `more of line ${lineId} has left` : takenOff(parts, less);
}

async function verified(unit: BusinessUnit, { number, lines }: OrderRevision, call: WriteCall): Promise<ChangeOutcome> {
  const after = await readSalesOrder(unit, { by: 'number', value: number }, call);
  if (after.status === 'failed') return { status: 'unknown', failure: after.failure };
  const order = after.status === 'found' ? after.order : undefined;
  const waiting = lines.find(({ lineId, quantity }) => {
    const line = order?.lines.find((one) => one.lineId === lineId);
    const stands = line === undefined || line.status === 'rejected' ? '0' : line.quantity.value;
    return !equals(stands, quantity.value);
  });
  if (order !== undefined && waiting === undefined) return { status: 'changed', order };
  const text = `line ${waiting?.lineId} of order ${number} is not changed yet`;
  return { status: 'unknown', failure: unit.client.fail('timeout-unknown', text, { safeToReplay: true }) };
}
