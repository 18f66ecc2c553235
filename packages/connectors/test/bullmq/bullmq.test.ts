import { type BullmqJob, bullmqCarrier, type bullmqDelivery } from '@dist/connectors/node/bullmq';
import type { EffectCarrier, EffectNotice } from '@dist/orchestration/carrier';
import type { Runtime } from '@dist/orchestration/runtime';
import { describe, expect, expectTypeOf, it } from 'vitest';

const now = '2026-03-02T08:00:00.000Z';
const notice: EffectNotice = {
  key: 'northfield/1/855',
  attempt: 2,
  lane: 'erp:e',
  class: 'nearRealTime',
  notBefore: now,
};

async function jobOf(more: Partial<EffectNotice>): Promise<BullmqJob | undefined> {
  const jobs: BullmqJob[] = [];
  const addBulk = async (added: BullmqJob[]) => jobs.push(...added);
  await bullmqCarrier({ addBulk, close: async () => undefined }, { clock: () => now }).offer([{ ...notice, ...more }]);
  return jobs[0];
}

describe('a job of BullMQ', () => {
  it('has the key of an effect and its attempt, and nothing that the effect holds', async () => {
    expect(await jobOf({})).toEqual({
      name: 'erp:e',
      data: { key: 'northfield/1/855', attempt: 2 },
      opts: {
        jobId: 'northfield/1/855@2',
        delay: 0,
        priority: 2,
        attempts: 5,
        backoff: { type: 'exponential', delay: 1000 },
        removeOnComplete: true,
        removeOnFail: true,
      },
    });
  });

  it.each([
    ['waits until the effect may start', { notBefore: '2026-03-02T08:00:01.500Z' }, { delay: 1500 }],
    ['does not wait for what is overdue', { notBefore: '2026-03-01T08:00:00.000Z' }, { delay: 0 }],
    ['goes first when it is wanted at once', { class: 'realTime' }, { priority: 1 }],
    ['goes last when it is wanted some day', { class: 'batch' }, { priority: 3 }],
    ['has an id without colons, and one of its own', { key: 'a:b%3A' }, { jobId: 'a%3Ab%253A@2' }],
  ] as const)('%s', async (_, more, opts) => {
    expect((await jobOf(more))?.opts).toMatchObject(opts);
  });
});

describe('the types', () => {
  it('are those of a carrier and of a runtime', () => {
    expectTypeOf(bullmqCarrier).returns.toExtend<EffectCarrier>();
    expectTypeOf<Runtime>().toExtend<Parameters<typeof bullmqDelivery>[0]>();
  });
});
