import { defaultPolicy, type Note, type Policy, phase } from '@dist/orchestration';
import {
  createRuntime,
  type Journal,
  loadOrder,
  memoryJournal,
  type Outcome,
  type Performers,
} from '@dist/orchestration/runtime';
import type { StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { deliveryOf, outgoing, outside } from './outside.ts';
import { capture, entry, events, id, known, type Setting, setting, submit } from './runtime-setting.ts';
import { accepted, captured, done, enriched, invoice, order, shipment } from './sample.ts';

describe('dispatch', () => {
  it('tries again on the new state when another worker was faster', async () => {
    const store = memoryJournal();
    let loads = 0;
    const raced: Journal = {
      ...store,
      load: async (order) => {
        const stored = await store.load(order);
        loads++;
        // Another worker places a hold between this load and its append.
        if (loads === 1) await other.dispatch({ id, events: events({ type: 'hold.placed', hold: 'h', reason: 'r' }) });
        return stored;
      },
    };
    const other = setting({}, { journal: store }).runtime;
    const set = setting({}, { journal: raced });
    await capture(set);
    expect(Object.keys((await set.state())?.facts ?? {})).toEqual(['hold.placed/h', 'order.captured']);
    expect(set.notes.filter((type) => type === 'order.captured')).toHaveLength(1);
  });

  it('does not try for ever', async () => {
    const append: Journal['append'] = async () => ({ status: 'conflict', what: 'version', key: id });
    const set = setting({}, { journal: { ...memoryJournal(), append } });
    expect(await set.runtime.dispatch({ id, events: events(captured()) })).toMatchObject({ what: 'version' });
  });

  it('R03 answers a conflict of what comes with it, and commits and tells nothing', async () => {
    const set = setting();
    const batch = { marks: [{ key: 'isa/1', expected: undefined, value: 'hash' }] };
    await set.runtime.dispatch([], batch);
    const result = await set.runtime.dispatch({ id, events: events(captured()) }, batch);
    expect(result).toEqual({ status: 'conflict', what: 'mark', key: 'isa/1' });
    expect(await set.state()).toBeUndefined();
    expect(set.notes).toEqual([]);
  });

  it('brings several events to one order in one step, and several orders in one commit', async () => {
    const set = setting();
    const [first, second] = events(captured(), { type: 'hold.placed', hold: 'h', reason: 'r' });
    await set.runtime.dispatch([
      { id, events: first ? [first] : [] },
      { id: 'northfield/PO-2', events: events(captured(order(undefined, { number: 'PO-2' }))) },
      { id, events: second ? [second] : [] },
    ]);
    const stored = await loadOrder(set.journal, id, defaultPolicy);
    expect([stored?.version, Object.keys(stored?.state.facts ?? {})]).toEqual([1, ['order.captured', 'hold.placed/h']]);
    expect((await set.journal.load('northfield/PO-2'))?.version).toBe(1);
  });

  it('tells notes after the commit, not before', async () => {
    const store = memoryJournal();
    const log: string[] = [];
    const append: Journal['append'] = async (batch) => {
      const result = await store.append(batch);
      log.push('commit');
      return result;
    };
    const set = setting({}, { journal: { ...store, append }, onNote: ({ type }) => log.push(type) });
    await capture(set);
    expect(log).toEqual(['commit', 'order.captured', 'effect.issued', 'phase', 'deadline.set']);
  });

  it('tells notes that are complete: which event led to them, the numbers it told, lane and attempt of effects', async () => {
    const told: Note[] = [];
    const sla = { '855': { startsAt: 'received', hours: 24, owner: 'order desk', breachCost: '50' } } as const;
    const policy: Policy = { ...defaultPolicy, sla: { ...defaultPolicy.sla, ...sla } };
    const set = setting({}, { policy, onNote: (note) => told.push(note) });
    await capture(set);
    expect(told.find(({ type }) => type === 'order.captured')?.data).toMatchObject({
      event: 'capture',
      names: [{ kind: 'purchaseOrder', value: 'PO-1' }],
    });
    expect(told.find(({ type }) => type === 'effect.issued')?.data).toMatchObject({
      event: 'capture',
      lane: 'local',
      attempt: 1,
      effectType: 'order.enrich',
    });
    const deadline = { timer: '855', owner: 'order desk', breachCost: '50', currency: 'USD' };
    expect(told.find(({ type }) => type === 'deadline.set')?.data).toMatchObject(deadline);
    const stored: Note[] = [];
    for await (const note of set.journal.notes(id)) stored.push(note);
    expect(stored).toEqual(told);
    await set.settle();
    const sent = told.find(({ type, effect }) => type === 'effect.done' && effect === `${id}/855`);
    expect(sent?.data).toMatchObject({ document: '855', lane: 'partner:northfield', attempt: 1, since: told[0]?.at });
  });

  it('takes the policy that an order is pinned to', async () => {
    const versions: (string | undefined)[] = [];
    const policy = (version: string | undefined) => {
      versions.push(version);
      return { ...defaultPolicy, version: version ?? 'new' };
    };
    const set = setting({}, { policy });
    await capture(set);
    await set.runtime.dispatch({ id, events: events({ type: 'hold.placed', hold: 'h', reason: 'r' }) });
    expect(versions).toEqual([undefined, undefined, 'new']);
    expect((await set.state())?.policy).toBe('new');
  });
});

describe('work', () => {
  it('takes an order from capture to the answer, each effect once', async () => {
    const set = setting();
    await capture(set);
    await set.settle();
    expect(phase(await known(set))).toBe('fulfilling');
    expect([...set.world.erpOrders]).toEqual([['northfield.PO-1', 1]]);
    expect([...set.world.mailbox.keys()]).toEqual([`${id}/855`]);
    expect(await set.runtime.work()).toBe(0);
  });

  it('takes no more than it may, and only of its lanes', async () => {
    const set = setting();
    const effects = ['a', 'b', 'c'].map((key) => ({ ...deliveryOf(key), lane: key === 'c' ? 'other' : 'mine' }));
    await set.journal.append({ effects, documents: ['a', 'b', 'c'].map((key) => outgoing(key, key, '1')) });
    expect(await set.runtime.work({ limit: 1, lanes: ['mine'] })).toBe(1);
    expect(await set.runtime.work({ lanes: ['mine'] })).toBe(1);
    expect(await set.runtime.work({ lanes: ['mine'] })).toBe(0);
    expect(await set.runtime.work()).toBe(1);
  });

  const fails = (failure: Extract<Outcome, { failure: object }>['failure']) => async () => ({ failure });
  const throws = async () => {
    throw new Error('a fault of the performer');
  };

  it.each<[string, Partial<Performers>, string, object]>([
    [
      'a transport failure is tried again',
      { 'erp.submit': fails(failure('transport')) },
      submit,
      { status: 'issued', attempt: 2 },
    ],
    [
      'throttling is tried again',
      { 'erp.submit': fails(failure('throttled')) },
      submit,
      { status: 'issued', attempt: 2 },
    ],
    [
      'a wrong price waits for its owner',
      { 'erp.submit': fails(failure('pricing')) },
      submit,
      { status: 'parked', class: 'pricing' },
    ],
    ['a lost answer is in doubt', { 'erp.submit': fails(failure('inDoubt')) }, submit, { status: 'inDoubt' }],
    [
      'R19 a submit that throws may have happened',
      { 'erp.submit': throws },
      submit,
      { status: 'inDoubt', class: 'inDoubt' },
    ],
    [
      'an enrichment that throws is tried again',
      { 'order.enrich': throws },
      `${id}/enrich`,
      { status: 'issued', attempt: 2, class: 'system' },
    ],
  ])('%s', async (_, performers, key, expected) => {
    const set = setting(performers);
    await capture(set);
    await set.settle();
    expect(await entry(set, key)).toMatchObject(expected);
  });

  it.each([
    ['R19 found, the order goes on', true, 1],
    ['R19 not found, it is submitted again', false, 2],
  ])('a lost answer is looked up: %s', async (_, arrived, attempts) => {
    const erp = outside();
    const answers = [arrived, 'answered'];
    const set = setting({
      ...erp.performers,
      'erp.submit': async (effect, context) => {
        const answer = answers.shift();
        const outcome = answer === false ? undefined : await erp.performers['erp.submit'](effect, context);
        return answer === 'answered' && outcome ? outcome : { failure: failure('inDoubt') };
      },
    });
    await capture(set);
    await set.settle();
    expect(phase(await known(set))).toBe('inDoubt');
    for (let wait = 0; wait < 3; wait++) {
      set.later(10);
      await set.settle();
    }
    expect(phase(await known(set))).toBe('fulfilling');
    expect(await entry(set, submit)).toMatchObject({ status: 'done', attempt: attempts });
    expect([...erp.erpOrders]).toEqual([['northfield.PO-1', 1]]);
  });

  it('an order that the ERP has already, told before its submit left, is not submitted', async () => {
    const set = setting();
    await set.runtime.dispatch({ id, events: events(captured(), enriched(), accepted()) });
    set.later(3600);
    await set.settle();
    expect([...set.world.erpOrders]).toEqual([]);
    expect([...set.world.mailbox.keys()]).toEqual([`${id}/855`]);
  });

  it('an abandoned order does nothing more', async () => {
    const set = setting();
    await capture(set);
    await set.runtime.dispatch({ id, events: events({ type: 'operator.abandoned', by: 'p', reason: 'r' }) });
    await set.settle();
    expect([...set.world.erpOrders]).toEqual([]);
  });

  it('documents that are numbered at the same time get a number each', async () => {
    const set = setting();
    const orders = ['PO-1', 'PO-2', 'PO-3', 'PO-4', 'PO-5'].map((number) => order(undefined, { number }));
    for (const of of orders)
      await set.runtime.dispatch({
        id: `northfield/${of.number}`,
        events: events(captured(of), enriched(of), accepted()),
      });
    set.later(3600);
    await set.settle();
    const sent = [...set.world.mailbox.values()].flatMap(({ bytes }) => [...bytes]);
    expect(sent.map((text) => text.slice(0, 9)).sort()).toEqual([1, 2, 3, 4, 5].map((n) => `00000000${n}`));
  });

  it('R12 a document whose key is taken by other bytes waits for a person, nothing is lost', async () => {
    const set = setting();
    await set.journal.append({ documents: [outgoing(`${id}/855`, 'something else', '7')] });
    await capture(set);
    for (const _ of defaultPolicy.retry.backoffSeconds) {
      await set.settle();
      set.later(600);
    }
    await set.settle();
    expect(await entry(set, `${id}/855`)).toMatchObject({ status: 'parked', class: 'system' });
    expect(set.world.mailbox.size).toBe(0);
  });

  it('a performer that does not answer within its claim is not waited for', async () => {
    const set = setting({ 'erp.submit': () => new Promise<Outcome>(() => undefined) }, { lease: 2, timeout: 1 });
    await capture(set);
    await set.runtime.work();
    await set.runtime.work();
    expect(await entry(set, submit)).toMatchObject({ status: 'inDoubt' });
  });

  it('an answer that comes after the claim was lost still counts, and nothing is done twice', async () => {
    const answers: (() => void)[] = [];
    const book = outside();
    const set = setting({
      'erp.submit': async (effect, context) => {
        const outcome = await book.performers['erp.submit'](effect, context);
        await new Promise<void>((resolve) => answers.push(resolve));
        return outcome;
      },
    });
    await capture(set);
    await set.runtime.work();
    const slow = set.runtime.work();
    set.later(60);
    await createRuntime({ ...set.options, worker: 'other' }).work();
    expect(phase(await known(set))).toBe('inDoubt');
    for (const answer of answers) answer();
    await slow;
    set.later(60);
    await set.settle();
    expect(phase(await known(set))).toBe('fulfilling');
    expect([...book.erpOrders.values()]).toEqual([1]);
    expect(set.world.erpOrders.size).toBe(0);
  });

  it('when the journal fails all effects end before the failure is told', async () => {
    const store = memoryJournal();
    let ended = 0;
    const performers = {
      'document.deliver': async () => {
        await Promise.resolve();
        ended++;
        return {};
      },
    };
    await store.append({ effects: [deliveryOf('a'), deliveryOf('b')] });
    const append: Journal['append'] = async () => {
      throw new Error('the disk is full');
    };
    const set = setting(performers, { journal: { ...store, append } });
    await expect(set.runtime.work()).rejects.toThrow('the disk is full');
    expect(ended).toBe(2);
  });
});

describe('R23 documents of one order', () => {
  const fact = (...told: StoryEvent[]) => events(...told).map((event) => ({ ...event, key: `later/${event.key}` }));
  const early = () => fact(shipment('S1', [['1', '24']]), invoice('I1', [['1', '24']]));
  const documents = (number: string) => ['855', '856/S1', '810/I1'].map((name) => `northfield/${number}/${name}`);
  const send = outside().performers['document.send'];

  it('arrive in order though several workers take what there is, and the ERP told of goods and money first', async () => {
    // What is to arrive first takes longest.
    const ticks = { '855': 400, '856': 200, '810': 0, '865': 0 };
    const set = setting({
      'document.send': async (effect, context) => {
        for (let tick = 0; tick < ticks[effect.body.document]; tick++) await Promise.resolve();
        return send(effect, context);
      },
    });
    const numbers = ['PO-1', 'PO-2', 'PO-3'];
    for (const number of numbers) {
      const of = order(undefined, { number });
      await set.runtime.dispatch({
        id: `northfield/${number}`,
        events: [...events(captured(of), enriched(of)), ...early()],
      });
    }
    const workers = ['v', 'w', 'x'].map((worker) => createRuntime({ ...set.options, worker }));
    set.later(3600);
    for (let claimed = 1; claimed > 0; ) {
      const all = await Promise.all(workers.map((worker) => worker.work({ limit: 2 })));
      claimed = all.reduce((sum, count) => sum + count);
    }
    const arrived = [...set.world.mailbox.keys()];
    for (const number of numbers)
      expect(arrived.filter((key) => key.startsWith(`northfield/${number}/`))).toEqual(documents(number));
  });

  it('wait while the one before is tried again, and no longer when it waits for a person', async () => {
    const set = setting({
      'document.send': async (effect, context) =>
        effect.body.document === '855' ? { failure: failure('transport') } : send(effect, context),
    });
    await set.runtime.dispatch({ id, events: [...events(captured(), enriched(), accepted()), ...early()] });
    set.later(600);
    for (const wait of defaultPolicy.retry.backoffSeconds) {
      await set.settle();
      expect(set.world.mailbox.size).toBe(0);
      expect(await set.journal.next()).toBe(new Date(Date.parse(set.options.clock()) + wait * 1000).toISOString());
      set.later(wait);
    }
    await set.settle();
    expect(await entry(set, `${id}/855`)).toMatchObject({ status: 'parked', class: 'transport' });
    expect([...set.world.mailbox.keys()]).toEqual([`${id}/856/S1`, `${id}/810/I1`]);
  });
});

function failure(name: 'transport' | 'throttled' | 'pricing' | 'inDoubt') {
  return { class: name, code: name, message: `${name} happened` } as const;
}

describe('a delivery', () => {
  it('is tried again after a wait that grows to five minutes, until it arrives', async () => {
    let failures = 12;
    const set = setting({ 'document.deliver': async () => (failures-- > 0 ? { failure: failure('transport') } : {}) });
    await set.journal.append({ effects: [deliveryOf('a')] });
    const waits: number[] = [];
    for (let round = 0; round < 13; round++) {
      expect(await set.runtime.work()).toBe(1);
      const next = await set.journal.next();
      const wait = next === undefined ? 0 : (Date.parse(next) - Date.parse(set.options.clock())) / 1000;
      waits.push(wait);
      set.later(wait);
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300, 0]);
    expect(set.notes).toEqual(Array.from({ length: 12 }, () => 'effect.retry'));
    expect(await set.journal.next()).toBeUndefined();
  });
});

describe('timers', () => {
  it('fire when they are due and are seen once', async () => {
    const set = setting();
    await capture(set);
    expect(await set.runtime.fireTimers()).toBe(0);
    set.later(24 * 3600);
    expect(await set.runtime.fireTimers()).toBe(1);
    expect(await set.runtime.fireTimers()).toBe(0);
    expect(Object.keys((await set.state())?.breaches ?? {})).toEqual(['855']);
    expect(set.notes.filter((type) => type === 'sla.breached')).toHaveLength(1);
  });

  it('of a document that left in time do not fire', async () => {
    const set = setting();
    await capture(set);
    await set.settle();
    set.later(23 * 3600);
    await set.runtime.dispatch({
      id,
      events: events({
        type: 'acknowledgment.received',
        by: '997',
        document: `${id}/855`,
        status: 'accepted',
        codes: [],
      }),
    });
    set.later(24 * 3600);
    expect(await set.runtime.fireTimers()).toBe(0);
  });
});

describe('a worker that died', () => {
  /** A worker that claims what is due and is never heard of again. */
  async function die(set: Setting, lanes?: readonly string[]): Promise<void> {
    const now = set.options.clock();
    await set.journal.claim({ now, worker: 'w', limit: 100, lease: 60_000, lanes });
  }

  it('R19 a submit that it had is looked up, never run again blindly', async () => {
    const set = setting();
    await capture(set);
    await set.runtime.work();
    await die(set, ['erp:erp']);
    set.world.erpOrders.set('northfield.PO-1', 1);
    await set.runtime.recover();
    await set.settle();
    expect(await entry(set, submit)).toMatchObject({ status: 'inDoubt' });
    set.later(10);
    await set.settle();
    expect(phase(await known(set))).toBe('fulfilling');
    expect(set.world.erpOrders.get('northfield.PO-1')).toBe(1);
  });

  it('what may be done twice comes again and says so', async () => {
    const reclaimed: boolean[] = [];
    const set = setting({
      'document.deliver': async (_, context) => {
        reclaimed.push(context.reclaimed);
        return {};
      },
    });
    await set.journal.append({ effects: [deliveryOf('a')] });
    await die(set);
    expect(await set.runtime.work()).toBe(0);
    await set.runtime.recover();
    await set.settle();
    expect(reclaimed).toEqual([true]);
  });

  it('without recovery its effects come again when its claims run out', async () => {
    const set = setting();
    await capture(set);
    await die(set);
    set.later(59.999);
    expect(await set.runtime.work()).toBe(0);
    set.later(0.001);
    await set.settle();
    expect(phase(await known(set))).toBe('fulfilling');
  });
});

it('a performer is told its attempt, its key and the policy of the order', async () => {
  const seen: unknown[] = [];
  const set = setting({
    'erp.submit': async (effect, { key, attempt, policy, signal }) => {
      seen.push([key, attempt, policy.version, signal.aborted, effect.order]);
      return { failure: failure('transport') };
    },
  });
  await capture(set);
  await set.settle();
  set.later(60);
  await set.settle();
  expect(seen).toEqual([
    [submit, 1, 'default-1', false, id],
    [submit, 2, 'default-1', false, id],
  ]);
});

it('an event that changes nothing costs no version', async () => {
  const set = setting();
  await set.runtime.dispatch({ id, events: [...events(captured(), enriched()), ...events(done('nothing'))] });
  await set.runtime.dispatch({ id, events: events(done('nothing')) });
  expect((await set.journal.load(id))?.version).toBe(1);
});
