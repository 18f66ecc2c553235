import type { Order } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import type { OrderEncoder } from '../order/order-encoder.ts';
import { type Made, submitOnce } from '../order/submit-once.ts';
import type { SubmitCall, SubmitOutcome } from '../port/orders.ts';
import { encodeSalesOrder } from './encode-sales-order.ts';
import { errorTexts } from './error-texts.ts';
import { expand, lookForOrder, orderOf } from './read-sales-order.ts';
import type { Tenant } from './tenant.ts';
import { withUntaken } from './with-untaken.ts';

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
    find: async () => {
      const key = { field: 'ExternalRef', value: externalReference, operation: 'orders.find' } as const;
      return withUntaken(tenant, await lookForOrder(tenant, key, call), order);
    },
    make: () => makeOrder(tenant, { body: encoded.body, order }, call),
  });
}

/** A success may have errors beside its values: the order is then looked up, since not all of it may have been taken. */
async function makeOrder(
  tenant: Tenant,
  { body, order }: { readonly body: unknown; readonly order: Order },
  call: SubmitCall,
): Promise<Made> {
  const { client } = tenant;
  const headers = { 'if-none-match': '*' };
  const request = { method: 'PUT', path: '/SalesOrder', query: { $expand: expand }, headers, body } as const;
  const answer = await client.call('write', { ...request, operation: 'orders.submit' }, call);
  if (!answer.ok) return answer;
  const errors = errorTexts(answer.json);
  const textIn = (name: string) => textOf(fieldOf(fieldOf(answer.json, name), 'value'))?.trimEnd();
  const number = textIn('OrderNbr');
  const texts = errors.join('; ');
  if (number === undefined || number === unsaved) {
    if (errors.length > 0) return { ok: false, failure: client.fail('validation', texts) };
    return { ok: false, failure: client.fail('contract-drift', 'the answer has no order number, and no error either') };
  }
  if (textIn('ExternalRef') !== call.externalReference) {
    const text = `order ${number} was made, and its ExternalRef is not ${call.externalReference}: ${texts}`;
    return { ok: false, failure: client.fail('contract-drift', text) };
  }
  const read = withUntaken(tenant, orderOf(tenant, answer.json), order);
  return { ok: true, order: errors.length === 0 && read.status === 'found' ? read.order : undefined };
}
