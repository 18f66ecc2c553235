import { createRuntime, type Outcome, type Performers, type RuntimeOptions } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { capture, entry, events, id, setting, submit } from './runtime-setting.ts';

/** What a caller without types may give. */
const given = (options: object) => options as Partial<RuntimeOptions>;
const month = 31 * 24 * 3600 * 1000;

describe('a runtime is not made of what would only go wrong later', () => {
  it.each<[string, object, string]>([
    ['a lease that is none', { lease: Number.NaN }, 'lease is a number of milliseconds'],
    ['a lease for ever', { lease: Number.POSITIVE_INFINITY }, 'lease is a number of milliseconds'],
    ['a lease as text', { lease: '60000' }, 'lease is a number of milliseconds'],
    ['a lease that no timer can hold', { lease: 1e13, timeout: 3e9 }, '2147483647 at most'],
    ['a time as text', { timeout: '10000' }, 'needs time'],
    ['no performers', { performers: {} as Performers }, 'nothing performs order.enrich, credit.check'],
    [
      'a performer that is none',
      { performers: { 'document.deliver': 'x' } },
      'document.deliver: give each a performer',
    ],
    ['a worker without a name', { worker: '' }, 'worker is a name'],
    ['no worker', { worker: undefined }, 'worker is a name'],
    ['a clock that stands nowhere', { clock: () => '' }, 'clock answers the instant in UTC'],
    ['a clock of a time zone', { clock: () => '2026-03-02T17:00:00.000+09:00' }, 'clock answers the instant in UTC'],
    ['a clock without milliseconds', { clock: () => '2026-03-02T08:00:00Z' }, 'clock answers the instant in UTC'],
  ])('%s', (_, options, message) => {
    expect(() => setting({}, given(options))).toThrow(RangeError);
    expect(() => setting({}, given(options))).toThrow(message);
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, -1])('and takes no work of %d effects', async (limit) => {
    const { runtime } = setting();
    await expect(runtime.work({ limit })).rejects.toThrow('limit is a whole number from 0 on');
    await expect(runtime.waiting({ limit })).rejects.toThrow('limit is a whole number from 0 on');
    await expect(runtime.fireTimers(limit)).rejects.toThrow('limit is a whole number from 0 on');
    const { signal } = new AbortController();
    await expect(runtime.run({ signal, concurrency: limit })).rejects.toThrow('concurrency is a whole number');
  });
});

describe('a time that no timer of the platform can hold', () => {
  /** A performer that answers after two turns of the event loop, and hears when it is aborted. */
  const slow = async (_: object, { signal }: { readonly signal: AbortSignal }): Promise<Outcome> => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return signal.aborted ? { failure: { class: 'transport', code: 'aborted', message: 'too late' } } : {};
  };

  it.each([Number.POSITIVE_INFINITY, 3e9])('as the grace of a stop, %d ms, is as long as it takes', async (graceMs) => {
    const set = setting({ 'order.enrich': slow });
    await capture(set);
    const working = set.runtime.work();
    await new Promise((resolve) => setTimeout(resolve, 1));
    await set.runtime.stop({ graceMs });
    await working;
    expect(await entry(set, `${id}/enrich`)).toMatchObject({ attempt: 1, status: 'done' });
  });

  it.each([Number.NaN, -1])('and a grace of %d ms is refused', async (graceMs) => {
    await expect(setting().runtime.stop({ graceMs })).rejects.toThrow(RangeError);
  });

  it('as the pause of a run does not make it turn on the spot', async () => {
    const set = setting();
    let asked = 0;
    const journal = { ...set.journal, next: () => set.journal.next().finally(() => asked++) };
    const runtime = createRuntime({ ...set.options, journal });
    const ending = new AbortController();
    const ended = runtime.run({ signal: ending.signal, pollMs: month });
    await new Promise((resolve) => setTimeout(resolve, 50));
    ending.abort();
    await ended;
    expect(asked).toBeLessThan(5);
  });
});

describe('a listener to notes that throws', () => {
  it('changes nothing of what is committed, hears the others, and is told of', async () => {
    const heard: string[] = [];
    const lost: string[] = [];
    const onNote: RuntimeOptions['onNote'] = ({ type }) => {
      heard.push(type);
      throw new Error('the collector is away');
    };
    const set = setting({}, { onNote, onNoteLost: ({ type }, error) => lost.push(`${type}: ${error}`) });
    await expect(set.runtime.dispatch({ id, events: events() })).resolves.toEqual({ status: 'appended' });
    await capture(set);
    await set.settle();
    expect(await entry(set, submit)).toMatchObject({ status: 'done' });
    expect(heard.length).toBeGreaterThan(5);
    expect(lost).toEqual(heard.map((type) => `${type}: Error: the collector is away`));
  });

  it('of a delivery too', async () => {
    const refused = async (): Promise<Outcome> => ({ failure: { class: 'transport', code: 'c', message: 'm' } });
    const onNote = () => {
      throw new Error('the collector is away');
    };
    const lost: string[] = [];
    const set = setting({ 'document.deliver': refused }, { onNote, onNoteLost: ({ type }) => lost.push(type) });
    const body = { type: 'document.deliver', partner: 'northfield', document: 'd' } as const;
    const rest = { lane: 'partner:northfield', priority: 5, notBefore: set.options.clock(), attempt: 1 } as const;
    await set.runtime.dispatch([], { effects: [{ key: 'd', order: '', body, ...rest, safety: 'idempotent' }] });
    expect(await set.runtime.work()).toBe(1);
    expect(lost).toEqual(['effect.retry']);
  });
});
