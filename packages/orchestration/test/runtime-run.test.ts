import { phase } from '@dist/orchestration';
import { memoryJournal, type Outcome } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { capture, events, id, known, setting } from './runtime-setting.ts';
import { captured, order } from './sample.ts';

const second = captured(order(undefined, { number: 'PO-2' }));

const until = async (holds: () => boolean | Promise<boolean>) => {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 400) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('run', () => {
  it('performs what is there and what comes, without being asked', async () => {
    const set = setting();
    const ending = new AbortController();
    await capture(set);
    const ended = set.runtime.run({ signal: ending.signal, pollMs: 60_000 });
    await until(async () => phase(await known(set)) === 'fulfilling');
    await set.runtime.dispatch({ id: 'northfield/PO-2', events: events(second) });
    await until(() => set.world.erpOrders.size === 2);
    ending.abort();
    await ended;
  });

  it('sees after a while what another process has brought, and timers that have come due', async () => {
    const set = setting();
    const ending = new AbortController();
    const ended = set.runtime.run({ signal: ending.signal, pollMs: 10 });
    await capture(setting({}, { journal: set.journal }));
    await until(async () => phase(await known(set)) === 'fulfilling');
    set.later(30 * 24 * 3600);
    await until(() => set.notes.includes('sla.breached'));
    ending.abort();
    await ended;
  });

  it('has no more at work at once than it may, and as many', async () => {
    let [now, most] = [0, 0];
    const slow = async (): Promise<Outcome> => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now--;
      return {};
    };
    const set = setting({ 'document.send': slow, 'erp.submit': slow });
    const ending = new AbortController();
    const ids = Array.from({ length: 12 }, (_, index) => `northfield/PO-${index}`);
    await set.runtime.dispatch(ids.map((one) => ({ id: one, events: events(second) })));
    const ended = set.runtime.run({ signal: ending.signal, concurrency: 3 });
    await until(async () => (await set.runtime.pressure()).waiting === 0 && now === 0);
    ending.abort();
    await ended;
    expect(most).toBe(3);
  });

  it('ends what was begun, and begins nothing more', async () => {
    let finish = () => {};
    const begun: string[] = [];
    const slow = ({ key }: { key: string }) => {
      begun.push(key);
      return new Promise<Outcome>((resolve) => {
        finish = () => resolve({});
      });
    };
    const set = setting({ 'order.enrich': slow });
    const ending = new AbortController();
    await capture(set);
    let hasEnded = false;
    const ended = set.runtime.run({ signal: ending.signal, concurrency: 1 }).then(() => {
      hasEnded = true;
    });
    await until(() => begun.length === 1);
    await set.runtime.dispatch({ id: 'northfield/PO-2', events: events(second) });
    ending.abort();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(hasEnded).toBe(false);
    finish();
    await ended;
    expect(begun).toEqual([`${id}/enrich`]);
  });

  it('goes on when the journal fails for a while, and says so', async () => {
    const store = memoryJournal();
    let failures = 0;
    const journal = {
      ...store,
      claim: (request: Parameters<typeof store.claim>[0]) =>
        failures++ === 0 ? Promise.reject(new Error('the database is gone')) : store.claim(request),
    };
    const set = setting({}, { journal });
    await capture(set);
    const ending = new AbortController();
    const told: unknown[] = [];
    const ended = set.runtime.run({ signal: ending.signal, onError: (error) => told.push(error) });
    await until(async () => phase(await known(set)) === 'fulfilling');
    ending.abort();
    await ended;
    expect(told).toEqual([new Error('the database is gone')]);
  });

  it('rejects when the journal fails and nobody is told', async () => {
    const journal = { ...memoryJournal(), claim: () => Promise.reject(new Error('the database is gone')) };
    const { runtime } = setting({}, { journal });
    await expect(runtime.run({ signal: new AbortController().signal })).rejects.toThrow('the database is gone');
  });

  it('rests while what is due waits for its lane', async () => {
    const store = memoryJournal();
    let claims = 0;
    const journal = {
      ...store,
      claim: (request: Parameters<typeof store.claim>[0]) => {
        claims++;
        return store.claim(request);
      },
    };
    const set = setting({}, { journal, limits: [{ lane: '*', paused: true }] });
    await capture(set);
    const ending = new AbortController();
    const ended = set.runtime.run({ signal: ending.signal, pollMs: 50 });
    await new Promise((resolve) => setTimeout(resolve, 120));
    ending.abort();
    await ended;
    expect(claims).toBeLessThan(6);
  });
});
