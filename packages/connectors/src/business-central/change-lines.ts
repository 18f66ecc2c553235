import { validate } from '@dist/canonical';
import { odataText } from '../odata/odata-text.ts';
import { readRows } from '../odata/read-rows.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { Company } from './company.ts';
import { itemLines } from './decode-sales-order.ts';
import { lineIds } from './line-ids.ts';
import { type OrderLineWire, orderWire } from './wire.ts';

/** The new quantity of a line, in its own unit. */
export interface LineChange {
  readonly lineId: string;
  readonly quantity: string;
}

/**
 * Sets quantities, line by line, each with the version that was read just before (If-Match): to change one line may give
 * others a new version. All of them are absolute, so that a change that stopped half way is simply made again.
 */
export async function changeLines(
  company: Company,
  number: string,
  changes: readonly LineChange[],
  call: Call & { readonly operation: string },
): Promise<ConnectorFailure | undefined> {
  const { client, root } = company;
  for (const { lineId, quantity } of changes) {
    const lines = await readLines(company, number, call);
    if (!lines.ok) return lines.failure;
    const ids = lineIds(lines.value);
    const line = lines.value.find((_, at) => ids[at] === lineId);
    if (line === undefined) return client.fail('not-found', `order ${number} has no line ${lineId}`);
    const path = `${root}/salesOrderLines(${encodeURIComponent(line.id)})`;
    const headers = { 'if-match': line['@odata.etag'] ?? '*' };
    const body = { quantity: Number(quantity) };
    const request = { method: 'PATCH', path, headers, body, operation: call.operation } as const;
    const answer = await client.call('write', request, call);
    if (!answer.ok) return answer.failure;
  }
  return undefined;
}

async function readLines(
  { client, root }: Company,
  number: string,
  call: Call & { readonly operation: string },
): Promise<
  | { readonly ok: true; readonly value: readonly OrderLineWire[] }
  | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  const query = { $filter: `number eq ${odataText(number)}`, $expand: 'salesOrderLines', $top: '1' };
  const read = await readRows(client, { path: `${root}/salesOrders`, query, operation: call.operation }, call);
  if (!read.ok) return read;
  if (read.value.length === 0) return { ok: false, failure: client.fail('not-found', `there is no order ${number}`) };
  const order = validate(orderWire, read.value[0]);
  if (order.ok) return { ok: true, value: itemLines(order.value.salesOrderLines) };
  const text = `the answer cannot be read: ${order.issues[0]?.message ?? 'it has another shape'}`;
  return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
