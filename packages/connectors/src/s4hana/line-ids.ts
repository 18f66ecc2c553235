import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient, VendorRequest } from '../http/vendor-client.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { LineIds } from './decode-delivery.ts';
import { lineIdOf } from './line-id-of.ts';
import { odataResults } from './odata-results.ts';
import { odataText } from './odata-text.ts';

const path = '/API_SALES_ORDER_SRV/A_SalesOrderItem';
/** So many orders fit in one address. */
const mostOrders = 30;
/** More parts than the items of so many orders have. */
const mostParts = 200;

const names = z.array(
  z.object({
    SalesOrder: z.string().min(1),
    SalesOrderItem: z.string().min(1),
    UnderlyingPurchaseOrderItem: z.string().nullish(),
  }),
);

/**
 * The buyer's line ids of the items of some orders: deliveries and invoices know SAP's item only. An item that is not found is
 * `sap:10`.
 */
export async function lineIdsOf(
  client: VendorClient,
  orders: Iterable<string>,
  { operation, ...call }: Call & { readonly operation: string },
): Promise<
  { readonly ok: true; readonly lineIds: LineIds } | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  const known = new Map<string, string>();
  const all = [...new Set(orders)];
  for (let from = 0; from < all.length; from += mostOrders) {
    const any = all.slice(from, from + mostOrders).map((order) => `SalesOrder eq ${odataText(order)}`);
    const select = 'SalesOrder,SalesOrderItem,UnderlyingPurchaseOrderItem';
    const query = { $filter: any.join(' or '), $select: select, $format: 'json' };
    const read = await everyResult(client, { method: 'GET', path, query, operation }, call);
    if (!read.ok) return read;
    const items = validate(names, read.value);
    if (!items.ok) return drift(client, items.issues[0]?.message ?? 'it has another shape');
    for (const item of items.value) known.set(keyOf(item.SalesOrder, item.SalesOrderItem), lineIdOf(item));
  }
  return { ok: true, lineIds: (order, item) => known.get(keyOf(order, item)) ?? `sap:${plain(item)}` };
}

type Read = ReturnType<typeof odataResults>;

/** A server may cut its answer, and gives a link to the rest: what is left out would have another line's id. */
async function everyResult(client: VendorClient, request: VendorRequest, call: Call): Promise<Read> {
  const all: unknown[] = [];
  let next = request;
  for (let parts = 0; parts < mostParts; parts++) {
    const answer = await client.call('read', next, call);
    const read = odataResults(client, answer);
    if (!read.ok) return read;
    all.push(...read.value);
    const link = answer.ok ? textOf(fieldOf(fieldOf(answer.json, 'd'), '__next')) : undefined;
    if (link === undefined) return { ok: true, value: all };
    const within = client.pathOf(link);
    if (within === undefined) return drift(client, 'the link to the rest leads to another host');
    const { query: _, ...rest } = request;
    next = { ...rest, path: within };
  }
  return drift(client, `the answer has more than ${mostParts} parts`);
}

function drift(client: VendorClient, reason: string): Extract<Read, { ok: false }> {
  const failure = client.fail('contract-drift', `the answer cannot be read: ${reason}`, { safeToReplay: true });
  return { ok: false, failure };
}

const keyOf = (order: string, item: string): string => JSON.stringify([plain(order), plain(item)]);

/** `000010` and `10` are one item: services differ in the zeros before a number. */
function plain(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}
