import { validate } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { ErpOrderStatus } from '../port/orders.ts';
import { decodeSalesOrder, type NetsuiteWords } from './decode-sales-order.ts';
import { salesOrderWire } from './sales-order-wire.ts';

/** An order, and NetSuite's numbers of its lines, in their order. */
export interface KnownSalesOrder {
  readonly status: 'found';
  readonly order: ErpOrderStatus;
  readonly rows: readonly number[];
}

export type ReadOrder =
  | KnownSalesOrder
  | { readonly status: 'notFound' }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** Reads an order by its internal id, or by `eid:` and our reference. */
export async function readSalesOrder(
  client: VendorClient,
  words: NetsuiteWords,
  { key, operation }: { readonly key: string; readonly operation: string },
  call?: Call,
): Promise<ReadOrder> {
  const path = `/record/v1/salesOrder/${encodeURIComponent(key).replace(/^eid%3A/, 'eid:')}`;
  const query = { expandSubResources: 'true' };
  const answer = await client.call('read', { method: 'GET', path, query, operation }, call);
  if (!answer.ok) {
    const { vendor } = answer.failure;
    // Only NetSuite's own word says that there is no such record; a 404 of something in between says nothing.
    return vendor?.status === 404 && vendor.code === 'NONEXISTENT_ID'
      ? { status: 'notFound' }
      : { status: 'failed', failure: answer.failure };
  }
  const drift = (text: string) =>
    ({ status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) }) as const;
  const decoded = decodeSalesOrder(answer.json, words);
  const wire = validate(salesOrderWire, answer.json);
  if (!decoded.ok || !wire.ok) {
    return drift(`the answer cannot be read: ${decoded.issues[0]?.message ?? 'it has another shape'}`);
  }
  const { id, externalId, item } = wire.value;
  // A transform ships what is not named: with half of the lines nobody can name them all.
  if (item.hasMore === true) return drift(`order ${id}: ${item.items.length} lines came, and there are more`);
  const found = key.startsWith('eid:') ? (externalId ?? '') : id;
  const asked = key.replace(/^eid:/, '');
  if (found === asked) return { status: 'found', order: decoded.value, rows: item.items.map(({ line }) => line) };
  // External ids that differ by case only are one to NetSuite: to make ours would write over the other.
  if (found.toLowerCase() !== asked.toLowerCase()) return drift(`asked for order ${asked}, got ${found}`);
  const text = `order ${id} has the reference ${found}, which NetSuite does not tell from ${asked}`;
  return { status: 'failed', failure: client.fail('conflict', text) };
}
