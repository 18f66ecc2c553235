import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { optionalText } from '../wire/optional-text.ts';

const pageWire = z.object({
  done: z.boolean(),
  nextRecordsUrl: optionalText,
  records: z.array(z.record(z.string(), z.unknown())),
});

/** A record as a query gives it. */
export type SalesforceRecord = Readonly<Record<string, unknown>>;

export type Records =
  | { readonly ok: true; readonly records: readonly SalesforceRecord[]; readonly headers: Headers }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/** More pages than one query has here: its number of records is bounded. */
const mostPages = 200;

/**
 * All records of a query (REST API Developer Guide, "Query" and "Query More Results"). Salesforce decides how many come at
 * once; the link to the rest is followed on the same host only. `deleted`: those in the recycle bin too ("QueryAll").
 */
export async function query(
  client: VendorClient,
  soql: string,
  { operation, deleted = false, ...call }: Call & { readonly operation: string; readonly deleted?: boolean },
): Promise<Records> {
  const first = { method: 'GET', path: deleted ? '/queryAll' : '/query', query: { q: soql }, operation } as const;
  return await rest(client, await client.call('read', first, call), { ...call, operation });
}

/** The children of a record that a query gave in it (`Quote.QuoteLineItems`), all of them. */
export async function childrenOf(
  client: VendorClient,
  nested: unknown,
  call: Call & { readonly operation: string },
): Promise<Records> {
  if (nested === null || nested === undefined) return { ok: true, records: [], headers: new Headers() };
  return await rest(client, { ok: true, status: 200, headers: new Headers(), json: nested }, call);
}

async function rest(
  client: VendorClient,
  first: Awaited<ReturnType<VendorClient['call']>>,
  { operation, ...call }: Call & { readonly operation: string },
): Promise<Records> {
  const drift = (text: string): Records => ({
    ok: false,
    failure: client.fail('contract-drift', text, { safeToReplay: true }),
  });
  const records: SalesforceRecord[] = [];
  let answer = first;
  for (let pages = 0; pages < mostPages; pages++) {
    if (!answer.ok) return answer;
    const page = validate(pageWire, answer.json);
    if (!page.ok) return drift(`the answer cannot be read: ${page.issues[0]?.message ?? 'it has another shape'}`);
    records.push(...page.value.records);
    const { done, nextRecordsUrl } = page.value;
    if (done) return { ok: true, records, headers: answer.headers };
    const path = nextRecordsUrl === undefined ? undefined : client.pathOf(nextRecordsUrl);
    if (path === undefined) return drift('there is more, and no link to it on this host');
    answer = await client.call('read', { method: 'GET', path, operation }, call);
  }
  return drift('the pages do not end');
}
