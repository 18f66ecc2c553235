import { defaultPolicy, phase, replay } from '@dist/orchestration';
import {
  archiveOrders,
  createRuntime,
  type Journal,
  loadOrder,
  memoryJournal,
  type Outcome,
  type RuntimeOptions,
} from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { deliveryOf, outgoing } from './outside.ts';
import { capture, entry, events, id, known, type Setting, setting, submit } from './runtime-setting.ts';
import { accepted, captured, enriched, invoice, order, shipment } from './sample.ts';

const never = () => new Promise<Outcome>(() => undefined);
const hold = (name: string) => events({ type: 'hold.placed', hold: name, reason: 'r', key: `hold/${name}` });

/** A journal in memory that counts how often an order was loaded. */
function counted() {
  const store = memoryJournal();
  const loads: string[] = [];
  const load: Journal['load'] = (order) => {
    loads.push(order);
    return store.load(order);
  };
  return { journal: { ...store, load }, loads };
}

describe('what a runtime remembers', () => {
  it('an order is loaded once, however many events it has', async () => {
    const { journal, loads } = counted();
    const set = setting({}, { journal });
    await capture(set);
    await set.settle();
    expect(phase(await known(set))).toBe('fulfilling');
    // Once by the runtime, before its first event, and once by this test.
    expect(loads).toEqual([id, id]);
  });

  it('the order that was used least recently is forgotten when there are too many', async () => {
    const { journal, loads } = counted();
    const { runtime } = setting({}, { journal, cache: 2 });
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) {
      await runtime.dispatch({ id: name, events: hold(`${loads.length}/${name}`) });
    }
    expect(loads).toEqual(['a', 'b', 'c', 'b']);
  });

  it('R29 an order that another worker has abandoned is not worked on, though this one remembers it', async () => {
    const set = setting();
    await capture(set);
    await set.runtime.work();
    const other = createRuntime({ ...set.options, worker: 'other' });
    await other.dispatch({ id, events: events({ type: 'operator.abandoned', by: 'p', reason: 'r', key: 'x' }) });
    await set.settle();
    expect([...set.world.erpOrders]).toEqual([]);
  });

  it('a state that another worker has moved on is not written over', async () => {
    const set = setting();
    await set.runtime.dispatch({ id, events: hold('a') });
    const other = createRuntime({ ...set.options, worker: 'other' });
    await other.dispatch({ id, events: hold('b') });
    await set.runtime.dispatch({ id, events: hold('c') });
    expect(Object.keys((await known(set)).holds).sort()).toEqual(['a', 'b', 'c']);
  });

  it.each([1, 3, 32])('stores a snapshot each %i entries, and the state is the same', async (snapshotEvery) => {
    const set = setting({}, { snapshotEvery });
    const told = Array.from({ length: 40 }, (_, index) => hold(`h${index}`)).flat();
    let longest = 0;
    for (const event of told) {
      await set.runtime.dispatch({ id, events: [event] });
      longest = Math.max(longest, (await set.journal.load(id))?.log.length ?? 0);
    }
    expect(longest).toBe(snapshotEvery - 1);
    expect(await known(set)).toEqual(replay(id, told, defaultPolicy));
  });
});

describe('stop', () => {
  it('waits for what was begun and begins nothing more', async () => {
    const answers: (() => void)[] = [];
    const set = setting({
      'order.enrich': async () => {
        await new Promise<void>((resolve) => answers.push(resolve));
        return { failure: { class: 'transport', code: 'c', message: 'm' } };
      },
    });
    await capture(set);
    const working = set.runtime.work();
    await until(() => answers.length === 1);
    let hasStopped = false;
    const stopped = set.runtime.stop({ graceMs: 60_000 }).then(() => {
      hasStopped = true;
    });
    set.later(3600 * 48);
    expect([await set.runtime.work(), await set.runtime.fireTimers(), hasStopped]).toEqual([0, 0, false]);
    expect(await set.runtime.accepts()).toBe(false);
    for (const answer of answers) answer();
    await stopped;
    expect([await working, hasStopped]).toEqual([1, true]);
    expect(await entry(set, `${id}/enrich`)).toMatchObject({ status: 'issued', attempt: 2 });
  });

  it('R19 aborts after the grace what still runs: a submit is then in doubt', async () => {
    const signals: AbortSignal[] = [];
    const set = setting({
      'erp.submit': (_, { signal }) => {
        signals.push(signal);
        return never();
      },
    });
    await capture(set);
    await set.runtime.work();
    const working = set.runtime.work();
    await until(() => signals.length === 1);
    expect(signals[0]?.aborted).toBe(false);
    await set.runtime.stop({ graceMs: 0 });
    await working;
    // It is the stop that ended it, not the time that it may take.
    expect(String(signals[0]?.reason)).toContain('The runtime stops');
    expect(await entry(set, submit)).toMatchObject({ status: 'inDoubt' });
  });

  it('gives back what it was given while it stopped, as if it had not been claimed', async () => {
    const store = memoryJournal();
    const claim: Journal['claim'] = async (request) => {
      const claims = await store.claim(request);
      if (request.worker === 'w') void set.runtime.stop();
      return claims;
    };
    const set: Setting = setting({}, { journal: { ...store, claim } });
    await capture(set);
    expect(await set.runtime.work()).toBe(0);
    const again = await store.claim({ now: set.options.clock(), worker: 'x', limit: 9, lease: 1000 });
    expect(again.map(({ effect, reclaimed }) => [effect.key, reclaimed])).toEqual([[`${id}/enrich`, false]]);
  });

  it('commits events that are brought meanwhile', async () => {
    const set = setting();
    await set.runtime.stop();
    await capture(set);
    expect(phase(await known(set))).toBe('captured');
  });
});

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !isSo(); turn++) await Promise.resolve();
}

describe('pressure', () => {
  const lane = 'partner:northfield';

  it('tells how much is due and since when; a runtime with too much of it accepts nothing', async () => {
    const set = setting({}, { mostWaiting: 2 });
    expect(await set.runtime.pressure()).toEqual({ waiting: 0 });
    const later = new Date(Date.parse(set.options.clock()) + 5000).toISOString();
    const effects = ['a', 'b', 'c'].map((key) => ({
      ...deliveryOf(key),
      lane,
      notBefore: key === 'c' ? later : deliveryOf(key).notBefore,
    }));
    await set.journal.append({ effects, documents: ['a', 'b', 'c'].map((key) => outgoing(key, key, '1')) });
    expect(await set.runtime.pressure()).toEqual({ waiting: 2, oldest: deliveryOf('a').notBefore });
    expect(await set.runtime.accepts()).toBe(true);
    set.later(5);
    expect(await set.runtime.pressure()).toMatchObject({ waiting: 3 });
    expect(await set.runtime.accepts()).toBe(false);
    await set.settle();
    set.later(1);
    expect(await set.runtime.accepts()).toBe(true);
  });

  it('is counted once in a second at most, however often it is asked', async () => {
    const store = memoryJournal();
    let counts = 0;
    const depth: Journal['depth'] = (now) => {
      counts++;
      return store.depth(now);
    };
    const set = setting({}, { journal: { ...store, depth }, mostWaiting: 2 });
    await Promise.all([1, 2, 3].map(() => set.runtime.accepts()));
    set.later(0.999);
    await set.runtime.accepts();
    expect(counts).toBe(1);
    set.later(0.001);
    await set.runtime.accepts();
    expect(counts).toBe(2);
  });
});

describe('times that do not fit together are refused', () => {
  it.each<[string, Partial<RuntimeOptions>, string]>([
    ['a performer as slow as its claim', { lease: 9000, timeout: 9000 }, 'less than the lease'],
    ['one performer that is', { lease: 20_000, timeouts: { 'document.deliver': 20_000 } }, 'document.deliver'],
    ['a submit that may land after its look-up', { timeouts: { 'erp.submit': 10_001 } }, 'land after the look-up'],
    ['no time at all', { timeout: 0 }, 'needs time'],
    ['no snapshot ever', { snapshotEvery: 0 }, 'snapshotEvery'],
    ['a cache of less than nothing', { cache: -1 }, 'cache'],
    ['less than nothing waiting', { mostWaiting: -1 }, 'mostWaiting'],
  ])('%s', (_, options, message) => {
    expect(() => setting({}, options)).toThrow(RangeError);
    expect(() => setting({}, options)).toThrow(message);
  });

  it.each<[string, Partial<RuntimeOptions>]>([
    ['a slow delivery within its claim', { timeouts: { 'document.deliver': 59_999 } }],
    ['a submit as slow as its look-up', { timeouts: { 'erp.submit': 10_000 } }],
  ])('but not %s', (_, options) => {
    expect(() => setting({}, options)).not.toThrow();
  });
});

describe('limits of lanes', () => {
  it('hold for all that the runtime claims', async () => {
    const set = setting({ 'document.deliver': async () => ({}) }, { limits: [{ lane: 'partner:*', concurrency: 1 }] });
    await set.journal.append({ effects: ['a', 'b'].map((key) => deliveryOf(key)) });
    expect([await set.runtime.work(), await set.runtime.work(), await set.runtime.work()]).toEqual([1, 1, 0]);
  });

  it('may come from who is told how each call has ended', async () => {
    const told: unknown[] = [];
    const failure = { class: 'transport', code: 'c', message: 'm' } as const;
    const limits: RuntimeOptions['limits'] = {
      limits: async () => (told.length > 0 ? [{ lane: 'partner:northfield', paused: true }] : []),
      report: (lane, ended) => void told.push([lane, ended?.class]),
    };
    const set = setting({ 'document.deliver': async () => ({ failure }) }, { limits });
    await set.journal.append({ effects: [deliveryOf('a')] });
    await set.runtime.work();
    set.later(3600);
    expect(await set.runtime.work()).toBe(0);
    expect(told).toEqual([['partner:northfield', 'transport']]);
  });
});

describe('R04 archiveOrders', () => {
  async function closed() {
    const set = setting();
    await capture(set);
    await set.runtime.dispatch({ id, events: events({ type: 'operator.abandoned', by: 'p', reason: 'r', key: 'x' }) });
    await set.settle();
    set.later(3600);
    return { set, closedBefore: set.options.clock() };
  }

  it('gives an order to the archive, then drops its log', async () => {
    const { set, closedBefore } = await closed();
    const kept: unknown[] = [];
    const state = await known(set);
    const sink = async (one: object) => void kept.push(one);
    expect(await archiveOrders(set.options, { closedBefore, sink })).toBe(1);
    expect(kept).toMatchObject([{ id, version: 2, state, events: [{ type: 'order.captured' }, { key: 'x' }] }]);
    expect(await set.journal.load(id)).toEqual({ version: 2, snapshot: state, log: [] });
    expect(await loadOrder(set.journal, id, defaultPolicy)).toEqual({ version: 2, state });
  });

  it('drops nothing that the archive has not kept', async () => {
    const { set, closedBefore } = await closed();
    const sink = async () => {
      throw new Error('the archive is full');
    };
    await expect(archiveOrders(set.options, { closedBefore, sink })).rejects.toThrow('the archive is full');
    expect((await set.journal.load(id))?.log).toHaveLength(2);
  });

  it('leaves an order whole that moved on while the archive kept it', async () => {
    const { set, closedBefore } = await closed();
    const sink = async () => void (await set.runtime.dispatch({ id, events: hold('late') }));
    expect(await archiveOrders(set.options, { closedBefore, sink })).toBe(0);
    expect((await set.journal.load(id))?.log).toHaveLength(3);
  });

  it('takes no order that is open, or closed too recently', async () => {
    const { set } = await closed();
    await set.runtime.dispatch({
      id: 'northfield/PO-2',
      events: events(captured(order(undefined, { number: 'PO-2' }))),
    });
    const before = new Date(Date.parse(set.options.clock()) - 3_600_001).toISOString();
    const sink = async () => undefined;
    expect(await archiveOrders(set.options, { closedBefore: before, sink })).toBe(0);
    expect(await archiveOrders(set.options, { closedBefore: set.options.clock(), sink })).toBe(1);
  });
});

it('timers of one order that are due together are one commit', async () => {
  const set = setting();
  const goods = [shipment('S1', [['1', '24']]), invoice('I1', [['1', '24']])];
  await set.runtime.dispatch({ id, events: events(captured(), enriched(), accepted(), ...goods) });
  const due = await set.journal.due('9', 10);
  expect(due.length).toBeGreaterThan(1);
  set.later(60 * 24 * 3600);
  expect(await set.runtime.fireTimers()).toBe(due.length);
  expect((await set.journal.load(id))?.version).toBe(2);
  expect(Object.keys((await known(set)).breaches)).toHaveLength(due.length);
});

it('R19 a submit has ended before its look-up, also under an old policy that looks up sooner than the new one', async () => {
  const signals: AbortSignal[] = [];
  const old = { ...defaultPolicy, version: 'old', retry: { ...defaultPolicy.retry, lookUpAfterSeconds: 0.002 } };
  const policies = { old, new: { ...defaultPolicy, version: 'new' } };
  let newest: keyof typeof policies = 'new';
  const policy = (version: string | undefined) => (version === 'old' ? old : policies[newest]);
  const submits = async (_: unknown, { signal }: { readonly signal: AbortSignal }) => {
    signals.push(signal);
    return never();
  };
  const set = setting({ 'erp.submit': submits }, { policy });
  newest = 'old';
  await capture(set);
  await set.settle();
  expect((await set.state())?.policy).toBe('old');
  expect(String(signals[0]?.reason)).toContain('No answer in 2 ms');
});
