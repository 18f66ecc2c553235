import { memoryJournal } from '@dist/orchestration/runtime';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BatchWorld,
  batchWorld,
  begin,
  billed,
  hourly,
  type Mailbox,
  numbers,
  windowEnds,
} from './batch-world.ts';
import { type CrashPoint, mortal } from './crash-points.ts';

const batches = [{ ...hourly, maximumSets: 2 }];
const all = numbers(5);
const lane = { lanes: ['partner:northfield'] };

/** The same work on the same journal, by a process that ends at the point; true when it came to that. */
async function workUntil(world: BatchWorld, point: CrashPoint, limit: number): Promise<boolean> {
  const process = mortal(world.journal, world.mailbox, point);
  const options = { transport: { put: process.put } };
  const { worker } = batchWorld({ batches, journal: world.journal, mailbox: world.mailbox, time: world.time, options });
  const runtime = worker('mortal', process.journal);
  try {
    while ((await runtime.work({ limit, ...lane })) > 0);
    if (world.time.now < windowEnds) world.time.now = windowEnds;
    while ((await runtime.work({ limit, ...lane })) > 0);
  } catch (error) {
    if (!process.isDead()) throw error;
  }
  return process.isDead();
}

/** Seconds after which others look again: leases run out, attempts come again, and an hour later the next window ends. */
const later = [61, 70, 130, 300, 700, 1400, 3600, 3670, 4400];

/** What is left is done by others. */
async function takeOver(world: BatchWorld): Promise<void> {
  const from = Math.max(Date.parse(world.time.now), Date.parse(windowEnds));
  for (const seconds of later) {
    world.time.now = new Date(from + seconds * 1000).toISOString();
    await world.settle();
  }
}

async function expectEachOnce(world: BatchWorld): Promise<void> {
  const interchanges = world.interchanges();
  expect(interchanges.flatMap((interchange) => billed(interchange).flat()).sort()).toEqual([...all].sort());
  const controls = interchanges.map(({ header }) => header.controlNumber);
  expect(new Set(controls).size).toBe(controls.length);
  for (const number of all) expect(await world.status(number)).toMatchObject({ status: 'done' });
}

describe('R12 R14 a process that ends while it gathers, freezes or sends', () => {
  it('at any step, before or after it, leaves each set in one interchange, with the same bytes when they go again', async () => {
    let points = 0;
    for (const limit of [1, 16]) {
      for (let step = 1, reached = true; reached; step++) {
        reached = false;
        for (const when of ['before', 'after'] as const) {
          const world = batchWorld({ batches });
          await world.post(all);
          const died = await workUntil(world, { step, when }, limit);
          reached ||= died;
          points += died ? 1 : 0;
          await takeOver(world);
          await expectEachOnce(world);
          expect(world.interchanges().length).toBeLessThanOrEqual(5);
        }
      }
    }
    expect(points).toBeGreaterThan(50);
  });
});

describe('R14 several workers at one batch', () => {
  it('make the same interchanges of it, whoever is faster', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(3)), fc.integer({ min: 2, max: 4 }), async (waits, count) => {
        const journal = slow(waits);
        const world = batchWorld({ batches, journal });
        await world.post(all);
        const mailbox: Mailbox = world.mailbox;
        const workers = Array.from({ length: count }, (_, index) => {
          const other = batchWorld({ batches, journal, mailbox, time: world.time });
          return other.worker(`w${index}`);
        });
        const settleAll = () =>
          Promise.all(
            workers.map(async (runtime) => {
              while ((await runtime.work({ limit: 2, ...lane })) > 0);
            }),
          );
        world.time.now = begin;
        await settleAll();
        world.time.now = windowEnds;
        await settleAll();
        await takeOver(world);
        await expectEachOnce(world);
        const sizes = world.interchanges().map((interchange) => billed(interchange).flat().length);
        expect(sizes.sort()).toEqual([1, 2, 2]);
      }),
      { numRuns: 25 },
    );
  });
});

/** A journal whose answers take some turns of the event loop. */
function slow(waits: Iterator<number>) {
  const journal = memoryJournal();
  const wait = async () => {
    for (let turns = waits.next().value ?? 0; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...journal,
    append: async (batch: Parameters<typeof journal.append>[0]) => {
      await wait();
      const result = await journal.append(batch);
      await wait();
      return result;
    },
    mark: async (key: string) => {
      await wait();
      const mark = await journal.mark(key);
      await wait();
      return mark;
    },
  };
}
