import { carrying, dueEffects, type EffectNotice, memoryCarrier, relay } from '@dist/orchestration/carrier';
import { memoryJournal } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { deliveryOf, outgoing } from '../outside.ts';
import { capture, entry, id, setting, submit } from '../runtime-setting.ts';

const at = '2026-03-02T08:00:00.000Z';
const enrichment: EffectNotice = {
  key: `${id}/enrich`,
  attempt: 1,
  lane: 'local',
  class: 'realTime',
  notBefore: at,
};

function carried(more: Parameters<typeof setting>[0] = {}) {
  const offers: (readonly EffectNotice[])[] = [];
  const offer = async (notices: readonly EffectNotice[]) => void offers.push(notices);
  const set = setting(more, { journal: carrying(memoryJournal(), { offer }) });
  return { ...set, offers, keys: () => offers.flat().map(({ key, attempt }) => `${key}@${attempt}`) };
}

describe('a journal that tells a carrier', () => {
  it('tells of what a commit has put in the outbox, and of nothing that an effect holds', async () => {
    const set = carried();
    await capture(set);
    expect(set.offers).toEqual([[enrichment]]);
    await set.journal.append({ documents: [outgoing('997', 'ISA', '1')], effects: [deliveryOf('997')] });
    expect(set.offers[1]?.map(({ key, class: group }) => [key, group])).toEqual([['deliver/997', 'realTime']]);
  });

  it('tells of later attempts, with their time', async () => {
    const failure = { class: 'transport', code: 'ECONNREFUSED', message: 'nobody there' } as const;
    const set = carried({ 'erp.submit': async () => ({ failure }) });
    await capture(set);
    await set.settle();
    expect(set.keys()).toEqual([`${id}/enrich@1`, `${submit}@1`, `${submit}@2`]);
    expect(set.offers.at(-1)?.[0]?.notBefore).toBe((await set.journal.next()) ?? '');
  });

  it('tells nothing of what was not committed, and of no commit without effects', async () => {
    const set = carried();
    await capture(set);
    await capture(set);
    const settle = [{ key: enrichment.key, lease: 'of nobody' }];
    expect((await set.journal.append({ settle, effects: [deliveryOf('d')] })).status).toBe('conflict');
    expect(set.offers.length).toBe(1);
  });

  it.each([
    ['refuses', async () => Promise.reject(new Error('the queue is gone')), 'the queue is gone'],
    ['throws', () => fail('no such queue'), 'no such queue'],
    ['hangs', () => new Promise<void>(() => undefined), 'more than 5 ms'],
  ])('commits all the same when the carrier %s', async (_, offer, reason) => {
    const lost: unknown[] = [];
    const journal = carrying(memoryJournal(), { offer }, { timeout: 5, onLost: (...told) => lost.push(told) });
    const set = setting({}, { journal });
    await capture(set);
    expect(lost).toEqual([[[enrichment], expect.objectContaining({ message: expect.stringContaining(reason) })]]);
    expect(await set.runtime.work()).toBe(1);
  });

  it('hands on everything else of a journal, of a class too', async () => {
    const inner = memoryJournal();
    const journal = carrying(Object.create(inner) as typeof inner, memoryCarrier({ clock: () => at }));
    expect(Object.keys(journal).sort()).toEqual(Object.keys(inner).sort());
    await journal.append({ marks: [{ key: 'm', expected: undefined, value: '1' }] });
    expect([await journal.mark('m'), await inner.mark('m')]).toEqual(['1', '1']);
  });
});

describe('a delivery', () => {
  it('performs the effect that it names, once however often it comes', async () => {
    const set = setting();
    await capture(set);
    expect(await Promise.all([1, 2, 3].map(() => set.runtime.perform(enrichment.key)))).toEqual([true, false, false]);
    expect(await set.runtime.perform(enrichment.key)).toBe(false);
    expect(await entry(set, submit)).toMatchObject({ status: 'issued' });
    expect([await set.runtime.perform(submit), set.world.erpOrders.size]).toEqual([true, 1]);
  });

  it.each([
    ['nobody has heard of', 'no/such/effect'],
    ['is not due', 'deliver/late'],
  ])('does nothing with what %s', async (_, key) => {
    const set = setting();
    await set.journal.append({ effects: [{ ...deliveryOf('late'), notBefore: '2026-03-02T08:00:01.000Z' }] });
    expect(await set.runtime.perform(key)).toBe(false);
  });

  it('does nothing once the runtime was told to stop, and is told of nothing', async () => {
    const set = setting();
    await capture(set);
    await set.runtime.stop();
    expect(await set.runtime.perform(enrichment.key)).toBe(false);
    expect(await set.runtime.waiting()).toEqual([]);
  });
});

describe('a stream of what is due', () => {
  it('goes on with what comes of the effects that are performed meanwhile, and ends', async () => {
    const set = setting();
    await capture(set);
    const told: string[] = [];
    for await (const { key } of dueEffects(set.runtime)) {
      told.push(key);
      await set.runtime.perform(key);
    }
    expect(told).toEqual([enrichment.key, submit, `${id}/855`, `deliver/${id}/855`]);
  });

  it('tells each attempt once, however many wait that nobody performs', async () => {
    const set = setting();
    const keys = Array.from({ length: 50 }, (_, index) => `${index}`);
    await set.journal.append({ effects: keys.map((key) => deliveryOf(key)) });
    const told: string[] = [];
    for await (const { key } of dueEffects(set.runtime, { batch: 4 })) told.push(key);
    expect(told).toEqual(keys.map((key) => `deliver/${key}`));
  });

  it('makes a stream of the platform', async () => {
    const set = setting();
    await set.journal.append({ effects: ['a', 'b'].map((key) => deliveryOf(key)) });
    const told: string[] = [];
    for await (const { key } of ReadableStream.from(dueEffects(set.runtime))) told.push(key);
    expect(told).toEqual(['deliver/a', 'deliver/b']);
  });

  it('tells no more than the limits of a lane let start', async () => {
    const set = setting({}, { limits: [{ lane: 'partner:*', concurrency: 2 }] });
    await set.journal.append({ effects: ['a', 'b', 'c'].map((key) => deliveryOf(key)) });
    expect((await set.runtime.waiting()).length).toBe(2);
  });

  it.each([
    ['before the first', 0],
    ['in the middle', 2],
  ])('ends with the signal, %s', async (_, most) => {
    const set = setting();
    await set.journal.append({ effects: ['a', 'b', 'c'].map((key) => deliveryOf(key)) });
    const ended = new AbortController();
    const told: string[] = [];
    if (most === 0) ended.abort();
    for await (const { key } of dueEffects(set.runtime, { signal: ended.signal })) {
      told.push(key);
      if (told.length === most) ended.abort();
    }
    expect(told.length).toBe(most);
  });

  it('is told of the lanes that were asked for', async () => {
    const set = setting();
    await capture(set);
    await set.journal.append({ effects: [deliveryOf('a')] });
    const [first, ...rest] = await set.runtime.waiting({ lanes: ['partner:northfield'] });
    expect([first?.key, rest]).toEqual(['deliver/a', []]);
    for await (const { lane } of dueEffects(set.runtime, { lanes: ['local'] })) expect(lane).toBe('local');
  });
});

describe('a relay', () => {
  it('offers everything that was lost, in portions', async () => {
    const set = setting();
    await set.journal.append({ effects: Array.from({ length: 25 }, (_, index) => deliveryOf(`${index}`)) });
    const portions: number[] = [];
    const offer = async (notices: readonly EffectNotice[]) => void portions.push(notices.length);
    expect(await relay(set.runtime, { offer }, { batch: 10 })).toBe(25);
    expect(portions).toEqual([10, 10, 5]);
    expect(await relay(setting().runtime, { offer })).toBe(0);
  });
});

describe('a carrier in memory', () => {
  it('keeps what failed for the next time, and tells why', async () => {
    const carrier = memoryCarrier({ clock: () => at });
    await carrier.offer([enrichment, { ...enrichment, key: 'b' }]);
    const came: string[] = [];
    const perform = async (key: string) => {
      came.push(key);
      if (key === 'b' && came.length < 3) throw new Error('the journal is gone');
    };
    await expect(carrier.deliver(perform)).rejects.toThrow('the journal is gone');
    expect([await carrier.deliver(perform), await carrier.deliver(perform)]).toEqual([1, 0]);
    expect([came, carrier.next()]).toEqual([[enrichment.key, 'b', 'b'], undefined]);
  });
});

function fail(message: string): never {
  throw new Error(message);
}
