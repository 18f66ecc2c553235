import { defaultPolicy, type Effect } from '@dist/orchestration';
import { performEffect } from '@dist/orchestration/host';
import { memoryJournal, type Outcome } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { deliveryOf, outside } from './outside.ts';
import { capture, entry, id, setting } from './runtime-setting.ts';

const until = '2026-03-02T17:00:00.000Z';
const waits: Outcome = { postponed: { until, reason: 'the batch closes at 17:00' } };

describe('an effect that its performer postpones', () => {
  it('is the same attempt at its time, and in between no failure, no event and nobody waits for it', async () => {
    let isOpen = true;
    const attempts: [string, number][] = [];
    const set = setting({
      'order.enrich': async (effect, { attempt }) => {
        attempts.push([effect.key, attempt]);
        return isOpen ? waits : { events: [{ type: 'order.unresolved', round: 1, failures: [] }] };
      },
    });
    await capture(set);
    const version = (await set.journal.load(id))?.version;
    await set.settle();
    expect((await set.journal.load(id))?.version).toBe(version);
    expect(await entry(set, `${id}/enrich`)).toEqual({ status: 'issued', attempt: 1, class: undefined });
    expect(await set.journal.next()).toBe(until);
    expect(set.notes.filter((type) => type === 'effect.postponed')).toHaveLength(1);
    isOpen = false;
    set.later(9 * 3600);
    await set.settle();
    expect(attempts.slice(0, 2)).toEqual([
      [`${id}/enrich`, 1],
      [`${id}/enrich`, 1],
    ]);
    expect(await entry(set, `${id}/enrich`)).toMatchObject({ status: 'done', attempt: 1 });
  });

  it('is not asked without end when it says a time that has gone by', async () => {
    const postponed = { until: '2026-03-01T00:00:00.000Z', reason: 'r' };
    const set = setting({ 'order.enrich': async () => ({ postponed }) });
    await capture(set);
    await set.settle();
    expect(await set.journal.next()).toBe('2026-03-02T08:00:01.000Z');
  });

  it('is not performed at its time when its order was given up meanwhile', async () => {
    let asked = 0;
    const set = setting({
      'order.enrich': async () => {
        asked++;
        return waits;
      },
    });
    await capture(set);
    await set.settle();
    const at = set.options.clock();
    await set.runtime.dispatch({
      id,
      events: [{ type: 'operator.abandoned', by: 'p', reason: 'r', key: 'x', at, v: 2 }],
    });
    set.later(9 * 3600);
    await set.settle();
    expect([asked, await set.journal.next()]).toEqual([1, undefined]);
  });

  it('can be a delivery, too', async () => {
    let isOpen = true;
    const set = setting({ 'document.deliver': async () => (isOpen ? waits : {}) });
    await set.journal.append({ effects: [deliveryOf('997')] });
    await set.settle();
    expect(await set.journal.next()).toBe(until);
    isOpen = false;
    set.later(9 * 3600);
    await set.settle();
    expect([await set.journal.next(), set.notes]).toEqual([undefined, ['effect.postponed']]);
  });

  it('comes again as the next attempt at its time where an engine has no outbox', async () => {
    const body = { type: 'order.enrich', partner: 'northfield', order: {}, round: 1 } as Effect['body'];
    const rest = { order: id, partner: 'northfield', lane: 'local', class: 'realTime', priority: 5 } as const;
    const effect: Effect = {
      ...rest,
      key: `${id}/enrich`,
      body,
      safety: 'idempotent',
      notBefore: '2026-03-02T08:00:00.000Z',
      attempt: 1,
    };
    const { performers } = outside({ 'order.enrich': async () => waits });
    const options = {
      policy: defaultPolicy,
      performers,
      records: memoryJournal(),
      clock: () => '2026-03-02T08:00:00.000Z',
    };
    const { events } = await performEffect(options, effect, defaultPolicy);
    const failure = { class: 'throttled', code: 'postponed', retryAfterSeconds: 9 * 3600 };
    expect(events).toMatchObject([{ type: 'effect.failed', failure }]);
  });
});
