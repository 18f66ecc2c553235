import type { Call } from '../port/call.ts';
import type { AdminClient, LookedUp } from './admin-client.ts';
import { type Fulfillment, fulfillmentLines } from './fulfillment-queries.ts';
import type { Parcel } from './parcel.ts';

/**
 * The fulfillment that a parcel is already, if there is one: it carries one of the parcel's numbers and the same pieces of
 * the same lines, whether it was published before or somebody keyed it in. One number alone proves nothing: several
 * parcels may travel under it.
 */
export async function findFulfillment(
  admin: AdminClient,
  parcel: Parcel,
  fulfillments: readonly Fulfillment[],
  call?: Call,
): Promise<LookedUp<Fulfillment | undefined>> {
  const total = [...parcel.quantities.values()].reduce((pieces, quantity) => pieces + quantity, 0);
  for (const candidate of fulfillments) {
    if (undone.has(candidate.status) || candidate.totalQuantity !== total || !isUnder(candidate, parcel)) continue;
    const lines = await linesOf(admin, candidate, call);
    if (!lines.ok) return lines;
    if (isEqual(lines.data, parcel.quantities)) return { ok: true, data: candidate };
  }
  return { ok: true, data: undefined };
}

const undone: ReadonlySet<string> = new Set(['CANCELLED', 'ERROR', 'FAILURE']);

function isUnder({ trackingInfo }: Fulfillment, { numbers }: Parcel): boolean {
  return trackingInfo.some(({ number }) => typeof number === 'string' && numbers.includes(number));
}

async function linesOf(
  admin: AdminClient,
  { id }: Fulfillment,
  call: Call | undefined,
): Promise<LookedUp<ReadonlyMap<string, number>>> {
  const quantities = new Map<string, number>();
  let after: string | undefined;
  for (let page = 0; page < 20; page++) {
    const answer = await admin.run(fulfillmentLines, after === undefined ? { id } : { id, after }, call);
    if (!answer.ok) return answer;
    const list = answer.data.fulfillment?.fulfillmentLineItems;
    for (const { quantity, lineItem } of list?.nodes ?? []) {
      quantities.set(lineItem.id, (quantities.get(lineItem.id) ?? 0) + (quantity ?? 0));
    }
    if (!list?.pageInfo.hasNextPage) return { ok: true, data: quantities };
    after = list.pageInfo.endCursor ?? undefined;
  }
  return { ok: false, failure: admin.fail('contract-drift', `the lines of ${id} do not end`, { safeToReplay: true }) };
}

function isEqual(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([id, quantity]) => b.get(id) === quantity);
}
