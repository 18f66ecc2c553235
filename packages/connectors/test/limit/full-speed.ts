import type { Limit, Limiter, LimiterOptions } from '../../src/limits.ts';
import type { FullSpeedCase } from './full-speed-cases.ts';
import { network, type Tally } from './network.ts';
import { Simulation, seeded } from './simulation.ts';

/** A network: milliseconds each way, at least and at most, and how far the vendor's clock is ahead. */
export interface Way {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly skew: number;
}

/** Two hundred who send again as soon as they may. `limiter`: the one to be tried, that of the sources or a built one. */
export async function fullSpeed(
  limiter: (limits: readonly Limit[], options: LimiterOptions) => Limiter,
  row: FullSpeedCase,
  way: Way,
  minutes = row.minutes ?? 10,
): Promise<{ tally: Tally; milliseconds: number; share: number }> {
  const simulation = new Simulation();
  const random = seeded(7);
  const between = (low: number, high: number) => low + (high - low) * random();
  const { tally, send } = network(
    simulation,
    row.vendor(() => between(20, 200)),
    {
      latency: () => between(way.low, way.high),
      skew: way.skew,
    },
  );
  const limits = limiter(row.limits, {
    now: () => simulation.now,
    timer: (callback, wait) => simulation.after(wait, callback),
    random,
  });
  const milliseconds = minutes * 60_000;
  const worker = async () => {
    while (simulation.now < milliseconds) {
      const cost = row.cost?.(random) ?? 1;
      const permit = await limits.acquire({ cost });
      if (permit.refused) throw new Error('nobody gave a deadline');
      permit.done(await send({ cost, lane: undefined }));
    }
  };
  for (let count = 0; count < 200; count++) void worker();
  await simulation.until(milliseconds);
  return { tally, milliseconds, share: row.share(tally, milliseconds, way.skew) };
}
