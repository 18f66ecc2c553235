import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { Found } from '../port/page.ts';
import { type V3Request, v3Page } from './v3-page.ts';

/**
 * The one row of a V3 collection that fits a filter; two are a conflict. `fits` looks at the row itself: a filter that
 * BigCommerce does not know is left out without a word, and everything comes.
 */
export async function findOne<Row>(
  client: VendorClient,
  request: Omit<V3Request<Row>, 'query'> & {
    readonly filter: Readonly<Record<string, string>>;
    readonly what: string;
    readonly fits: (row: Row) => boolean;
  },
  call: Call | undefined,
): Promise<Found<Row>> {
  const { filter, what, fits } = request;
  const page = await v3Page(client, { ...request, query: { ...filter, limit: '2' } }, call);
  if (!page.ok) return { status: 'failed', failure: page.failure };
  const [first, second] = page.rows;
  if (first === undefined) return { status: 'notFound' };
  if (!page.rows.every(fits)) {
    const failure = client.fail('contract-drift', `others came than ${what}`, { safeToReplay: true });
    return { status: 'failed', failure };
  }
  if (second !== undefined) return { status: 'failed', failure: client.fail('conflict', `two ${what}`) };
  return { status: 'found', value: first };
}
