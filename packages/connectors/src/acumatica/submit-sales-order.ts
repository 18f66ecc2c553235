import type { Order } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import type { OrderEncoder } from '../order/order-encoder.ts';
import { type Made, submitOnce } from '../order/submit-once.ts';
import type { SubmitCall, SubmitOutcome } from '../port/orders.ts';
import { decodeSalesOrder } from './decode-sales-order.ts';
import { encodeSalesOrder } from './encode-sales-order.ts';
import { errorTexts } from './error-texts.ts';
import { expand, lookForOrder } from './read-sales-order.ts';
import type { Tenant } from './tenant.ts';

/** Stands for the number of a record that was not saved. */
const unsaved = '<NEW>';

/** Makes an order by a PUT without keys, after a look: Acumatica makes a new one each time (Create a Record). */
export async function submitSalesOrder(
  {
    tenant,
    encoder,
    facts,
  }: { readonly tenant: Tenant; readonly encoder: OrderEncoder; readonly facts: Facts | undefined },
  order: Order,
  call: SubmitCall,
): Promise<SubmitOutcome> {
  const { externalReference } = call;
  const encoded = encodeSalesOrder(encoder, order, { ...tenant, externalReference, facts });
  if (!encoded.ok) {
    const [first] = encoded.issues;
    return { status: 'rejected', reason: first?.code ?? 'encoding', message: first?.message ?? 'it cannot be written' };
  }
  return await submitOnce({
    externalReference,
    find: () =>
      lookForOrder(tenant, { field: 'ExternalRef', value: externalReference, operation: 'orders.find' }, call),
    make: () => makeOrder(tenant, encoded.body, call),
  });
}

/** A success may have errors beside its values: the order is then looked up, since not all of it may have been taken. */
async function makeOrder({ client, units }: Tenant, body: unknown, call: SubmitCall): Promise<Made> {
  const headers = { 'if-none-match': '*' };
  const request = { method: 'PUT', path: '/SalesOrder', query: { $expand: expand }, headers, body } as const;
  const answer = await client.call('write', { ...request, operation: 'orders.submit' }, call);
  if (!answer.ok) return answer;
  const errors = errorTexts(answer.json);
  const decoded = decodeSalesOrder(answer.json, units);
  if (decoded.ok && decoded.value.number !== unsaved && decoded.value.externalReference === call.externalReference) {
    return { ok: true, order: errors.length === 0 ? decoded.value : undefined };
  }
  if (errors.length > 0) return { ok: false, failure: client.fail('validation', errors.join('; ')) };
  return { ok: false, failure: client.fail('contract-drift', 'the order was made, and the answer cannot be read') };
}
