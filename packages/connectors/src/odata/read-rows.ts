import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';

const envelope = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().min(1).optional() });

/** More parts than the answer to one question has. */
const mostParts = 200;

/** A question for records of one set. */
export interface RowsRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly operation: string;
}

/** Records as they came, or why there are none. */
export type RowsRead =
  | { readonly ok: true; readonly value: readonly unknown[] }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/**
 * All records of one question: a server may cut its answer and give a link to the rest (OData 4.0 Protocol §11.2.5.7,
 * server-driven paging). A link that leads to another host is not followed: the token must go nowhere else.
 */
export async function readRows(
  client: VendorClient,
  { path, query, operation }: RowsRequest,
  call?: Call,
): Promise<RowsRead> {
  const rows: unknown[] = [];
  const visited = new Set<string>();
  let next: { readonly path: string; readonly query?: Readonly<Record<string, string>> } = { path, query };
  for (let parts = 0; parts < mostParts; parts++) {
    const answer = await client.call('read', { method: 'GET', ...next, operation }, call);
    if (!answer.ok) return answer;
    const read = validate(envelope, answer.json);
    if (!read.ok) return drift(client, read.issues[0]?.message ?? 'it has another shape');
    rows.push(...read.value.value);
    const link = read.value['@odata.nextLink'];
    if (link === undefined) return { ok: true, value: rows };
    const within = client.pathOf(link);
    if (within === undefined) return drift(client, 'the link to the rest leads to another host');
    if (visited.has(within)) return drift(client, 'the link to the rest leads to itself');
    visited.add(within);
    next = { path: within };
  }
  return drift(client, `the answer has more than ${mostParts} parts`);
}

function drift(client: VendorClient, reason: string): RowsRead {
  const failure = client.fail('contract-drift', `the answer cannot be read: ${reason}`, { safeToReplay: true });
  return { ok: false, failure };
}
