import { validate } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { ErpOrderStatus } from '../port/orders.ts';
import { decodeSalesOrder, type NetsuiteWords } from './decode-sales-order.ts';
import { salesOrderWire } from './sales-order-wire.ts';

/** An order, and NetSuite's numbers of its lines: in their order, and by line id. */
export interface KnownSalesOrder {
  readonly status: 'found';
  readonly order: ErpOrderStatus;
  readonly rows: readonly number[];
  readonly lineNumbers: ReadonlyMap<string, number>;
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
  const decoded = decodeSalesOrder(answer.json, words);
  const wire = validate(salesOrderWire, answer.json);
  if (!decoded.ok || !wire.ok) {
    const text = `the answer cannot be read: ${decoded.issues[0]?.message ?? 'it has another shape'}`;
    return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const rows = wire.value.item.items.map(({ line }) => line);
  const lines = decoded.value.lines.flatMap(({ lineId }, at): (readonly [string, number])[] => {
    const own = rows[at];
    return own === undefined ? [] : [[lineId, own]];
  });
  return { status: 'found', order: decoded.value, rows, lineNumbers: new Map(lines) };
}
