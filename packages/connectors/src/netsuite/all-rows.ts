import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import { type SuiteAnswer, type SuiteRow, suiteql } from './suiteql.ts';

const limit = 1000;
/** NetSuite gives no more rows of one query than these. */
const most = 100_000;

/** Every row of a query that has an order of its own, page by page. */
export async function allRows(
  client: VendorClient,
  { q, operation }: { readonly q: string; readonly operation: string },
  call?: Call,
): Promise<SuiteAnswer> {
  const rows: SuiteRow[] = [];
  for (let offset = 0; offset < most; offset += limit) {
    const answer = await suiteql(client, { q, limit, offset, operation }, call);
    if (!answer.ok) return answer;
    rows.push(...answer.rows);
    if (!answer.hasMore) return { ok: true, rows, hasMore: false };
  }
  return { ok: false, failure: client.fail('contract-drift', 'the rows do not end', { safeToReplay: true }) };
}
