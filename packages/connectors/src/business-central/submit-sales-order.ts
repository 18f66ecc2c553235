import type { Order } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import type { OrderEncoder } from '../order/order-encoder.ts';
import { submitOnce } from '../order/submit-once.ts';
import type { SubmitCall, SubmitOutcome } from '../port/orders.ts';
import { codeOf } from './code.ts';
import type { Company } from './company.ts';
import { decodeSalesOrder } from './decode-sales-order.ts';
import { readSalesOrder } from './find-sales-order.ts';

interface Submitting {
  readonly company: Company;
  readonly encoder: OrderEncoder;
  readonly factsOf: (order: Order) => Facts;
}

/** Makes an order with its lines in one request, after a look: Business Central makes a second one of a POST that comes twice. */
export async function submitSalesOrder(
  { company, encoder, factsOf }: Submitting,
  order: Order,
  call: SubmitCall,
): Promise<SubmitOutcome> {
  const { client, root, units } = company;
  const { externalReference } = call;
  const encoded = encoder.encode(order, externalReference, factsOf(order));
  if (!encoded.ok) {
    const [first] = encoded.issues;
    return { status: 'rejected', reason: first?.code ?? 'encoding', message: first?.message ?? 'it cannot be written' };
  }
  let other: string | undefined;
  const outcome = await submitOnce({
    externalReference,
    find: async () => {
      const known = await readSalesOrder(company, { by: 'externalReference', value: externalReference }, call);
      if (known.status !== 'found') return known;
      other = otherInCase(order.number, known.comments);
      return { status: 'found', order: known.order };
    },
    make: async () => {
      const query = { $expand: 'salesOrderLines' };
      const path = `${root}/salesOrders`;
      const request = { method: 'POST', path, query, body: encoded.body, operation: 'orders.submit' } as const;
      const answer = await client.call('write', request, call);
      if (!answer.ok) {
        const { failure } = answer;
        // A customer or an item that the order names is not there: that is about its content.
        const isContent = failure.class === 'not-found' && failure.vendor?.code?.startsWith('Internal_') === true;
        return isContent ? { ok: false, failure: { ...failure, class: 'validation' } } : answer;
      }
      const decoded = decodeSalesOrder(answer.json, units);
      if (decoded.ok && codeOf(decoded.value.externalReference) === codeOf(externalReference))
        return { ok: true, order: { ...decoded.value, externalReference } };
      const text = 'the order was made, and the answer cannot be read';
      return { ok: false, failure: client.fail('contract-drift', text) };
    },
  });
  if (outcome.status !== 'duplicate' || other === undefined) return outcome;
  const found = `order ${outcome.order.number} of purchase order ${other} stands under it`;
  const message = `${externalReference} is one reference with others that differ from it by case only, as Business Central keeps it in capitals: ${found}, and purchase order ${order.number} was not made. Submit it under a reference that differs by more`;
  return { status: 'rejected', reason: 'reference-differs-by-case', message };
}

/**
 * Of comments the one that is the number of another purchase order, whose reference is ours but for its case. A comment that was
 * written or deleted by hand makes no order another one.
 */
function otherInCase(number: string, comments: readonly string[]): string | undefined {
  if (comments.includes(number)) return undefined;
  return comments.find((comment) => codeOf(comment) === codeOf(number));
}
