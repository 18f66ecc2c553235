import { defaultPolicy } from '@dist/orchestration';
import { performEffect } from '@dist/orchestration/host';
import {
  memoryJournal,
  type OrderFault,
  type OutboxEffect,
  type Outcome,
  type RuntimeOptions,
} from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { capture, entry, id, setting, submit } from './runtime-setting.ts';

/** A policy that cannot be had so many times, from when it is told to. */
function failing() {
  let failures = 0;
  const policy: RuntimeOptions['policy'] = () => {
    if (failures === 0) return defaultPolicy;
    failures--;
    throw new TypeError('this answer cannot be taken');
  };
  const fail = (times: number): void => {
    failures = times;
  };
  return { policy, fail };
}

const accepted: Outcome = {
  events: [{ type: 'erp.accepted', partId: '1', erp: 'erp', number: 'SO-1', rejected: [] }],
};

describe('an answer that its order cannot take', () => {
  it('is a failure of the attempt, which is told with its cause and counts', async () => {
    const { policy, fail } = failing();
    let calls = 0;
    const performer = async (): Promise<Outcome> => {
      calls++;
      fail(1);
      return {};
    };
    const set = setting({ 'order.enrich': performer }, { policy });
    await capture(set);
    expect(await set.runtime.work()).toBe(1);
    expect(await entry(set, `${id}/enrich`)).toMatchObject({ status: 'issued', attempt: 2 });
    for (let round = 0; round < 12; round++) {
      set.later(700);
      await set.settle();
    }
    expect(calls).toBe(defaultPolicy.retry.maximumAttempts);
    const parked = (await set.state())?.effects[`${id}/enrich`];
    expect(parked).toMatchObject({ status: 'parked', class: 'system' });
    expect(parked?.message).toContain('cannot be taken: this answer cannot be taken');
  });

  it('leaves a submit in doubt, which is looked up and never repeated blindly', async () => {
    const { policy, fail } = failing();
    let calls = 0;
    const performer = async (): Promise<Outcome> => {
      calls++;
      fail(1);
      return accepted;
    };
    const find = async (): Promise<Outcome> => accepted;
    const set = setting({ 'erp.submit': performer, 'erp.find': find }, { policy });
    await capture(set);
    await set.settle();
    expect(await entry(set, submit)).toMatchObject({ status: 'inDoubt', attempt: 1 });
    set.later(60);
    await set.settle();
    expect(await entry(set, submit)).toMatchObject({ status: 'done' });
    expect(calls).toBe(1);
  });

  it('nor the failure of it, is a fault of the order, which is told', async () => {
    const { policy, fail } = failing();
    const faults: OrderFault[] = [];
    const performer = async (): Promise<Outcome> => {
      fail(2);
      return {};
    };
    const set = setting({ 'order.enrich': performer }, { policy, onFault: (fault) => faults.push(fault) });
    await capture(set);
    await set.runtime.work();
    expect(faults.map(({ order }) => order)).toEqual([id]);
    expect(await entry(set, `${id}/enrich`)).toMatchObject({ status: 'issued', attempt: 1 });
  });

  it('is not asked for at all while the policy of the order is not here', async () => {
    const { policy, fail } = failing();
    const faults: OrderFault[] = [];
    let calls = 0;
    const performer = async (): Promise<Outcome> => {
      calls++;
      return {};
    };
    const set = setting({ 'order.enrich': performer }, { policy, onFault: (fault) => faults.push(fault) });
    await capture(set);
    fail(1);
    await set.runtime.work();
    expect([calls, faults.length]).toEqual([0, 1]);
    expect(await entry(set, `${id}/enrich`)).toMatchObject({ status: 'issued', attempt: 1 });
  });
});

describe('records of a performer that are none', () => {
  it.each<[string, object]>([
    ['a batch that is no object', { batch: 'x' }],
    ['marks that are no list', { batch: { marks: 'x' } }],
    ['a document that is null', { batch: { documents: [null] } }],
    ['a control number that is no text', { sent: { controlNumber: 5 } }],
    ['a number beyond all numbers', { batch: { sequences: [{ name: 'isa', expected: 0, next: Number.NaN }] } }],
  ])('are a failure of the attempt: %s', async (_, answer) => {
    const set = setting({ 'order.enrich': async () => answer as Outcome });
    await capture(set);
    expect(await set.runtime.work()).toBe(1);
    expect(await entry(set, `${id}/enrich`)).toMatchObject({ status: 'issued', attempt: 2 });
  });
});

describe('records of a performer that an engine cannot keep', () => {
  it.each([
    ['idempotent', 'system'],
    ['lookupFirst', 'inDoubt'],
  ] as const)('are a failure of the attempt, not one that the engine repeats for ever: %s', async (safety, failed) => {
    const batch = { sequences: [{ name: 'isa', expected: 0, next: Number.NaN }] };
    const { options } = setting({ 'order.enrich': async () => ({ batch }) });
    const set = setting();
    await capture(set);
    const [claim] = await set.journal.claim({ now: options.clock(), worker: 'w', limit: 1, lease: 1000 });
    if (claim === undefined) throw new Error('nothing to do');
    const { performers, clock } = options;
    const host = { performers, clock, policy: defaultPolicy, records: memoryJournal() };
    const performed = await performEffect(host, { ...claim.effect, safety } as OutboxEffect, defaultPolicy);
    expect(performed.events).toMatchObject([
      { type: 'effect.failed', failure: { class: failed, code: 'performer-answer' } },
    ]);
  });
});
