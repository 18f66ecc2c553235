import { describe, expect, it } from 'vitest';
import { type Limit, limiter } from '../../src/limits.ts';
import { network } from './network.ts';
import { Simulation, seeded } from './simulation.ts';
import {
  type StrictVendor,
  strictConcurrency,
  strictCost,
  strictFixed,
  strictRate,
  strictSliding,
} from './strict-vendors.ts';
import { bigCommerceWindow, retryHeaders, shopifyCost } from './vendor-limits.ts';

interface Row {
  readonly name: string;
  readonly limits: readonly Limit[];
  readonly vendor: (works: () => number) => StrictVendor;
  /** Mean time between two requests of the other integration, which takes half of the limit or so. */
  readonly everyMs: number;
  readonly cost?: number;
}

const rows: readonly Row[] = [
  {
    name: 'a rate of 10 a second',
    limits: [{ kind: 'rate', requests: 10, seconds: 1, burst: 20 }],
    vendor: (works) => strictRate(10, 20, works),
    everyMs: 200,
  },
  {
    name: 'a sliding window of 600 in a minute, which no header tells of',
    limits: [{ kind: 'window', requests: 600, seconds: 60, span: 'sliding' }],
    vendor: (works) => strictSliding(600, 60, works),
    everyMs: 200,
  },
  {
    name: 'fixed windows of 150 in 30 seconds, told in headers',
    limits: [bigCommerceWindow],
    vendor: (works) => strictFixed(150, 30, works),
    everyMs: 400,
  },
  {
    name: 'a pool of 5 at a time',
    limits: [{ kind: 'concurrency', requests: 5 }],
    vendor: (works) => strictConcurrency(5, works, 400),
    everyMs: 55,
  },
  {
    name: 'a bucket of 2000 points with 100 a second',
    limits: [shopifyCost],
    vendor: (works) => strictCost(2000, 100, works),
    everyMs: 1000,
    cost: 50,
  },
];

const minute = 60_000;
const [comes, goes, ends] = [4 * minute, 10 * minute, 18 * minute];

describe('another integration of the same account takes about half for six minutes', () => {
  for (const row of rows)
    it(`edge 7 ${row.name}: few are rejected meanwhile, none before, and all is ours again after`, async () => {
      const { simulation, vendor, accepted, rejected } = start(row, 7);
      void foreigner(simulation, vendor, row);
      await simulation.until(ends);

      const before = accepted(comes - 3 * minute, comes);
      expect(rejected(0, comes)).toBe(0);
      expect(rejected(comes, goes)).toBeGreaterThan(0);
      expect(rejected(comes, goes) / (accepted(comes, goes) + rejected(comes, goes))).toBeLessThan(0.05);
      // None of those under way when the other left counts, and the last three minutes are as the last before it came.
      expect(rejected(goes + minute, ends)).toBe(0);
      expect(accepted(ends - 3 * minute, ends)).toBeGreaterThanOrEqual(before * 0.97);
    });

  it('edge 7 a pool of 5 of which another keeps 2 for good: the other 3 are used, and one of 20 is rejected at most', async () => {
    const pool: Row = {
      name: '',
      limits: [{ kind: 'concurrency', requests: 5 }],
      vendor: (works) => strictConcurrency(3, works, 400),
      everyMs: 0,
    };
    const { simulation, tally, accepted, rejected } = start(pool, 3);
    await simulation.until(ends);
    expect(rejected(comes, ends) / accepted(comes, ends)).toBeLessThan(0.05);
    expect(tally.underWay / ends).toBeGreaterThan(2);
  });
});

function start(row: Row, seed: number) {
  const simulation = new Simulation();
  const random = seeded(seed);
  const between = (low: number, high: number) => low + (high - low) * random();
  const vendor = row.vendor(() => between(20, 200));
  const { tally, send } = network(simulation, vendor, { latency: () => between(5, 100) });
  const limits = limiter(row.limits, {
    now: () => simulation.now,
    timer: (callback, wait) => simulation.after(wait, callback),
    random,
    retryHeaders,
  });
  const request = { cost: row.cost ?? 1, lane: undefined };
  const worker = async () => {
    for (;;) {
      const permit = await limits.acquire(request);
      if (permit.refused) throw new Error('nobody gave a deadline');
      permit.done(await send(request));
    }
  };
  for (let count = 0; count < 100; count++) void worker();
  const count = (instants: readonly number[]) => (from: number, to: number) =>
    instants.filter((at) => at >= from && at < to).length;
  return {
    simulation,
    vendor,
    tally,
    accepted: (from: number, to: number) => count(tally.accepted.map(({ at }) => at))(from, to),
    rejected: count(tally.rejected),
  };
}

/** Comes at random instants, and never waits for anybody. */
async function foreigner(simulation: Simulation, vendor: StrictVendor, { everyMs, cost = 1 }: Row): Promise<void> {
  const random = seeded(11);
  await simulation.sleep(comes);
  while (simulation.now < goes) {
    const said = vendor.arrive(simulation.now, { cost, lane: undefined });
    void simulation.sleep(said.works).then(() => said.end?.(simulation.now));
    await simulation.sleep(-Math.log(1 - random()) * everyMs);
  }
}
