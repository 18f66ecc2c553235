import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';

/** What becomes of a line of a sales order, by NetSuite's line number. Lines that are not named stay. */
export type LinePatch = { readonly line: number } & ({ readonly isClosed: true } | { readonly quantity: number });

/** Changes lines of an order in one request: all of them or none. Undefined where it was done. */
export async function patchSalesOrder(
  client: VendorClient,
  { number, items }: { readonly number: string; readonly items: readonly LinePatch[] },
  { operation, ...call }: Call & { readonly operation: string },
): Promise<ConnectorFailure | undefined> {
  if (items.length === 0) return undefined;
  const path = `/record/v1/salesOrder/${encodeURIComponent(number)}`;
  const headers = { 'x-netsuite-propertynamevalidation': 'Error' };
  const request = { method: 'PATCH', path, headers, body: { item: { items } }, operation } as const;
  const answer = await client.call('write', request, call);
  return answer.ok ? undefined : answer.failure;
}
