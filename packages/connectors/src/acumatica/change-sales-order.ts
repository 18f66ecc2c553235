import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, OrderRevision } from '../port/orders.ts';
import { changeRows, type RowChange } from './change-rows.ts';
import { jsonNumber } from './json-number.ts';
import { lineIdOf } from './line-id-of.ts';
import { readSalesOrder } from './read-sales-order.ts';
import type { Tenant } from './tenant.ts';
import { untaken } from './untaken.ts';

/**
 * Sets new totals of lines, and reads what became of them: Acumatica answers 200, too, where its own rules have kept the old
 * value (Update a Record, Usage Notes). A total in another unit than the line's is rejected.
 */
export async function changeSalesOrder(
  tenant: Tenant,
  { number, lines }: OrderRevision,
  call: WriteCall,
): Promise<ChangeOutcome> {
  const { client } = tenant;
  const known = await readSalesOrder(tenant, number, call);
  if (known.status === 'notFound')
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${number}`) };
  if (known.status === 'failed') return known;
  const changes: RowChange[] = [];
  for (const { lineId, quantity } of lines) {
    const line = known.order.lines.find((one) => one.lineId === lineId);
    const rows = known.rows.filter((row) => lineIdOf(row) === lineId);
    const [row, second] = rows;
    if (line === undefined || row === undefined)
      return rejected('line-unknown', `order ${number} has no line ${lineId}`);
    if (second !== undefined) return rejected('line-ambiguous', `order ${number} has ${rows.length} lines ${lineId}`);
    if (line.quantity.unit !== quantity.unit) {
      return rejected('unit', `line ${lineId} is in ${line.quantity.unit}, the change is in ${quantity.unit}`);
    }
    const value = jsonNumber(quantity.value);
    if (value === undefined)
      return rejected('quantity', `${quantity.value} has more digits than Acumatica's number keeps`);
    changes.push({ id: row.id, OrderQty: { value } });
  }
  const failure = await changeRows(tenant, number, changes, { ...call, operation: 'orders.change' });
  if (failure !== undefined) {
    if (failure.class === 'validation') return rejected(failure.vendor?.code ?? 'validation', failure.message);
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const after = await readSalesOrder(tenant, number, call);
  if (after.status !== 'found') {
    const unread = after.status === 'failed' ? after.failure : client.fail('contract-drift', `order ${number} is gone`);
    return { status: 'unknown', failure: { ...unread, safeToReplay: true } };
  }
  const other = untaken(after.order, lines);
  if (other !== undefined) return rejected('not-taken', `line ${other} has kept another quantity`);
  return { status: 'changed', order: after.order };
}

function rejected(reason: string, message: string): ChangeOutcome {
  return { status: 'rejected', reason, message: `Acumatica: ${message}` };
}
