import { defaultPolicy, phase } from '@dist/orchestration';
import { createRuntime, memoryJournal, OrderFault, type RuntimeOptions } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { capture, entry, events, id, known, setting, submit } from './runtime-setting.ts';
import { captured, order } from './sample.ts';

const second = captured(order(undefined, { number: 'PO-2' }));
const other = 'northfield/PO-2';
const next: RuntimeOptions['policy'] = { ...defaultPolicy, version: 'next' };
const late = 30 * 24 * 3600;

/** An order that was taken under the default policy, in the hands of a process that knows only the next one. */
async function stranded(more: Partial<RuntimeOptions> = {}) {
  const set = setting({}, { journal: memoryJournal() });
  await capture(set);
  const faults: OrderFault[] = [];
  const onFault = (fault: OrderFault) => void faults.push(fault);
  const runtime = createRuntime({ ...set.options, policy: next, worker: 'next', onFault, ...more });
  return { ...set, runtime, old: set.runtime, faults };
}

describe('an order that a process cannot move', () => {
  it('is told as a fault of that order, with what to do', async () => {
    const { runtime } = await stranded();
    const end = runtime.dispatch({ id, events: events({ type: 'hold.placed', hold: 'h', reason: 'r', key: 'h' }) });
    await expect(end).rejects.toThrow(OrderFault);
    await expect(end).rejects.toThrow(
      `order ${id} stands still here: it is pinned to policy ${defaultPolicy.version}, and only next is here: give as policy a function`,
    );
  });

  it('does not keep work from the others, and loses nothing', async () => {
    const { runtime, old, faults, settle, ...set } = await stranded();
    await runtime.dispatch({ id: other, events: events(second) });
    expect(await runtime.work()).toBe(2);
    expect(faults.map(({ order }) => order)).toEqual([id]);
    while ((await runtime.work()) > 0);
    expect([...set.world.erpOrders.keys()]).toEqual(['northfield.PO-2']);
    set.later(61);
    await settle();
    expect(phase(await known({ ...set, runtime: old, settle }))).toBe('fulfilling');
    expect(await entry({ ...set, runtime: old, settle }, submit)).toMatchObject({ status: 'done' });
  });

  it('makes work reject after all others have ended, when nobody is told', async () => {
    const { runtime, world } = await stranded({ onFault: undefined });
    await runtime.dispatch({ id: other, events: events(second) });
    await expect(runtime.work()).rejects.toThrow(OrderFault);
    while ((await runtime.work()) > 0);
    expect([...world.erpOrders.keys()]).toEqual(['northfield.PO-2']);
  });

  it('does not keep timers from the others, however few are asked for', async () => {
    const { runtime, faults, journal, later } = await stranded();
    await runtime.dispatch({ id: other, events: events(second) });
    later(late);
    const one = await runtime.fireTimers(1);
    const two = await runtime.fireTimers(1);
    expect([one, two]).toEqual([1, 1]);
    expect(faults.map(({ order }) => order)).toEqual([id]);
    const waiting = await journal.due('2026-12-31T00:00:00.000Z', 100);
    expect(waiting.map((timer) => timer.id)).toContain(id);
    expect(waiting.map((timer) => timer.id)).not.toContain(other);
  });

  it('is tried again after a minute', async () => {
    const { runtime, faults, later } = await stranded();
    later(late);
    await runtime.fireTimers();
    await runtime.fireTimers();
    expect(faults).toHaveLength(1);
    later(60);
    await runtime.fireTimers();
    expect(faults).toHaveLength(2);
  });
});
