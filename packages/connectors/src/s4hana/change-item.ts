import type { VendorClient } from '../http/vendor-client.ts';
import type { WrittenLines } from '../order/edit-lines.ts';
import type { Call } from '../port/call.ts';
import { odataText } from './odata-text.ts';
import type { SalesOrderItemWire } from './sales-order-wire.ts';

/**
 * Changes one item, with the version of the read that judged it (If-Match). Each change makes a new version of the whole
 * order, so that the order is read again before the next.
 */
export async function changeItem(
  client: VendorClient,
  { number, item }: { readonly number: string; readonly item: SalesOrderItemWire | undefined },
  fields: Readonly<Record<string, string>>,
  call: Call & { readonly operation: string },
): Promise<WrittenLines> {
  if (item === undefined) return { done: 0, failure: client.fail('contract-drift', 'an item cannot be read') };
  const key = `SalesOrder=${quoted(number)},SalesOrderItem=${quoted(item.SalesOrderItem)}`;
  const path = `/API_SALES_ORDER_SRV/A_SalesOrderItem(${key})`;
  const headers = { 'if-match': item.__metadata?.etag ?? '*' };
  const { operation, ...rest } = call;
  const request = { method: 'PATCH', path, headers, body: fields, operation, done: [204] } as const;
  const answer = await client.call('write', request, rest);
  return answer.ok ? { done: 1 } : { done: 0, failure: answer.failure };
}

const quoted = (text: string): string => encodeURIComponent(odataText(text));
