import fc from 'fast-check';
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
import { bigCommerceWindow, shopifyCost } from './vendor-limits.ts';

interface Subject {
  readonly limit: Limit;
  readonly vendor: (works: () => number) => StrictVendor;
}

const rate = fc.record({ requests: fc.integer({ min: 1, max: 50 }), burst: fc.integer({ min: 1, max: 60 }) }).map(
  ({ requests, burst }): Subject => ({
    limit: { kind: 'rate', requests, seconds: 1, burst },
    vendor: (works) => strictRate(requests, burst, works),
  }),
);
const sliding = fc.record({ requests: fc.integer({ min: 1, max: 40 }), seconds: fc.integer({ min: 1, max: 10 }) }).map(
  ({ requests, seconds }): Subject => ({
    limit: { kind: 'window', requests, seconds, span: 'sliding' },
    vendor: (works) => strictSliding(requests, seconds, works),
  }),
);
/** What holds for sliding windows holds for fixed ones that nobody told of. */
const untold = fc.record({ requests: fc.integer({ min: 1, max: 40 }), seconds: fc.integer({ min: 1, max: 10 }) }).map(
  ({ requests, seconds }): Subject => ({
    limit: { kind: 'window', requests, seconds, span: 'fixed' },
    vendor: (works) => strictFixed(requests, seconds, works),
  }),
);
const told = fc.record({ requests: fc.integer({ min: 1, max: 40 }), seconds: fc.integer({ min: 2, max: 10 }) }).map(
  ({ requests, seconds }): Subject => ({
    limit: { ...bigCommerceWindow, requests, seconds },
    vendor: (works) => strictFixed(requests, seconds, works),
  }),
);
const concurrency = fc.integer({ min: 1, max: 10 }).map(
  (requests): Subject => ({
    limit: { kind: 'concurrency', requests },
    vendor: (works) => strictConcurrency(requests, works),
  }),
);
const cost = fc
  .record({
    maximum: fc.integer({ min: 100, max: 2000 }),
    perSecond: fc.integer({ min: 20, max: 200 }),
    part: fc.double({ min: 0.1, max: 1, noNaN: true }),
  })
  .map(
    ({ maximum, perSecond, part }): Subject => ({
      limit: shopifyCost,
      vendor: (works) => strictCost(maximum, perSecond, works, (requested) => Math.ceil(requested * part)),
    }),
  );

/** Pauses before each request, in milliseconds: alone, in crowds, and in bursts between silences. */
const arrivals = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 500, max: 20_000 })),
  {
    minLength: 1,
    maxLength: 200,
    size: 'max',
  },
);

const kinds = { rate, sliding, untold, told, concurrency, cost };

describe('whatever comes whenever over whatever network', () => {
  for (const [name, subjects] of Object.entries(kinds))
    it(`a strict vendor of kind ${name} rejects nothing, all go in order, and no timer is left`, async () => {
      await fc.assert(
        fc.asyncProperty(
          subjects,
          arrivals,
          fc.integer({ min: 5, max: 2000 }),
          fc.integer(),
          async (subject, pauses, slowest, seed) => {
            const { rejected, order, waiting } = await run(subject, pauses, slowest, seed);
            expect(rejected).toEqual([]);
            expect(order).toEqual(pauses.map((_, index) => index));
            expect(waiting).toBe(0);
          },
        ),
        { numRuns: 25 },
      );
    });
});

async function run({ limit, vendor }: Subject, pauses: readonly number[], slowest: number, seed: number) {
  const simulation = new Simulation();
  const random = seeded(seed);
  const { tally, send } = network(
    simulation,
    vendor(() => 300 * random()),
    {
      latency: () => 1 + (slowest - 1) * random(),
      skew: 5000 * random(),
    },
  );
  const subject = limiter([limit], {
    now: () => simulation.now,
    timer: (callback, wait) => simulation.after(wait, callback),
    random,
  });
  const order: number[] = [];
  const one = async (index: number) => {
    const request = { cost: 1 + Math.floor(90 * random()), lane: undefined };
    const permit = await subject.acquire(request);
    order.push(index);
    if (!permit.refused) permit.done(await send(request));
  };
  const all = async () => {
    for (const [index, pause] of pauses.entries()) {
      await simulation.sleep(pause);
      void one(index);
    }
  };
  void all();
  await simulation.until(1e9);
  return { rejected: tally.rejected, order, waiting: simulation.waiting };
}
