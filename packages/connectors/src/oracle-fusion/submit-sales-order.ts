import { type Order, validate } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import type { OrderEncoder } from '../order/order-encoder.ts';
import { submitOnce } from '../order/submit-once.ts';
import type { SubmitCall, SubmitOutcome } from '../port/orders.ts';
import { type BusinessUnit, orderHub } from './business-unit.ts';
import { encodeSalesOrder, type OrderHead } from './encode-sales-order.ts';
import { readSalesOrder } from './read-sales-order.ts';
import { orderWire } from './wire.ts';

interface Submitting {
  readonly unit: BusinessUnit;
  readonly head: OrderHead;
  readonly encoder: OrderEncoder;
  readonly facts: Facts | undefined;
}

/**
 * Makes an order and submits it, after a look. A gateway's 504 says nothing: the order may be processed all the same, and only
 * a GET tells (Sales Orders for Order Hub REST Endpoints, Common error handling). `Upsert-Mode` is not used: what would come
 * twice would revise an order that is on its way.
 */
export async function submitSalesOrder(
  { unit, head, encoder, facts }: Submitting,
  order: Order,
  call: SubmitCall,
): Promise<SubmitOutcome> {
  const { externalReference } = call;
  const encoded = encodeSalesOrder(encoder, order, { head, units: unit.units, externalReference, facts });
  if (!encoded.ok) {
    const [first] = encoded.issues;
    return { status: 'rejected', reason: first?.code ?? 'encoding', message: first?.message ?? 'it cannot be written' };
  }
  return await submitOnce({
    externalReference,
    find: () => readSalesOrder(unit, { by: 'externalReference', value: externalReference }, call),
    make: async () => {
      const request = { method: 'POST', path: orderHub, body: encoded.body, operation: 'orders.submit' } as const;
      const answer = await unit.client.call('write', request, call);
      if (!answer.ok) return answer;
      const made = validate(orderWire, answer.json);
      // What the answer tells is not all of the order: its lines are a child of their own.
      if (made.ok && made.value.SourceTransactionId === externalReference) return { ok: true, order: undefined };
      const text = 'the order was made, and its answer has no such reference';
      return { ok: false, failure: unit.client.fail('contract-drift', text) };
    },
  });
}
