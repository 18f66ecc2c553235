import { applyAvailability, memoryVersionedStore, type VersionedStore } from '@dist/orchestration/availability';
import { describe, expect, it } from 'vitest';
import { nothing, patient, request, second, stock } from './sample-stock.ts';

describe('many writers of one item', () => {
  const target = (store: VersionedStore) => ({ store, empty: nothing, policy: patient });

  it('share five units among ten who want one each at the same time', async () => {
    const store = memoryVersionedStore();
    await applyAvailability(stock(1, 5), target(store));
    const all = Array.from({ length: 10 }, (_, index) => applyAvailability(request(`r${index}`, 1), target(store)));
    const answers = (await Promise.all(all)).map((one) => one.status === 'applied' && one.reservation?.status);
    expect(answers.filter((status) => status === 'held')).toHaveLength(5);
    expect(answers.filter((status) => status === 'refused')).toHaveLength(5);
    expect(store.effects().filter(({ body }) => body.type === 'reservation.granted')).toHaveLength(5);
  });

  it('get the same answer when the first one was lost', async () => {
    const store = memoryVersionedStore();
    await applyAvailability(stock(1, 5), target(store));
    const lossy: VersionedStore = {
      ...store,
      save: async (...row) => {
        await store.save(...row);
        throw new Error('connection reset');
      },
    };
    await expect(applyAvailability(request('a', 3), target(lossy))).rejects.toThrow('connection reset');
    expect(await applyAvailability(request('a', 3), target(store))).toMatchObject({ reservation: { status: 'held' } });
    expect((await store.load('AX-100'))?.version).toBe(2);
  });

  it('give up after so many attempts, with nothing written', async () => {
    const busy: VersionedStore = { load: async () => undefined, save: async () => 'conflict' };
    const answer = await applyAvailability(stock(1, 5), { ...target(busy), attempts: 3 });
    expect(answer).toEqual({ status: 'contended', attempts: 3 });
  });

  it('find the timers that are due, earliest first', async () => {
    const store = memoryVersionedStore();
    await applyAvailability(stock(1, 5), target(store));
    await applyAvailability(request('late', 1, { expiresAt: second(50) }), target(store));
    await applyAvailability(request('early', 1, { expiresAt: second(40) }), target(store));
    expect(store.due(second(45))).toEqual([{ item: 'AX-100', timer: 'expiry/early', due: second(40) }]);
    expect(store.due(second(50)).map(({ timer }) => timer)).toEqual(['expiry/early', 'expiry/late']);
  });
});
