import type { VendorClient } from '../http/vendor-client.ts';
import type { WrittenLines } from '../order/edit-lines.ts';
import type { Call } from '../port/call.ts';

/** What becomes of a line of a sales order, by NetSuite's line number. Lines that are not named stay. */
export type LinePatch = { readonly line: number | undefined } & (
  | { readonly isClosed: true }
  | { readonly quantity: number | undefined }
);

/** Changes lines of an order in one request: all of them or none. */
export async function patchSalesOrder(
  client: VendorClient,
  { number, items }: { readonly number: string; readonly items: readonly LinePatch[] },
  { operation, ...call }: Call & { readonly operation: string },
): Promise<WrittenLines> {
  if (items.some((item) => item.line === undefined)) {
    return { done: 0, failure: client.fail('contract-drift', 'a line of the order has no number') };
  }
  const path = `/record/v1/salesOrder/${encodeURIComponent(number)}`;
  const headers = { 'x-netsuite-propertynamevalidation': 'Error' };
  const request = { method: 'PATCH', path, headers, body: { item: { items } }, operation, done: [204] } as const;
  const answer = await client.call('write', request, call);
  return answer.ok ? { done: items.length } : { done: 0, failure: answer.failure };
}
