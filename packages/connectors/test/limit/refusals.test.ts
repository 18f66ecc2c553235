import { describe, expect, it } from 'vitest';
import type { LimitedAnswer, LimiterOptions } from '../../src/limits.ts';
import { answer, ok, stage } from './stage.ts';
import { retryHeaders } from './vendor-limits.ts';

const throttled = { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }] };
const date = (milliseconds: number) => new Date(milliseconds).toUTCString();

interface Row {
  readonly name: string;
  readonly answer: LimitedAnswer;
  /** How long nobody goes; 0 where it is no refusal. */
  readonly held: number;
  readonly options?: LimiterOptions;
}

const rows: readonly Row[] = [
  { name: '429 with Retry-After: 3', answer: answer(429, { 'retry-after': '3' }), held: 3000 },
  { name: '429 that names no time', answer: answer(429), held: 1000 },
  { name: '429 with a time that is nonsense', answer: answer(429, { 'retry-after': '-7 weeks' }), held: 1000 },
  {
    name: '429 of BigCommerce, whose header is in milliseconds',
    answer: answer(429, { 'x-rate-limit-time-reset-ms': '15000' }),
    held: 15_000,
    options: { retryHeaders },
  },
  {
    name: "429 with a date, by the vendor's clock that is an hour ahead",
    answer: answer(429, { date: date(3_600_000), 'retry-after': date(3_608_000) }),
    held: 8000,
  },
  { name: '503 with Retry-After', answer: answer(503, { 'retry-after': '2' }), held: 2000 },
  { name: '503 without', answer: answer(503), held: 0 },
  { name: 'status 200 with errors that say THROTTLED (edge 2)', answer: answer(200, {}, throttled), held: 1000 },
  {
    name: 'status 200 with THROTTLED and Retry-After: 4',
    answer: answer(200, { 'retry-after': '4' }, throttled),
    held: 4000,
  },
  {
    name: 'status 202 with Retry-After, which tells when to poll',
    answer: answer(202, { 'retry-after': '30' }),
    held: 0,
  },
  {
    name: 'status 200 with data in which the word stands',
    answer: answer(200, {}, { data: { note: { code: 'THROTTLED' } } }),
    held: 0,
  },
  {
    name: 'status 400 of a RESTlet',
    answer: answer(400, {}, { error: { code: 'SSS_REQUEST_LIMIT_EXCEEDED' } }),
    held: 1000,
  },
  {
    name: 'status 400 with another code',
    answer: answer(400, {}, { error: { code: 'SSS_MISSING_REQD_ARGUMENT' } }),
    held: 0,
  },
  {
    name: 'a code that the policy names',
    answer: answer(403, {}, { Fault: { faultCode: 'TOO_BUSY' } }),
    held: 1000,
    options: { throttleCodes: ['TOO_BUSY'] },
  },
];

describe('a refusal holds up everybody', () => {
  for (const row of rows)
    it(`edge 7 ${row.name}: ${row.held === 0 ? 'nobody waits' : `for ${row.held} ms`}`, async () => {
      const { simulation, ask } = stage([], row.options);
      const first = ask('first');
      await simulation.until(0);
      first.permit?.done(row.answer);
      const second = ask('second');
      await simulation.until(100_000);
      expect(second.at).toBe(row.held);
      expect(simulation.waiting).toBe(0);
    });

  it('edge 7 and then one goes alone; the others when it was let through', async () => {
    const { simulation, ask, went } = stage([]);
    const first = ask('first');
    await simulation.until(0);
    first.permit?.done(answer(429, { 'retry-after': '5' }));
    const [second] = ['second', 'third', 'fourth'].map((name) => ask(name));
    await simulation.until(20_000);
    expect(went).toEqual(['first', 'second']);
    second?.permit?.done(ok);
    await simulation.until(20_000);
    expect(went).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it.each([
    ['refused too, all wait again, longer', answer(429), 3000],
    ['lost, the next one tries', undefined, 1000],
    ['not sent, the next one tries', 'notSent' as const, 1000],
  ])('edge 7 if the one that goes alone is %s', async (_, said, at) => {
    const { simulation, ask } = stage([]);
    const first = ask('first');
    await simulation.until(0);
    first.permit?.done(answer(429));
    const second = ask('second');
    const third = ask('third');
    await simulation.until(1000);
    second.permit?.done(said);
    await simulation.until(60_000);
    expect(third.at).toBe(at);
  });

  it.each([
    ['names no time is asked after 1, 2, 4, … and at most 60 seconds', answer(429), [0, 1, 3, 7, 15, 31, 63, 123, 183]],
    ['says "at once" is believed once', answer(429, { 'retry-after': '0' }), [0, 0, 2, 6, 14, 30, 62, 122, 182]],
  ])('a vendor that %s', async (_, said, expected) => {
    const { simulation, subject } = stage([]);
    const instants: number[] = [];
    const worker = async () => {
      for (let turn = 0; turn < 9; turn++) {
        const permit = await subject.acquire();
        instants.push(simulation.now / 1000);
        if (!permit.refused) permit.done(said);
      }
    };
    void worker();
    await simulation.until(1_000_000);
    expect(instants).toEqual(expected);
  });

  it('chance adds a tenth at most, so that processes do not come back together', async () => {
    const { simulation, ask } = stage([], { random: () => 0.5 });
    const first = ask('first');
    await simulation.until(0);
    first.permit?.done(answer(429, { 'retry-after': '10' }));
    const second = ask('second');
    await simulation.until(60_000);
    expect(second.at).toBe(10_500);
  });

  it('answers that were under way when it came neither end it nor count as another', async () => {
    const { simulation, ask } = stage([]);
    const [first, second, third] = ['first', 'second', 'third'].map((name) => ask(name));
    await simulation.until(0);
    first?.permit?.done(answer(429));
    second?.permit?.done(ok);
    third?.permit?.done(answer(429));
    const fourth = ask('fourth');
    await simulation.until(60_000);
    expect(fourth.at).toBe(1000);
  });

  it('edge 7 a lane that was refused holds up no other', async () => {
    const { simulation, ask } = stage([
      { kind: 'rate', requests: 10, seconds: 1, lane: 'getOrders' },
      { kind: 'rate', requests: 10, seconds: 1, lane: 'getItems' },
    ]);
    const first = ask('first', { lane: 'getOrders' });
    await simulation.until(0);
    first.permit?.done(answer(429, { 'retry-after': '9' }));
    const same = ask('same', { lane: 'getOrders' });
    const other = ask('other', { lane: 'getItems' });
    const without = ask('without');
    await simulation.until(60_000);
    expect([same.at, other.at, without.at]).toEqual([9000, 0, 0]);
  });
});
