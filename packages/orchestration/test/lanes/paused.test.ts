import { defaultPolicy, type Note, type Policy, phase } from '@dist/orchestration';
import {
  createRuntime,
  laneGuard,
  loadOrder,
  memoryJournal,
  type Performers,
  type SwitchChange,
  writeSwitch,
} from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { order } from '../sample.ts';

const id = 'northfield/PO-1';
const switchOf = (flow: 'running' | 'paused' | 'draining', what: 'partner' | 'erp', name: string): SwitchChange => ({
  ...{ what, id: name, flow, by: 'pat', reason: 'maintenance', at: '2026-03-02T08:00:00.000Z' },
});

describe('R29 what an operator stops', () => {
  it('documents of a paused partner keep falling due, the breach is told, and they leave when it is resumed', async () => {
    const house = await houseWith(switchOf('paused', 'partner', 'northfield'));
    await house.workAll();
    expect(house.done).toEqual([`${id}/enrich`, `${id}/erp.submit/1`]);
    house.time.now = '2026-03-03T08:00:00.000Z';
    await house.runtime.fireTimers();
    expect(house.notes).toContain('855 is overdue: due 2026-03-03T08:00:00.000Z');
    await house.set(switchOf('running', 'partner', 'northfield'));
    await house.workAll();
    expect(house.done.slice(2)).toEqual([`${id}/855`]);
  });

  it('an ERP that is drained gets no new order, and that order is not lost', async () => {
    const house = await houseWith(switchOf('draining', 'erp', 'erp'));
    await house.workAll();
    expect(house.done).toEqual([`${id}/enrich`]);
    expect(await house.phase()).toBe('submitting');
    await house.set(switchOf('running', 'erp', 'erp'));
    await house.workAll();
    expect(house.done.slice(1)).toEqual([`${id}/erp.submit/1`, `${id}/855`]);
  });

  it('a call that fails opens the breaker of its lane; after its time one call is tried', async () => {
    const breaker = { windowSeconds: 60, minimumCalls: 1, failureRatio: 1, openSeconds: 600, trialCalls: 1 };
    const policy = { ...defaultPolicy, work: { ...defaultPolicy.work, breaker } };
    const failure = { class: 'transport', code: 'refused', message: 'connection refused' } as const;
    let broken = true;
    const { performers } = outside();
    const house = await houseWith(undefined, policy, {
      'erp.submit': async (effect, context) => (broken ? { failure } : performers['erp.submit'](effect, context)),
    });
    await house.workAll();
    house.time.now = '2026-03-02T08:09:59.000Z';
    broken = false;
    await house.workAll();
    expect(house.done).toEqual([`${id}/enrich`, `${id}/erp.submit/1`]);
    house.time.now = '2026-03-02T08:10:00.000Z';
    await house.workAll();
    expect(house.done.slice(2)).toEqual([`${id}/erp.submit/1`, `${id}/855`]);
  });
});

/** A runtime with one order, and a record of what its performers were asked. */
async function houseWith(
  first: SwitchChange | undefined,
  policy: Policy = defaultPolicy,
  more: Partial<Performers> = {},
) {
  const journal = memoryJournal();
  const done: string[] = [];
  const notes: string[] = [];
  const set = (change: SwitchChange) => writeSwitch(journal, change, policy.work);
  const { performers } = outside({ 'document.send': async () => ({}), ...more });
  const watched = Object.entries(performers).map(([type, performer]) => [
    type,
    (effect: { readonly key: string }, context: never) => {
      done.push(effect.key);
      return performer(effect as never, context);
    },
  ]);
  const time = { now: '2026-03-02T08:00:00.000Z' };
  const runtime = createRuntime({
    journal,
    policy,
    performers: Object.fromEntries(watched),
    clock: () => time.now,
    worker: 'w',
    limits: laneGuard({ journal, policy }),
    onNote: (note: Note) => notes.push(note.message),
  });
  const house = {
    time,
    runtime,
    done,
    notes,
    set,
    workAll: async () => {
      while ((await runtime.work()) > 0);
    },
    phase: async () => {
      const stored = await loadOrder(journal, id, policy);
      return stored && phase(stored.state);
    },
  };
  if (first !== undefined) await set(first);
  const captured = { type: 'order.captured', partner: 'northfield', order: order(), receivedAt: time.now } as const;
  await runtime.dispatch({ id, events: [{ ...captured, key: 'capture', at: time.now, v: 2 }] });
  return house;
}
