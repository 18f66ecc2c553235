import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { Found } from '../port/page.ts';
import { type SearchFilter, type SearchRequest, search } from './search.ts';

/** The one row that fits one of the filters; two are a conflict. `fits` looks at the row itself as well. */
export async function findOne<Row>(
  client: VendorClient,
  request: Pick<SearchRequest<Row>, 'path' | 'operation' | 'row'> & {
    readonly filters: readonly SearchFilter[];
    readonly what: string;
    readonly fits: (row: Row) => boolean;
  },
  call: Call | undefined,
): Promise<Found<Row>> {
  const { filters, what, fits, path, operation, row } = request;
  const answer = await search(
    client,
    { path, operation, row, groups: [filters], sort: [], page: 1, pageSize: 2 },
    call,
  );
  if (!answer.ok) return { status: 'failed', failure: answer.failure };
  const [first, second] = answer.rows;
  if (first === undefined) return { status: 'notFound' };
  if (!answer.rows.every(fits)) {
    const failure = client.fail('contract-drift', `others came than ${what}`, { safeToReplay: true });
    return { status: 'failed', failure };
  }
  if (second !== undefined) return { status: 'failed', failure: client.fail('conflict', `two ${what}`) };
  return { status: 'found', value: first };
}
