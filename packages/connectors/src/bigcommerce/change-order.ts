import { compare } from '@dist/canonical/arithmetic';
import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { ChangeOutcome, LineQuantity, OrderRevision } from '../port/orders.ts';
import type { ProductWire } from './order-wire.ts';
import { readOrder } from './read-order.ts';
import { writeOrder } from './write-order.ts';

/**
 * Sets new totals of lines in one PUT. BigCommerce takes every discount off a line that is changed (OpenAPI orders.v2, PUT
 * /orders/{order_id}): such a line is refused here, so that no price changes unseen.
 */
export async function changeOrder(
  client: VendorClient,
  { number, lines }: OrderRevision,
  call: WriteCall,
): Promise<ChangeOutcome> {
  const key = { by: 'id', value: number, operation: 'orders.change' } as const;
  const known = await readOrder(client, key, call);
  if (known.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${number}`) };
  }
  if (known.status === 'failed') return known;
  const products: { readonly id: number; readonly quantity: number }[] = [];
  for (const line of lines) {
    const product = known.products.find(({ id }) => String(id) === line.lineId);
    if (product === undefined) return rejected('line-unknown', `order ${number} has no line ${line.lineId}`);
    const fault = faultOf(line, product);
    if (fault !== undefined) return fault;
    products.push({ id: product.id, quantity: Number(line.quantity.value) });
  }
  const failure = await writeOrder(client, { number, body: { products } }, { ...call, operation: 'orders.change' });
  if (failure !== undefined) {
    if (failure.class === 'validation') return rejected('validation', failure.message);
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const after = await readOrder(client, key, call);
  if (after.status === 'found') return { status: 'changed', order: after.order };
  const unread = after.status === 'failed' ? after.failure : client.fail('contract-drift', `order ${number} is gone`);
  return { status: 'unknown', failure: { ...unread, safeToReplay: true } };
}

function faultOf({ lineId, quantity }: LineQuantity, product: ProductWire): ChangeOutcome | undefined {
  const { value, unit } = quantity;
  if (unit !== 'C62') return rejected('unit', `line ${lineId} is counted in pieces, the change is in ${unit}`);
  if (!/^\d{1,9}$/.test(value)) return rejected('quantity-not-whole', `line ${lineId}: ${value} pieces`);
  if (compare(value, product.quantity_shipped ?? '0') < 0) {
    return rejected('shipped', `of line ${lineId} ${product.quantity_shipped} have left`);
  }
  return product.applied_discounts?.length && compare(value, product.quantity) !== 0
    ? rejected('discounts', `line ${lineId} would lose its discounts`)
    : undefined;
}

function rejected(reason: string, message: string): ChangeOutcome {
  return { status: 'rejected', reason, message: `BigCommerce: ${message}` };
}
