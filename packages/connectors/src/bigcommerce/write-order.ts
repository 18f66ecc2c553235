import { validate } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { orderWire } from './order-wire.ts';

/** Updates an order by `PUT /orders/{id}`: what is left out stays. Undefined where it was done. */
export async function writeOrder(
  client: VendorClient,
  { number, body }: { readonly number: string; readonly body: unknown },
  { operation, ...call }: Call & { readonly operation: string },
): Promise<ConnectorFailure | undefined> {
  const answer = await client.call('write', { method: 'PUT', path: `/v2/orders/${number}`, body, operation }, call);
  if (!answer.ok) return answer.failure;
  const read = validate(orderWire, answer.json);
  if (read.ok && String(read.value.id) === number) return undefined;
  return client.fail('contract-drift', `answered ${answer.status} without the order`, { safeToReplay: false });
}
