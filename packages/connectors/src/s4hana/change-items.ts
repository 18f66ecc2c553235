import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { lineIdOf } from './line-id-of.ts';
import { odataResults } from './odata-results.ts';
import { odataText } from './odata-text.ts';
import { type SalesOrderItemWire, salesOrderItemWire } from './sales-order-wire.ts';

const items = '/API_SALES_ORDER_SRV/A_SalesOrderItem';

/** What becomes of one line: fields of `A_SalesOrderItem`. */
export interface ItemChange {
  readonly lineId: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Changes items of an order, one after the other, each with the version that was read just before (If-Match). All of them
 * are absolute, so that a change that stopped half way is simply made again. `done` is how many were changed before the
 * one that failed.
 */
export async function changeItems(
  client: VendorClient,
  number: string,
  changes: readonly ItemChange[],
  call: Call & { readonly operation: string },
): Promise<{ readonly failure: ConnectorFailure; readonly done: number } | undefined> {
  for (const [done, { lineId, fields }] of changes.entries()) {
    const item = await readItem(client, number, lineId, call);
    if (!item.ok) return { failure: item.failure, done };
    const { SalesOrderItem, __metadata } = item.value;
    const path = `${items}(SalesOrder=${quoted(number)},SalesOrderItem=${quoted(SalesOrderItem)})`;
    const headers = { 'if-match': __metadata?.etag ?? '*' };
    const request = { method: 'PATCH', path, headers, body: fields, operation: call.operation } as const;
    const answer = await client.call('write', request, call);
    if (!answer.ok) return { failure: answer.failure, done };
  }
  return undefined;
}

const quoted = (text: string): string => encodeURIComponent(odataText(text));

async function readItem(
  client: VendorClient,
  number: string,
  lineId: string,
  call: Call,
): Promise<
  { readonly ok: true; readonly value: SalesOrderItemWire } | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  const query = { $filter: `SalesOrder eq ${odataText(number)}`, $format: 'json' };
  const answer = await client.call('read', { method: 'GET', path: items, query, operation: 'orders.status' }, call);
  const read = odataResults(client, answer);
  if (!read.ok) return read;
  const list = validate(z.array(salesOrderItemWire), read.value);
  if (!list.ok) {
    const reason = list.issues[0]?.message ?? 'it has another shape';
    const text = `the answer cannot be read: ${reason}`;
    return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const found = list.value.filter((item) => lineIdOf(item) === lineId);
  const [item, second] = found;
  if (item === undefined)
    return { ok: false, failure: client.fail('not-found', `order ${number} has no line ${lineId}`) };
  if (second === undefined) return { ok: true, value: item };
  const text = `order ${number} has ${found.length} items for line ${lineId}`;
  return { ok: false, failure: client.fail('conflict', text) };
}
