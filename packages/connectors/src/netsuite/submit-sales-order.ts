import type { Order } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import type { VendorClient } from '../http/vendor-client.ts';
import type { OrderEncoder } from '../order/order-encoder.ts';
import { submitOnce } from '../order/submit-once.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { SubmitCall, SubmitOutcome } from '../port/orders.ts';
import type { NetsuiteWords } from './decode-sales-order.ts';
import { readSalesOrder } from './read-sales-order.ts';
import { withLineIds } from './with-line-ids.ts';

interface Submitting {
  readonly client: VendorClient;
  readonly encoder: OrderEncoder;
  readonly words: NetsuiteWords;
  /** Master data that the map asks for: NetSuite's ids of items, units and the currency. */
  readonly factsOf: (
    order: Order,
    call: SubmitCall,
  ) => Promise<
    { readonly ok: true; readonly facts: Facts } | { readonly ok: false; readonly failure: ConnectorFailure }
  >;
}

/**
 * Makes an order by an upsert under our reference. It looks first all the same: an upsert of an order that is there would
 * undo what people have changed in it. NetSuite answers 204 and no order, so that it is read afterwards.
 */
export async function submitSalesOrder(
  { client, encoder, words, factsOf }: Submitting,
  order: Order,
  call: SubmitCall,
): Promise<SubmitOutcome> {
  const { externalReference } = call;
  const facts = await factsOf(order, call);
  if (!facts.ok) return { status: 'failed', failure: { ...facts.failure, safeToReplay: true } };
  const encoded = encoder.encode(order, externalReference, facts.facts);
  if (!encoded.ok) {
    const [first] = encoded.issues;
    return { status: 'rejected', reason: first?.code ?? 'encoding', message: first?.message ?? 'it cannot be written' };
  }
  const body = words.lineField === undefined ? encoded.body : withLineIds(encoded.body, order, words.lineField);
  const key = `eid:${externalReference}`;
  return await submitOnce({
    externalReference,
    find: async () => {
      const found = await readSalesOrder(client, words, { key, operation: 'orders.find' }, call);
      return found.status === 'found' ? { status: 'found', order: found.order } : found;
    },
    make: async () => {
      const path = `/record/v1/salesOrder/eid:${encodeURIComponent(externalReference)}`;
      const headers = { 'x-netsuite-propertynamevalidation': 'Error' };
      const request = { method: 'PUT', path, headers, body, operation: 'orders.submit' } as const;
      const answer = await client.call('write', request, call);
      if (!answer.ok) return answer;
      // A success without a place is not NetSuite's: something in between has answered.
      if (answer.status === 204 && answer.headers.has('location')) return { ok: true, order: undefined };
      const failure = client.fail('contract-drift', `answered ${answer.status} without the place of the order`);
      return { ok: false, failure };
    },
  });
}
