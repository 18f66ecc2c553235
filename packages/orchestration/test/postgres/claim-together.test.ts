import type { Claimed, ClaimRequest } from '@dist/orchestration/runtime';
import { expect, it } from 'vitest';
import { claimTogether } from '../../src/runtime/postgres/claim-together.ts';
import { deliveryOf } from '../outside.ts';

const now = '2026-03-02T08:00:00.000Z';
const request = (more: Partial<ClaimRequest> = {}): ClaimRequest => {
  return { now, worker: 'w', limit: 2, lease: 60_000, ...more };
};

/** An outbox that gives as much as it is asked for, and remembers what it was asked. */
function outbox(size = 100) {
  const asked: ClaimRequest[] = [];
  let left = size;
  const claim = async (one: ClaimRequest): Promise<readonly Claimed[]> => {
    asked.push(one);
    const count = Math.min(left, one.limit);
    left -= count;
    const effect = (index: number) => deliveryOf(`${asked.length}/${index}`);
    return Array.from({ length: count }, (_, index) => {
      return { effect: effect(index), lease: `${index}`, reclaimed: false, version: 0 };
    });
  };
  return { asked, claim: claimTogether(claim) };
}

it('loops that ask at the same time ask once, and none gets more than it asked for', async () => {
  const { asked, claim } = outbox(5);
  const shares = await Promise.all([request(), request({ limit: 1 }), request({ limit: 4 })].map(claim));
  expect(asked.map(({ limit }) => limit)).toEqual([7]);
  expect(shares.map((share) => share.length)).toEqual([2, 1, 2]);
  expect(new Set(shares.flat().map(({ effect }) => effect.key)).size).toBe(5);
});

it('a claim lasts from the latest of their instants', async () => {
  const { asked, claim } = outbox();
  const later = '2026-03-02T08:00:01.000Z';
  await Promise.all([request({ now: later }), request()].map(claim));
  expect(asked.map((one) => one.now)).toEqual([later]);
});

it.each<[string, Partial<ClaimRequest>]>([
  ['another worker', { worker: 'v' }],
  ['another lease', { lease: 1000 }],
  ['some lanes', { lanes: ['erp:erp'] }],
  ['limits', { limits: [] }],
  ['some effects', { keys: ['a'] }],
])('who asks for %s asks by itself', async (_, more) => {
  const { asked, claim } = outbox();
  await Promise.all([request(), request(more)].map(claim));
  expect(asked.map(({ limit }) => limit)).toEqual([2, 2]);
});
