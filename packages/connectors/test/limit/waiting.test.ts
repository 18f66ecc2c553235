import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type Limit, limiter } from '../../src/limits.ts';
import { answer, ok, stage } from './stage.ts';
import { shopifyCost } from './vendor-limits.ts';

const onePerSecond: Limit = { kind: 'rate', requests: 1, seconds: 1, burst: 1 };
const one: Limit = { kind: 'concurrency', requests: 1 };

describe('who goes first', () => {
  it('those of one priority in the order in which they came', async () => {
    const { simulation, subject } = stage([onePerSecond]);
    const went: number[] = [];
    for (let index = 0; index < 50; index++)
      void subject.acquire().then((permit) => {
        went.push(index);
        if (!permit.refused) permit.done(ok);
      });
    await simulation.until(100_000);
    expect(went).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(simulation.waiting).toBe(0);
  });

  it('urgent ones get 16 places, normal ones 4, bulk 1: nobody waits for ever', async () => {
    const { simulation, subject } = stage([one]);
    const went = { urgent: 0, normal: 0, bulk: 0 };
    const first = await subject.acquire();
    for (const priority of ['bulk', 'normal', 'urgent'] as const)
      for (let index = 0; index < 210; index++)
        void subject.acquire({ priority }).then(async (permit) => {
          went[priority]++;
          await simulation.sleep(10);
          if (!permit.refused) permit.done(ok);
        });
    if (!first.refused) first.done(ok);
    await simulation.until(2095);
    expect(went).toEqual({ urgent: 160, normal: 40, bulk: 10 });
  });

  it('a dear request is not overtaken by cheap ones of other lanes for ever', async () => {
    const { simulation, subject, ask } = stage([
      { ...shopifyCost, start: { points: 100, perSecond: 10 } },
      { kind: 'rate', requests: 1000, seconds: 1, lane: 'cheap' },
    ]);
    const worker = async () => {
      for (;;) {
        const permit = await subject.acquire({ cost: 10, lane: 'cheap' });
        await simulation.sleep(5);
        if (!permit.refused) permit.done(ok);
      }
    };
    for (let count = 0; count < 20; count++) void worker();
    await simulation.until(10_000);
    const dear = ask('dear', { cost: 90 });
    await simulation.until(100_000);
    // It comes second at most, and then the bucket fills for it.
    expect(dear.at).toBeLessThan(10_000 + 11_000);
  });

  it('a lane that waits for a limit of its own holds up no other', async () => {
    const { simulation, ask } = stage([
      { ...onePerSecond, lane: 'slow' },
      { kind: 'rate', requests: 100, seconds: 1 },
    ]);
    const slow = ['first', 'second', 'third'].map((name) => ask(name, { lane: 'slow' }));
    const quick = ask('quick', { lane: 'another' });
    await simulation.until(0);
    expect([slow[0]?.at, slow[1]?.at, quick.at]).toEqual([0, undefined, 0]);
  });

  it('edge 7 one asks first where only an answer tells how many points there are', async () => {
    const { simulation, ask, went } = stage([shopifyCost]);
    const [first] = ['first', 'second', 'third'].map((name) => ask(name, { cost: 100 }));
    await simulation.until(5000);
    expect(went).toEqual(['first']);
    const throttleStatus = { maximumAvailable: 1000, currentlyAvailable: 150, restoreRate: 50 };
    first?.permit?.done(answer(200, {}, { extensions: { cost: { throttleStatus } } }));
    await simulation.until(5000);
    expect(went).toEqual(['first', 'second']);
    await simulation.until(6000);
    expect(went).toEqual(['first', 'second', 'third']);
  });
});

describe('who goes not at all', () => {
  it('edge 8 whose deadline is before its turn is refused at once, with the time', async () => {
    const { simulation, ask, spend } = stage([onePerSecond]);
    await spend();
    for (let index = 0; index < 10; index++) ask(`${index}`);
    const late = ask('late', { deadline: 9000 });
    const early = ask('early', { deadline: 20_000 });
    await simulation.until(0);
    expect(late.refusal).toEqual({ refused: true, retryAfterMs: expect.closeTo(11_000, -3) });
    expect(early.at).toBeUndefined();
  });

  it('edge 8 a deadline that has passed is refused unless there is room', async () => {
    const { simulation, ask } = stage([onePerSecond]);
    const first = ask('first', { deadline: -1 });
    const second = ask('second', { deadline: -1 });
    await simulation.until(0);
    expect([first.refusal, second.refusal?.refused]).toEqual([undefined, true]);
  });

  it('edge 8 a refusal by the vendor sends back at once whose deadline is before its end', async () => {
    const { simulation, ask } = stage([one]);
    const first = ask('first');
    await simulation.until(0);
    const early = ask('early', { deadline: 20_000 });
    const late = ask('late', { deadline: 480_000 });
    await simulation.until(1000);
    first.permit?.done(answer(503, { 'retry-after': '300' }));
    await simulation.until(1000);
    expect([early.at, early.refusal?.retryAfterMs, late.at]).toEqual([1000, 300_000, undefined]);
    await simulation.until(480_000);
    expect(late.at).toBe(301_000);
  });

  it('edge 8 whose deadline passes while it waits is refused then', async () => {
    const { simulation, ask } = stage([one]);
    ask('first');
    const second = ask('second', { deadline: 7000 });
    await simulation.until(60_000);
    expect([second.at, second.refusal?.refused]).toEqual([7000, true]);
    expect(simulation.waiting).toBe(0);
  });

  it('who comes when too many wait is refused, with the time', async () => {
    const { simulation, ask } = stage([onePerSecond], { maximumWaiting: 3 });
    const asked = ['first', 'second', 'third', 'fourth', 'fifth'].map((name) => ask(name));
    await simulation.until(0);
    expect(asked.map(({ refusal }) => refusal?.refused)).toEqual([undefined, undefined, undefined, undefined, true]);
    expect(asked[4]?.refusal?.retryAfterMs).toBeGreaterThanOrEqual(3000);
  });
});

describe('who gives up', () => {
  it('gets the reason of its signal, frees its place and leaves nothing behind', async () => {
    const { simulation, ask, went } = stage([onePerSecond]);
    const first = ask('first');
    await simulation.until(0);
    first.permit?.done(ok);
    const controller = new AbortController();
    const second = ask('second', { signal: controller.signal });
    const third = ask('third');
    await simulation.until(500);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    controller.abort(new Error('enough'));
    await simulation.until(1000);
    expect(second.error).toEqual(new Error('enough'));
    expect(third.at).toBe(1000);
    expect(went).toEqual(['first', 'third']);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    expect(simulation.waiting).toBe(0);
  });

  it('before it asks takes no place', async () => {
    const { simulation, ask } = stage([one]);
    const first = ask('first', { signal: AbortSignal.abort(new Error('never mind')) });
    const second = ask('second');
    await simulation.until(0);
    expect([first.error, second.at]).toEqual([new Error('never mind'), 0]);
  });

  it('after it went changes nothing, and its signal is let go', async () => {
    const { simulation, ask, went } = stage([one]);
    const first = ask('first');
    await simulation.until(0);
    const controller = new AbortController();
    const second = ask('second', { signal: controller.signal });
    ask('third');
    await simulation.until(0);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    first.permit?.done(ok);
    await simulation.until(0);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    controller.abort(new Error('too late'));
    await simulation.until(0);
    expect(second.error).toBeUndefined();
    second.permit?.done(ok);
    await simulation.until(0);
    expect(went).toEqual(['first', 'second', 'third']);
  });

  it('as the only one takes the timer along', async () => {
    const { simulation, ask, spend } = stage([onePerSecond]);
    await spend();
    const controller = new AbortController();
    ask('second', { signal: controller.signal, deadline: 1e9 });
    await simulation.until(0);
    controller.abort();
    expect(simulation.waiting).toBe(0);
  });
});

describe('a permit', () => {
  it('counts once, however often it is said to be done', async () => {
    const { simulation, ask, went } = stage([one]);
    const first = ask('first');
    await simulation.until(0);
    ask('second');
    ask('third');
    first.permit?.done(ok);
    first.permit?.done(ok);
    await simulation.until(0);
    expect(went).toEqual(['first', 'second']);
  });

  it.each<[string, Limit]>([
    ['rate', onePerSecond],
    ['window', { kind: 'window', requests: 1, seconds: 60, span: 'sliding' }],
    ['concurrency', one],
    ['cost', { ...shopifyCost, start: { points: 1, perSecond: 1 } }],
  ])('that was not sent uses up nothing of a limit of kind %s', async (_, limit) => {
    const { simulation, ask } = stage([limit]);
    const first = ask('first');
    await simulation.until(0);
    first.permit?.done('notSent');
    const second = ask('second');
    await simulation.until(0);
    expect(second.at).toBe(0);
  });

  it.each<[string, Limit, number]>([
    ['rate', onePerSecond, 1000],
    ['window', { kind: 'window', requests: 1, seconds: 60, span: 'sliding' }, 60_000],
    ['concurrency, which it may still occupy', { ...one, lostSeconds: 20 }, 20_000],
  ])('whose request was lost counts for a limit of kind %s', async (_, limit, at) => {
    const { simulation, ask } = stage([limit]);
    const first = ask('first');
    await simulation.until(0);
    first.permit?.done();
    const second = ask('second');
    await simulation.until(100_000);
    expect(second.at).toBe(at);
  });
});

describe('what a programmer gets wrong', () => {
  it.each<[string, Limit]>([
    ['no requests', { kind: 'rate', requests: 0, seconds: 1 }],
    ['no time', { kind: 'window', requests: 5, seconds: 0, span: 'sliding' }],
    ['half a request at a time', { kind: 'concurrency', requests: 0.5 }],
    ['a burst of less than one', { kind: 'rate', requests: 1, seconds: 1, burst: 0.5 }],
    ['a number that is none', { kind: 'rate', requests: Number.NaN, seconds: 1 }],
    ['points without end', { ...shopifyCost, start: { points: Number.POSITIVE_INFINITY, perSecond: 1 } }],
  ])('%s is a RangeError', (_, limit) => {
    expect(() => limiter([limit])).toThrow(RangeError);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('a cost of %s is a RangeError', async (cost) => {
    await expect(limiter([]).acquire({ cost })).rejects.toThrow(RangeError);
  });
});

it('without settings it runs by the clock of the platform', async () => {
  const subject = limiter([{ kind: 'rate', requests: 1000, seconds: 1, burst: 1 }]);
  for (let count = 0; count < 3; count++) {
    const permit = await subject.acquire();
    if (!permit.refused) permit.done(ok);
  }
  expect(await subject.acquire({ deadline: Date.now() + 10_000 })).toMatchObject({ done: expect.any(Function) });
});
