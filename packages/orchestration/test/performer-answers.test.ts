import { defaultPolicy, explain } from '@dist/orchestration';
import type { Outcome } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { capture, id, setting, submit } from './runtime-setting.ts';

const unreadable = {
  get message(): string {
    throw new TypeError('not even this');
  },
  toString: () => {
    throw new TypeError('nor this');
  },
};
const accepted = { type: 'erp.accepted', partId: '1', erp: 'erp', number: 'SO-1', rejected: [] };
const line = (value: string) => ({ lineId: '1', quantity: { value, unit: 'C62' }, reason: 'r' });

/** What performers have answered that were written without types, or read a stranger's answer. */
const answers: [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'ok'],
  ['events that are no list', { events: 'x' }],
  ['an event that is none', { events: [null] }],
  ['an event of no type', { events: [{ type: 'erp.agreed' }] }],
  ['an event without a field', { events: [{ type: 'erp.accepted', partId: '1' }] }],
  ['a quantity that is none', { events: [{ ...accepted, rejected: [line('1e5')] }] }],
  ['a failure of no class', { failure: { class: 'foo', message: 'm' } }],
  ['a failure without words', { failure: {} }],
  ['no failure', { failure: null }],
  ['a wait until no instant', { postponed: { until: 'soon', reason: 'r' } }],
  ['a wait without a reason', { postponed: { until: '2026-03-02T17:00:00.000Z' } }],
];

/** Works until an hour and a half of retries has gone by. */
async function lived(type: 'order.enrich' | 'erp.submit', answer: () => unknown) {
  let calls = 0;
  const performer = async (): Promise<Outcome> => {
    calls++;
    return answer() as Outcome;
  };
  const set = setting({ [type]: performer });
  await capture(set);
  for (let round = 0; round < 12; round++) {
    await set.settle();
    set.later(700);
  }
  const state = await set.state();
  return { calls, state, told: state === undefined ? '' : explain(state, defaultPolicy) };
}

describe('an answer of a performer that is no outcome', () => {
  it.each(answers)('is a failure of the attempt, which counts, until a person is asked: %s', async (_, answer) => {
    const { calls, told } = await lived('order.enrich', () => answer);
    expect(calls).toBe(defaultPolicy.retry.maximumAttempts);
    expect(told).toContain(`${id}/enrich has answered what is no outcome`);
  });

  it.each(answers)('leaves a submit in doubt, which is looked up and never repeated blindly: %s', async (_, answer) => {
    const { state } = await lived('erp.submit', () => answer);
    const keys = Object.keys(state?.effects ?? {}).filter((key) => key.startsWith(`${id}/erp.find`));
    expect(keys.length).toBeGreaterThan(0);
    expect(state?.effects[submit]?.message).not.toBeUndefined();
  });

  it('and an error that can not be read is one, too', async () => {
    const { calls, told } = await lived('order.enrich', () => {
      throw unreadable;
    });
    expect([calls, told]).toEqual([
      defaultPolicy.retry.maximumAttempts,
      expect.stringContaining('what can not be read'),
    ]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1])(
    'and a wait of %d seconds holds nothing up',
    async (seconds) => {
      const failure = { class: 'transport', code: 'c', message: 'm', retryAfterSeconds: seconds };
      const { calls } = await lived('order.enrich', () => ({ failure }));
      expect(calls).toBe(seconds === 1e300 ? 1 : defaultPolicy.retry.maximumAttempts);
    },
  );
});
