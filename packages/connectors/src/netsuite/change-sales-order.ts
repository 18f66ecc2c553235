import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, OrderRevision } from '../port/orders.ts';
import type { NetsuiteWords } from './decode-sales-order.ts';
import { type LinePatch, patchSalesOrder } from './patch-sales-order.ts';
import { readSalesOrder } from './read-sales-order.ts';

/** Sets new totals of lines in one request. */
export async function changeSalesOrder(
  client: VendorClient,
  words: NetsuiteWords,
  { number, lines }: OrderRevision,
  call: WriteCall,
): Promise<ChangeOutcome> {
  const key = { key: number, operation: 'orders.change' };
  const known = await readSalesOrder(client, words, key, call);
  if (known.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${number}`) };
  }
  if (known.status === 'failed') return known;
  const items: LinePatch[] = [];
  for (const { lineId, quantity } of lines) {
    const line = known.order.lines.find((one) => one.lineId === lineId);
    const own = known.lineNumbers.get(lineId);
    if (line === undefined || own === undefined)
      return rejected('line-unknown', `order ${number} has no line ${lineId}`);
    if (line.quantity.unit !== quantity.unit) {
      return rejected('unit', `line ${lineId} is in ${line.quantity.unit}, the change is in ${quantity.unit}`);
    }
    items.push({ line: own, quantity: Number(quantity.value) });
  }
  const failure = await patchSalesOrder(client, { number, items }, { ...call, operation: 'orders.change' });
  if (failure !== undefined) {
    if (failure.class === 'validation') return rejected(failure.vendor?.code ?? 'validation', failure.message);
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const after = await readSalesOrder(client, words, key, call);
  if (after.status === 'found') return { status: 'changed', order: after.order };
  const unread = after.status === 'failed' ? after.failure : client.fail('contract-drift', `order ${number} is gone`);
  return { status: 'unknown', failure: { ...unread, safeToReplay: true } };
}

function rejected(reason: string, message: string): ChangeOutcome {
  return { status: 'rejected', reason, message: `NetSuite: ${message}` };
}
