import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Share } from '../../src/limit/share.ts';
import { WindowReset } from '../../src/limit/window-reset.ts';
import type { Limit } from '../../src/limits.ts';
import { answer, ok, stage } from './stage.ts';
import { bigCommerceWindow, shopifyCost } from './vendor-limits.ts';

/** How many of a hundred go at once after the first was answered like this. */
async function goAfter(limit: Limit, said: ReturnType<typeof answer>): Promise<number> {
  const { simulation, ask, went } = stage([limit]);
  const first = ask('first');
  await simulation.until(0);
  await simulation.until(100);
  first.permit?.done(said);
  for (let index = 0; index < 100; index++) ask(`${index}`);
  await simulation.until(100);
  return went.length - 1;
}

const daily: Limit = {
  kind: 'window',
  requests: 100_000,
  seconds: 86_400,
  span: 'sliding',
  headers: { usage: { name: 'sforce-limit-info', key: 'api-usage' } },
};

function points(currentlyAvailable: number, maximumAvailable = 1000, restoreRate = 50) {
  return answer(
    200,
    {},
    { extensions: { cost: { throttleStatus: { maximumAvailable, currentlyAvailable, restoreRate } } } },
  );
}

describe("the vendor's word wins, in both directions", () => {
  const cost: Limit = { ...shopifyCost, start: { points: 50, perSecond: 50 } };
  it.each<[string, Limit, ReturnType<typeof answer>, number]>([
    ['150 in the window, 12 left', bigCommerceWindow, answer(200, { 'x-rate-limit-requests-left': '12' }), 12],
    [
      '20 in the window, but 60 left (BigCommerce raised the plan)',
      { ...bigCommerceWindow, requests: 20 },
      answer(200, { 'x-rate-limit-requests-quota': '80', 'x-rate-limit-requests-left': '60' }),
      60,
    ],
    [
      '17 of the day left (Salesforce)',
      daily,
      answer(200, { 'sforce-limit-info': 'api-usage=99983/100000; api-bursts=1/750' }),
      17,
    ],
    [
      'nothing of the day left, but one for the edition with more',
      daily,
      answer(200, { 'sforce-limit-info': 'per-app-api-usage=17/250(appName=sample), api-usage=18/5000' }),
      100,
    ],
    ['50 points taken for granted, 30 there', cost, points(30), 30],
    ['50 points taken for granted, 70 there', cost, points(70), 70],
    [
      'a header that is nonsense changes nothing',
      { ...bigCommerceWindow, requests: 20 },
      answer(200, { 'x-rate-limit-requests-left': 'lots', 'x-rate-limit-requests-quota': '-1' }),
      19,
    ],
  ])('edge 7 %s', async (_, limit, said, count) => {
    // In the hundred milliseconds until the answer five points have flowed in, which the vendor may have counted or not.
    const went = await goAfter(limit, said);
    expect(went).toBeGreaterThanOrEqual(count);
    expect(went).toBeLessThanOrEqual(count + 5);
  });

  it('edge 7 the rate of Amazon is what the answer says, in requests per second', async () => {
    const { simulation, ask } = stage([
      { kind: 'rate', requests: 5, seconds: 1, burst: 1, perSecondHeader: 'x-amzn-ratelimit-limit' },
    ]);
    const first = ask('first');
    await simulation.until(0);
    first.permit?.done(answer(200, { 'x-amzn-RateLimit-Limit': '0.0167' }));
    const second = ask('second');
    await simulation.until(100_000);
    expect(second.at).toBe(Math.ceil(1000 / 0.0167));
  });

  it('edge 7 a window that begins anew by the header lets the next ones go then, not a window after the last', async () => {
    const { simulation, ask } = stage([{ ...bigCommerceWindow, requests: 1 }]);
    const first = ask('first');
    await simulation.until(0);
    first.permit?.done(answer(200, { 'x-rate-limit-time-reset-ms': '4000' }));
    const second = ask('second');
    await simulation.until(100_000);
    expect(second.at).toBe(4000);
  });

  it('edge 7 what was under way while a window ended may count in the next one', async () => {
    const { simulation, ask, went } = stage([{ ...bigCommerceWindow, requests: 2 }]);
    const first = ask('first');
    await simulation.until(1000);
    // The window ends between 4000 and 5000.
    first.permit?.done(answer(200, { 'x-rate-limit-time-reset-ms': '4000' }));
    const second = ask('second');
    await simulation.until(4900);
    second.permit?.done(ok);
    for (const name of ['third', 'fourth']) ask(name);
    await simulation.until(20_000);
    expect(went).toEqual(['first', 'second', 'third']);
  });

  it('edge 7 an answer that took half a window tells nothing of when the next one begins', () => {
    const reset = new WindowReset();
    reset.learn(100, 0, 1000, 2000);
    expect(reset.certain).toBeUndefined();
    reset.learn(100, 0, 999, 2000);
    expect([reset.safe, reset.certain]).toEqual([100, 1099]);
    // The same reset again, told in the window before it, narrows the interval.
    reset.learn(1500, 560, 600, 2000);
    expect([reset.safe, reset.certain]).toEqual([100, 100]);
  });

  it('refusals of requests that were under way together cut the share once', () => {
    const share = new Share(180_000, 0.75);
    for (let index = 0; index < 10; index++) share.refused(900 + index, 1000 + index);
    expect(share.value(1010)).toBeCloseTo(0.75, 3);
    share.refused(2000, 2000);
    expect(share.value(2000)).toBeCloseTo(0.75 ** 2, 2);
    expect(share.value(1_000_000)).toBe(1);
  });

  it('an answer that was sent before another one cannot take its word back', async () => {
    const { simulation, ask, went } = stage([{ ...shopifyCost, start: { points: 1000, perSecond: 0.001 } }]);
    const early = ask('early');
    await simulation.until(10);
    const late = ask('late');
    await simulation.until(20);
    late.permit?.done(points(5, 1000, 0.001));
    early.permit?.done(points(900, 1000, 0.001));
    for (let index = 0; index < 20; index++) ask(`${index}`);
    await simulation.until(30);
    expect(went.length - 2).toBeLessThanOrEqual(5);
  });

  it('a query that costs more than the bucket holds goes when it is full, and the vendor decides', async () => {
    const { simulation, ask } = stage([{ ...shopifyCost, start: { points: 100, perSecond: 10 } }]);
    const huge = ask('huge', { cost: 5000 });
    await simulation.until(0);
    expect(huge.at).toBe(0);
  });
});

describe('hostile answers', () => {
  const text = fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String), fc.constant('9'.repeat(400)));
  const names = [
    'retry-after',
    'date',
    'x-rate-limit-requests-left',
    'x-rate-limit-requests-quota',
    'x-rate-limit-time-reset-ms',
    'x-rate-limit-time-window-ms',
    'sforce-limit-info',
    'x-amzn-ratelimit-limit',
  ];
  const headers = fc.array(
    fc.tuple(
      fc.constantFrom(...names),
      text.map((value) => value.replaceAll(/[^\x20-\x7e]/g, '')),
    ),
  );
  const number = fc.oneof(fc.double(), fc.constant(null), fc.string());
  const json = fc.oneof(
    fc.jsonValue(),
    fc
      .record({ maximumAvailable: number, currentlyAvailable: number, restoreRate: number })
      .map((throttleStatus) => ({ extensions: { cost: { throttleStatus } } })),
  );
  const limits: readonly Limit[] = [
    bigCommerceWindow,
    daily,
    { ...shopifyCost, start: { points: 100, perSecond: 50 } },
    { kind: 'rate', requests: 100, seconds: 1, perSecondHeader: 'x-amzn-ratelimit-limit' },
    { kind: 'concurrency', requests: 5 },
  ];

  const good = answer(
    200,
    {
      'x-amzn-ratelimit-limit': '100',
      'x-rate-limit-requests-left': '100',
      'x-rate-limit-requests-quota': '150',
      'x-rate-limit-time-window-ms': '30000',
      'sforce-limit-info': 'api-usage=1/100000',
    },
    points(900).json,
  );

  it('never throw, and a month later all is as before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(200, 400, 429, 503), headers, json), { maxLength: 20 }),
        async (answers) => {
          const { simulation, subject } = stage(limits);
          for (const [status, pairs, body] of answers) {
            void subject.acquire().then((permit) => {
              if (!permit.refused) permit.done({ status, headers: new Headers(pairs), json: body });
            });
            await simulation.until(simulation.now + 10);
          }
          await simulation.until(simulation.now + 30 * 86_400_000);
          let went = 0;
          const worker = async () => {
            for (;;) {
              const permit = await subject.acquire();
              went++;
              await simulation.sleep(1000);
              if (!permit.refused) permit.done(good);
            }
          };
          void worker();
          await simulation.until(simulation.now + 200_000);
          expect(went).toBeGreaterThan(100);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('a body with a million errors is searched no further than a few hundred', async () => {
    const { simulation, ask } = stage([]);
    const asked = ask('first');
    await simulation.until(0);
    let looked = 0;
    const error = {
      get code() {
        looked++;
        return 'OTHER';
      },
    };
    asked.permit?.done(answer(200, {}, { errors: Array.from({ length: 1_000_000 }, () => error) }));
    expect(looked).toBeLessThanOrEqual(500);
    expect(ok.status).toBe(200);
  });
});
