import { compare, equals, normalize } from '@dist/canonical/arithmetic';
import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, OrderRevision } from '../port/orders.ts';
import { unitOf } from '../unit/unit-of.ts';
import { changeLines, type LineChange } from './change-lines.ts';
import { findSalesOrder } from './find-sales-order.ts';
import type { LegalEntity } from './legal-entity.ts';
import { lineIdOf } from './line-id-of.ts';
import { readSalesOrder } from './read-sales-order.ts';

/**
 * Sets new totals of lines, and reads what became of them. How much of a line has been delivered no field tells: a total below
 * that is refused by finance and operations itself. A total in another unit than the line's is rejected.
 */
export async function changeSalesOrder(
  entity: LegalEntity,
  { number, lines }: OrderRevision,
  call: WriteCall,
): Promise<ChangeOutcome> {
  const { client } = entity;
  const operation = 'orders.change';
  const known = await readSalesOrder(entity, number, { ...call, operation });
  if (!known.ok) return { status: 'failed', failure: known.failure };
  const changes: LineChange[] = [];
  for (const { lineId, quantity } of lines) {
    const [line, second] = known.lines.filter((one) => lineIdOf(one) === lineId);
    if (line === undefined) return rejected('line-unknown', `order ${number} has no line ${lineId}`);
    if (second !== undefined) return rejected('line-ambiguous', `order ${number} has two lines ${lineId}`);
    if (line.SalesOrderLineStatus !== 'Backorder') {
      return rejected('not-open', `line ${lineId} is ${line.SalesOrderLineStatus}`);
    }
    const unit = unitOf(entity.units, line.SalesUnitSymbol);
    if (unit !== quantity.unit)
      return rejected('unit', `line ${lineId} is in ${unit}, the change is in ${quantity.unit}`);
    if (compare(quantity.value, '0') <= 0)
      return rejected('quantity', `line ${lineId}: what is not wanted is cancelled`);
    if (String(Number(quantity.value)) !== normalize(quantity.value)) {
      return rejected('quantity', `${quantity.value} has more digits than a number of JSON keeps`);
    }
    changes.push({ line, quantity: quantity.value });
  }
  const stopped = await changeLines(entity, changes, { ...call, operation });
  if (stopped !== undefined) {
    const { failure, done } = stopped;
    // Lines before it have their new totals: nobody may take that for a refusal of all. Totals may be sent again.
    if (done > 0 || !failure.safeToReplay) return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
    if (failure.class !== 'validation') return { status: 'failed', failure };
    return { status: 'rejected', reason: failure.vendor?.code || 'validation', message: failure.message };
  }
  const after = await findSalesOrder(entity, { by: 'number', value: number }, call);
  if (after.status !== 'found') {
    const unread = after.status === 'failed' ? after.failure : client.fail('contract-drift', `order ${number} is gone`);
    return { status: 'unknown', failure: { ...unread, safeToReplay: true } };
  }
  const other = lines.find(
    ({ lineId, quantity }) =>
      !after.order.lines.some((line) => line.lineId === lineId && equals(line.quantity.value, quantity.value)),
  );
  if (other !== undefined) return rejected('not-taken', `line ${other.lineId} has kept another quantity`);
  return { status: 'changed', order: after.order };
}

function rejected(reason: string, message: string): ChangeOutcome {
  return { status: 'rejected', reason, message: `Dynamics 365: ${message}` };
}
