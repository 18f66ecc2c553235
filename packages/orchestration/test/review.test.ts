import { defaultPolicy, empty, type OrderEvent, reviewTimer, transition } from '@dist/orchestration';
import { createRuntime } from '@dist/orchestration/runtime';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logged } from '../src/order/transition.ts';
import { setting } from './runtime-setting.ts';
import { accepted, captured, done, enriched, failed } from './sample.ts';
import { scenario } from './scenario.ts';

const review: StoryEvent = { type: 'timer.fired', timer: reviewTimer };
const at = '2026-03-09T08:00:00.000Z';
const reviewed: OrderEvent = { type: 'timer.fired', timer: reviewTimer, key: 'review/2', at, v: 2 };

/** As an earlier release has left it, which made nothing of its last event. */
function leftBehind(events: readonly StoryEvent[]) {
  const { events: told } = given(events);
  const [last] = told.slice(-1);
  const before = given(told.slice(0, -1)).state;
  if (last === undefined) throw new TypeError('no event');
  return logged(before, last, defaultPolicy, []).state;
}

describe('a review', () => {
  it.each<[string, readonly StoryEvent[], readonly string[]]>([
    ['an order that came', [captured()], ['order-1/enrich']],
    ['an order that was enriched', [captured(), enriched()], ['order-1/erp.submit/1']],
    ['an order that was accepted', [captured(), enriched(), accepted()], ['order-1/855']],
  ])('issues what an earlier release has not, and nothing the second time: %s', (_, events, keys) => {
    const state = leftBehind(events);
    const first = transition(state, reviewed, defaultPolicy);
    expect(first.effects.map(({ key }) => key)).toEqual(keys);
    const second = transition(first.state, { ...reviewed, key: 'review/3' }, defaultPolicy);
    expect([second.state === first.state, second.effects, second.notes]).toEqual([true, [], []]);
  });

  it('changes nothing where nothing is owed, whatever has happened to the order', () => {
    fc.assert(
      fc.property(scenario, (events) => {
        let state = empty('order-1');
        for (const event of events) {
          state = transition(state, event, defaultPolicy).state;
          const after = transition(state, reviewed, defaultPolicy);
          expect(after.state).toBe(state);
          expect([after.effects, after.notes]).toEqual([[], []]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is no deadline: nothing is missed by it', () => {
    const story = given([captured(), enriched(), accepted(), done('order-1/855'), { ...review, at } as StoryEvent]);
    expect(story.state.breaches).toEqual({});
  });

  it('R29 ends an order of an earlier release whose submit was given up and that waited for nobody', () => {
    const submit = 'order-1/erp.submit/1';
    const dismissed: StoryEvent = { type: 'operator.dismissed', effect: submit, by: 'ada', reason: 'r' };
    const { state } = given([captured(), enriched(), failed(submit, 'pricing'), dismissed]);
    const { 'erp.rejected/1': _answer, ...facts } = state.facts;
    const { 'order-1/855': _855, ...effects } = state.effects;
    // As a snapshot of that release has it.
    const before = { ...JSON.parse(JSON.stringify(state)), facts, effects };
    const after = transition(before, reviewed, defaultPolicy);
    expect(after.effects.map(({ key }) => key)).toEqual(['order-1/855']);
  });
});

describe('R29 a runtime that reviews', () => {
  it('passes an order by that stands still, and tells of it', async () => {
    const faults: unknown[] = [];
    const policy = (version: string | undefined) => {
      if (version === 'gone') throw new RangeError('no policy gone is kept');
      return defaultPolicy;
    };
    const set = setting({}, { policy, onFault: ({ order }) => faults.push(order) });
    const { events } = given([captured()]);
    const log = (pinned: string) => events.map((event) => ({ event, issued: [], policy: pinned }));
    const stream = (id: string, pinned: string) => ({
      id,
      expectedVersion: 0,
      log: log(pinned),
      timers: [],
      notes: [],
    });
    const streams = [stream('northfield/a', 'gone'), stream('northfield/b', defaultPolicy.version)];
    await set.journal.append({ streams });
    expect(await set.runtime.review({ release: '2' })).toEqual({ looked: 2, moved: 1, standing: 1, isDone: true });
    expect(faults).toEqual(['northfield/a']);
    // A process that has the policy looks at all of them once more, a few at a time.
    const whole = createRuntime({ ...set.options, policy: defaultPolicy, onFault: undefined });
    const kept = (version: string | undefined) => ({ ...defaultPolicy, version: version ?? defaultPolicy.version });
    const other = createRuntime({ ...set.options, policy: kept, worker: 'other' });
    await expect(whole.review({ release: '2', limit: 1 })).rejects.toThrow('northfield/a stands still here');
    expect(await other.review({ release: '2', limit: 1 })).toEqual({ looked: 1, moved: 0, standing: 0, isDone: false });
    expect(await other.review({ release: '2', limit: 1 })).toEqual({ looked: 0, moved: 0, standing: 0, isDone: true });
    expect(await other.review({ release: '2' })).toMatchObject({ looked: 2, moved: 1, standing: 0, isDone: true });
    expect(await other.review({ release: '2' })).toMatchObject({ looked: 0, isDone: true });
  });

  it('leaves an order in a terminal phase as it is, though this release would owe more for it', async () => {
    const set = setting();
    const failures = [{ class: 'partnerFormat', code: 'c', message: 'm' }] as const;
    const { events } = given([captured(), { type: 'order.invalid', failures }]);
    const log = events.map((event) => ({ event, issued: [], policy: defaultPolicy.version }));
    await set.journal.append({ streams: [{ id: 'northfield/a', expectedVersion: 0, log, timers: [], notes: [] }] });
    expect(await set.runtime.review({ release: '2' })).toEqual({ looked: 1, moved: 0, standing: 0, isDone: true });
  });

  it('begins nothing once it was told to stop', async () => {
    const set = setting();
    await set.runtime.stop();
    expect(await set.runtime.review({ release: '2' })).toEqual({ looked: 0, moved: 0, standing: 0, isDone: false });
  });
});
