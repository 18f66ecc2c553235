import type { LimitedAnswer } from '../../src/limits.ts';
import type { Simulation } from './simulation.ts';
import type { Said, StrictVendor } from './strict-vendors.ts';

export interface Tally {
  /** When a request arrived and was accepted, and what it cost. */
  readonly accepted: { readonly at: number; readonly cost: number }[];
  /** When one arrived and was refused. */
  readonly rejected: number[];
  /** Milliseconds that requests have been under way, together. */
  underWay: number;
}

/** The way to a vendor: each direction takes its own time, so requests overtake each other. */
export function network(
  simulation: Simulation,
  vendor: StrictVendor,
  { latency, skew = 0 }: { readonly latency: () => number; readonly skew?: number },
): { tally: Tally; send: (request: { cost: number; lane: string | undefined }) => Promise<LimitedAnswer> } {
  const tally: Tally = { accepted: [], rejected: [], underWay: 0 };
  const clock = () => simulation.now + skew;
  return {
    tally,
    send: async (request) => {
      const sentAt = simulation.now;
      await simulation.sleep(latency());
      const said = vendor.arrive(clock(), request);
      if (isRefusal(said)) tally.rejected.push(simulation.now);
      else tally.accepted.push({ at: simulation.now, cost: request.cost });
      await simulation.sleep(said.works);
      const end = said.end?.(clock());
      const headers = new Headers({ ...said.headers, ...end?.headers });
      const date = new Date(1_700_000_000_000 + clock());
      headers.set('date', date.toUTCString());
      await simulation.sleep(latency());
      tally.underWay += simulation.now - sentAt;
      return { status: said.status, headers, json: end?.json ?? said.json };
    },
  };
}

function isRefusal({ status, json }: Said): boolean {
  return status >= 400 || (typeof json === 'object' && json !== null && 'errors' in json);
}
