import { type Fetch, memoryTokenCache } from '@dist/connectors';
import { acumatica, licenceLimits } from '@dist/connectors/acumatica';
import { describe, expect, it } from 'vitest';
import { application, order, signIn } from './subject.ts';
import { baseUrl, call, pathsOf, world } from './world.ts';

describe('edge 7: sessions that the licence counts', () => {
  it('one serves many calls, and functions without memory share it through the cache (edge 9)', async () => {
    const { fake, sent, connect } = world({ credentials: signIn, cache: memoryTokenCache() });
    await connect().orders.find('a');
    await connect().orders.find('b');
    expect(pathsOf(sent).filter((path) => path.endsWith('/login'))).toHaveLength(1);
    expect(fake.state.sessions.size).toBe(1);
  });

  it('of two branches are two, though the user and the cache are one', async () => {
    const cache = memoryTokenCache();
    for (const branch of ['EAST', 'WEST']) {
      const { fake, erp } = world({ credentials: { ...signIn, branch } as typeof signIn, cache });
      await erp.orders.find('a');
      expect(fake.state.opened).toBe(1);
    }
  });

  it.each([
    ['a session', signIn],
    ['a connected application', application],
  ])('of %s are given back by signOut, and the next call opens another', async (_, credentials) => {
    const { fake, sent, erp } = world({ credentials });
    await erp.orders.find('a');
    await erp.signOut();
    expect(fake.state.sessions.size).toBe(0);
    await erp.signOut();
    expect(pathsOf(sent).filter((path) => path.endsWith('/logout'))).toHaveLength(1);
  });

  it('are given back after a failure, too, and a sign-out that fails does not reject', async () => {
    const { fake } = world();
    const fetch: Fetch = async (url, init) => {
      if (url.includes('/SalesOrder')) return new Response('', { status: 500 });
      return await fake.handle(new Request(url, init));
    };
    const erp = acumatica({ baseUrl, credentials: signIn, fetch });
    expect(await erp.orders.find('a')).toMatchObject({ status: 'failed' });
    await erp.signOut();
    expect(fake.state.sessions.size).toBe(0);
    const offline = acumatica({ baseUrl, credentials: signIn, fetch: () => Promise.reject(new TypeError('no')) });
    await offline.orders.find('a');
    await expect(offline.signOut()).resolves.toBeUndefined();
  });

  it('one too many is limited and safe to try again; nothing was made', async () => {
    const { fake, erp } = world({ credentials: signIn });
    for (const other of ['a', 'b']) fake.state.sessions.add(other);
    expect(await erp.orders.submit(order, call)).toMatchObject({
      status: 'failed',
      failure: { class: 'concurrency-limited', retryable: true, safeToReplay: true },
    });
    expect(fake.orders()).toBe(0);
  });

  it('are not had by a wrong password, which stands in no message', async () => {
    const { erp } = world({ credentials: { ...signIn, password: 'wrong' } as typeof signIn });
    expect(await erp.orders.find('a')).toMatchObject({
      status: 'failed',
      failure: { class: 'auth', retryable: false },
    });
  });

  it('that were idle for ten minutes are opened anew, without a call that is refused', async () => {
    let time = Date.parse('2026-03-02T08:00:00Z');
    const { sent, erp, fake } = world({ credentials: signIn, now: () => time });
    await erp.orders.find('a');
    time += 5 * 60_000;
    await erp.orders.find('b');
    time += 8 * 60_000;
    await erp.orders.find('c');
    expect(fake.state.opened).toBe(1);
    time += 10 * 60_000;
    await erp.orders.find('d');
    expect(pathsOf(sent).filter((path) => path.endsWith('/login'))).toHaveLength(2);
  });

  it('the licence’s figures are limits, of which half is used, where Acumatica begins to delay', () => {
    expect(licenceLimits({ requestsPerMinute: 100, requestsAtOnce: 3 })).toEqual([
      { kind: 'window', requests: 50, seconds: 60, span: 'sliding' },
      { kind: 'concurrency', requests: 3, lostSeconds: 600 },
    ]);
    for (const wrong of [{ requestsPerMinute: 0 }, { requestsAtOnce: 1.5 }, { share: 0 }, { share: 2 }]) {
      expect(() => licenceLimits({ requestsPerMinute: 100, requestsAtOnce: 3, ...wrong })).toThrow(RangeError);
    }
  });
});
