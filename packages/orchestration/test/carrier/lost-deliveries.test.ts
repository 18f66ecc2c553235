import { carrying, type EffectNotice } from '@dist/orchestration/carrier';
import { createRuntime, memoryJournal, type Runtime } from '@dist/orchestration/runtime';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { events, setting } from '../runtime-setting.ts';
import { captured, order } from '../sample.ts';

/** What befalls a queue: a number says which of its notices, and which of two workers. */
const mishap = fc.oneof(
  fc.record({ what: fc.constant('deliver' as const), which: fc.nat(), keep: fc.boolean() }),
  fc.record({ what: fc.constant('lose' as const), which: fc.nat(), keep: fc.constant(false) }),
  fc.record({ what: fc.constant('wait' as const), which: fc.integer({ min: 1, max: 90 }), keep: fc.constant(false) }),
);

describe('deliveries', () => {
  it('R19 may be lost, come twice, late and in any order: a sweep ends what they began, and nothing happens twice', async () => {
    const runs = fc.record({
      mishaps: fc.array(mishap, { maxLength: 40 }),
      answersLost: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    });
    await fc.assert(fc.asyncProperty(runs, live), { numRuns: 60 });
  });
});

async function live({ mishaps, answersLost }: { mishaps: Mishap[]; answersLost: boolean[] }): Promise<void> {
  const queue: EffectNotice[] = [];
  const journal = carrying(memoryJournal(), { offer: async (notices) => void queue.push(...notices) });
  const good = outside().performers;
  const lost = [...answersLost];
  const set = setting(
    {
      'erp.submit': async (effect, context) => {
        const [reference, times] = [effect.body.request.part.externalReference, set.world.erpOrders];
        times.set(reference, (times.get(reference) ?? 0) + 1);
        if (lost.pop()) throw new Error('the line went dead');
        return good['erp.submit'](effect, context);
      },
    },
    { journal },
  );
  const other = createRuntime({ ...set.options, worker: 'other' });
  const ids = ['A', 'B', 'C'].map((number) => `northfield/${number}`);
  for (const [index, id] of ids.entries())
    await set.runtime.dispatch({ id, events: events(captured(order(undefined, { number: 'ABC'.charAt(index) }))) });
  const atWork: Promise<unknown>[] = [];
  for (const { what, which, keep } of mishaps) {
    if (what === 'wait') set.later(which);
    else if (queue.length > 0) {
      const [notice] = queue.splice(which % queue.length, 1);
      if (notice !== undefined && keep) queue.push(notice);
      if (notice !== undefined && what === 'deliver') atWork.push(workerOf(which).perform(notice.key));
      if (which % 3 > 0) await Promise.all(atWork.splice(0));
    }
  }
  await Promise.all(atWork);
  await sweep();
  expect([...set.world.erpOrders].sort()).toEqual(ids.map((id) => [id.replace('/', '.'), 1]));
  expect([...set.world.mailbox].map(([document, { times }]) => [document, times]).sort()).toEqual(
    ids.map((id) => [`${id}/855`, 1]),
  );

  function workerOf(which: number): Runtime {
    return which % 2 === 0 ? set.runtime : other;
  }

  /** What a worker without any queue would do, until nothing is in the outbox. */
  async function sweep(): Promise<void> {
    for (let round = 0; round < 60; round++) {
      if ((await set.runtime.work()) === 0) set.later(30);
      if ((await set.journal.depth('9')).length === 0) return;
    }
  }
}

type Mishap = { what: 'deliver' | 'lose' | 'wait'; which: number; keep: boolean };
