import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { errorOf } from './error-of.ts';

/** A question for records of one entity. */
export interface RecordsRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly operation: string;
}

/**
 * The records of one question, which come as a list. Only what is named in `$expand` comes along
 * (Retrieve Records by Conditions).
 */
export async function readRecords(
  client: VendorClient,
  { path, query, operation }: RecordsRequest,
  call?: Call,
): Promise<
  { readonly ok: true; readonly value: readonly unknown[] } | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  const answer = await client.call('read', { method: 'GET', path, query, operation }, call);
  if (!answer.ok) return answer;
  if (Array.isArray(answer.json)) return { ok: true, value: answer.json };
  const said = errorOf(answer.json)?.message;
  const text = `the answer cannot be read: ${said ?? 'expected is a list of records'}`;
  return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
