import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';

/** A row of SuiteQL: names in small letters, every value a text; what is null is left out. */
export type SuiteRow = Readonly<Record<string, unknown>>;

export interface SuiteQuery {
  readonly q: string;
  /** Most rows, 1000 at most, and how many are left out before them: a multiple of it. */
  readonly limit: number;
  readonly offset: number;
  readonly operation: string;
}

export type SuiteAnswer =
  | { readonly ok: true; readonly rows: readonly SuiteRow[]; readonly hasMore: boolean }
  | { readonly ok: false; readonly failure: ConnectorFailure };

const page = z.object({ items: z.array(z.looseObject({})), hasMore: z.boolean() });

/** Runs a query of SuiteQL, which only reads, whatever its method. Oracle Help Center, Executing SuiteQL Queries Through REST Web Services. */
export async function suiteql(
  client: VendorClient,
  { q, limit, offset, operation }: SuiteQuery,
  call?: Call,
): Promise<SuiteAnswer> {
  const query = { limit: String(limit), offset: String(offset) };
  const headers = { prefer: 'transient' };
  const request = { method: 'POST', path: '/query/v1/suiteql', query, headers, body: { q }, operation } as const;
  const answer = await client.call('read', request, call);
  if (!answer.ok) return answer;
  const drift = (text: string) =>
    ({ ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) }) as const;
  const read = validate(page, answer.json);
  if (!read.ok) return drift(`the answer cannot be read: ${read.issues[0]?.message ?? 'it has another shape'}`);
  const { items, hasMore } = read.value;
  // The next page begins after `limit` rows, whatever came: those between would be left out.
  if (hasMore && items.length !== limit) return drift(`${items.length} of ${limit} rows came, and there are more`);
  return { ok: true, rows: items, hasMore };
}
