import type { Order } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import type { VendorClient } from '../http/vendor-client.ts';
import type { OrderEncoder } from '../order/order-encoder.ts';
import { submitOnce } from '../order/submit-once.ts';
import type { SubmitCall, SubmitOutcome } from '../port/orders.ts';
import { decodeSalesOrder } from './decode-sales-order.ts';
import { keepsQuantity } from './keeps-quantity.ts';
import { odataResult } from './odata-results.ts';
import { findSalesOrder, salesOrders } from './order-client.ts';
import type { UnitTable } from './unit-table.ts';

interface Submitting {
  readonly client: VendorClient;
  readonly encoder: OrderEncoder;
  readonly units: UnitTable;
  readonly factsOf: (order: Order) => Facts;
}

/**
 * Makes an order by a deep insert, after a look: SAP makes a second one of a POST that comes twice (KBA 2931385). The
 * answer of the POST has no schedule lines, so that what it says of the order is what was asked for.
 */
export async function submitSalesOrder(
  { client, encoder, units, factsOf }: Submitting,
  order: Order,
  call: SubmitCall,
): Promise<SubmitOutcome> {
  const { externalReference } = call;
  const encoded = encoder.encode(order, externalReference, factsOf(order));
  if (!encoded.ok) {
    const [first] = encoded.issues;
    return { status: 'rejected', reason: first?.code ?? 'encoding', message: first?.message ?? 'it cannot be written' };
  }
  const lost = order.lines.find(({ quantity }) => !keepsQuantity(quantity.value));
  if (lost !== undefined) {
    const message = `line ${lost.lineId}: SAP keeps 12 digits and 3 after the point, found ${lost.quantity.value.slice(0, 40)}`;
    return { status: 'rejected', reason: 'quantity', message };
  }
  return await submitOnce({
    externalReference,
    find: () => findSalesOrder(client, units, externalReference, call),
    make: async () => {
      const request = { method: 'POST', path: salesOrders, body: encoded.body, operation: 'orders.submit' } as const;
      const answer = await client.call('write', request, call);
      if (!answer.ok) return answer;
      const read = odataResult(client, answer);
      const decoded = read.ok ? decodeSalesOrder(read.value, units) : undefined;
      if (decoded?.ok && decoded.value.externalReference === externalReference)
        return { ok: true, order: decoded.value };
      const failure = client.fail('contract-drift', 'the order was made, and the answer cannot be read');
      return { ok: false, failure };
    },
  });
}
