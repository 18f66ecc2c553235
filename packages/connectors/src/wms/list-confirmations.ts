import { FulfillmentConfirmation, validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import { type LinkedPage, linkedPages } from '../paging/linked-pages.ts';
import type { Call } from '../port/call.ts';
import type { ListStart, Page } from '../port/page.ts';

const pageWire = z.looseObject({
  confirmations: z.array(z.looseObject({ id: z.string().min(1), confirmation: z.unknown() })),
  next: z.string().min(1).max(500),
  hasMore: z.boolean(),
});

/** `GET /v1/fulfillment-confirmations`, by the warehouse's cursor, which goes on behind all that it gave. */
export function listConfirmations(
  client: VendorClient,
  pageSize: number,
  start: ListStart | undefined,
  call: Call = {},
): AsyncIterable<Page<FulfillmentConfirmation>> {
  const from = start !== undefined && 'from' in start ? { from: start.from } : {};
  const read = (after: string | undefined) =>
    readPage(client, { limit: String(pageSize), ...(after === undefined ? from : { after }) }, call);
  const stuck = (message: string) => client.fail('contract-drift', message, { safeToReplay: true });
  return linkedPages(read, stuck, start !== undefined && 'after' in start ? start.after : undefined);
}

async function readPage(
  client: VendorClient,
  query: Readonly<Record<string, string>>,
  call: Call,
): Promise<LinkedPage<FulfillmentConfirmation>> {
  const request = { method: 'GET', path: '/fulfillment-confirmations', query, operation: 'fulfillments.list' } as const;
  const answer = await client.call('read', request, call);
  if (!answer.ok) return answer;
  const page = validate(pageWire, answer.json);
  if (!page.ok) {
    const text = `the confirmations cannot be read: ${page.issues[0]?.message ?? 'they have another shape'}`;
    return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const { confirmations, next, hasMore } = page.value;
  const rows = confirmations.map(({ id, confirmation }) => {
    const read = validate(FulfillmentConfirmation, confirmation);
    return read.ok ? { item: read.value } : { id, issues: read.issues };
  });
  return { ok: true, rows, next: hasMore ? next : undefined, cursor: next };
}
