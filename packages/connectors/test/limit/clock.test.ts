import { describe, expect, it } from 'vitest';
import { type Limit, limiter } from '../../src/limits.ts';
import { network } from './network.ts';
import { Simulation, seeded } from './simulation.ts';
import { strictRate, strictSliding } from './strict-vendors.ts';

const rows: readonly { name: string; limit: Limit; vendor: typeof strictRate }[] = [
  {
    name: 'rate',
    limit: { kind: 'rate', requests: 10, seconds: 1, burst: 20 },
    vendor: (_, __, works) => strictRate(10, 20, works),
  },
  {
    name: 'window',
    limit: { kind: 'window', requests: 300, seconds: 30, span: 'sliding' },
    vendor: (_, __, works) => strictSliding(300, 30, works),
  },
];

const hour = 3_600_000;

describe('a clock that is set while requests wait', () => {
  for (const { name, limit, vendor } of rows)
    it.each([
      ['back by an hour', -hour],
      ['ahead by an hour', hour],
      ['back by half a second', -500],
    ])(`limit of kind ${name}: %s, next to nothing is rejected and nothing stands still`, async (_, jump) => {
      const simulation = new Simulation();
      const random = seeded(5);
      const { tally, send } = network(
        simulation,
        vendor(10, 20, () => 50),
        { latency: () => 5 + 100 * random() },
      );
      let set = 0;
      const subject = limiter([limit], {
        now: () => simulation.now + set,
        timer: (callback, wait) => simulation.after(wait, callback),
        random,
      });
      const worker = async () => {
        for (;;) {
          const permit = await subject.acquire();
          if (!permit.refused) permit.done(await send({ cost: 1, lane: undefined }));
        }
      };
      for (let count = 0; count < 50; count++) void worker();
      await simulation.until(120_000);
      set = jump;
      await simulation.until(300_000);
      expect(tally.rejected.length).toBeLessThanOrEqual(jump > 0 ? 2 : 0);
      expect(tally.accepted.filter(({ at }) => at > 180_000).length).toBeGreaterThan(0.85 * 10 * 120);
    });

  it('a deadline is one of the wall clock even where the other clock counts from zero', async () => {
    const simulation = new Simulation();
    const subject = limiter([{ kind: 'concurrency', requests: 1 }], {
      now: () => 1_700_000_000_000 + simulation.now,
      monotonic: () => simulation.now,
      timer: (callback, wait) => simulation.after(wait, callback),
    });
    await subject.acquire();
    const second = subject.acquire({ deadline: 1_700_000_005_000 });
    await simulation.until(5000);
    expect(await second).toMatchObject({ refused: true });
  });
});
