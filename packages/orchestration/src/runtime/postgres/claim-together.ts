import type { Claimed, ClaimRequest } from '../journal.ts';
import { inGroups } from './in-groups.ts';

/** More loops of one process than that do not ask at the same time. */
const most = 64;

/**
 * Claims of one process one after the other, those that are asked for meanwhile as one: loops that all look for the next
 * effect would otherwise look at the same ones and get in each other's way. What comes is handed out in turn, and each gets no
 * more than it asked for. Who names the effects it wants asks by itself.
 */
export function claimTogether(
  claim: (request: ClaimRequest) => Promise<readonly Claimed[]>,
): (request: ClaimRequest) => Promise<readonly Claimed[]> {
  const together = inGroups<ClaimRequest, readonly Claimed[]>({
    most,
    atOnce: 1,
    run: async (requests) => {
      const shares = alike(requests).map(async (same) => handOut(same, await claim(joined(same))));
      const shared = new Map((await Promise.all(shares)).flat());
      return requests.map((request) => shared.get(request) ?? []);
    },
  });
  return (request) => (request.keys === undefined ? together({ ...request }) : claim(request));
}

/** Requests that differ in nothing but their instant and how much they ask for. */
function alike(requests: readonly ClaimRequest[]): readonly (readonly [ClaimRequest, ...ClaimRequest[]])[] {
  const groups: [ClaimRequest, ...ClaimRequest[]][] = [];
  for (const request of requests) {
    const { worker, lease, lanes, limits } = request;
    const same = groups.find(
      ([one]) => one.worker === worker && one.lease === lease && one.lanes === lanes && one.limits === limits,
    );
    if (same === undefined) groups.push([request]);
    else same.push(request);
  }
  return groups;
}

/** At the latest of their instants: a claim must not end before its worker believes. */
function joined(requests: readonly [ClaimRequest, ...ClaimRequest[]]): ClaimRequest {
  const [now = requests[0].now] = requests
    .map((one) => one.now)
    .sort()
    .reverse();
  const limit = requests.reduce((sum, one) => sum + one.limit, 0);
  return { ...requests[0], now, limit };
}

function handOut(
  requests: readonly ClaimRequest[],
  claimed: readonly Claimed[],
): readonly (readonly [ClaimRequest, readonly Claimed[]])[] {
  let from = 0;
  return requests.map((request) => {
    const share = claimed.slice(from, from + request.limit);
    from += request.limit;
    return [request, share];
  });
}
