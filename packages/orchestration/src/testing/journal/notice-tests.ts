import type { Journal } from '../../runtime/journal.ts';
import { type ContractTest, expectSame } from './contract-test.ts';
import { after, claim, delivery, keysOf, logged, lookUp, now, settlementOf, stream } from './sample-records.ts';

/** What a queue lives by: which effects wait, and the claim of the one that it tells of. */
export const noticeTests: readonly ContractTest[] = [
  {
    name: 'a claim by key takes those effects and no others',
    async run(open) {
      const journal = await open('keys');
      await journal.append({ effects: ['a', 'b', 'c', 'd'].map((key) => delivery(key)) });
      expectSame('no key', keysOf(await claim(journal, { keys: [] })), []);
      expectSame('one', keysOf(await claim(journal, { keys: ['c'] })), ['c']);
      expectSame('it is claimed', keysOf(await claim(journal, { keys: ['c'], worker: 'other' })), []);
      const keys = ['d', 'a', 'a', 'no such effect'];
      expectSame('as many as asked for', keysOf(await claim(journal, { keys, limit: 1 })), ['a']);
      expectSame('in the order of the lane', keysOf(await claim(journal, { keys: ['b', ...keys] })), ['b', 'd']);
      await journal.close();
    },
  },
  {
    name: 'a claim by key keeps to times, lanes, limits and leases',
    async run(open) {
      const journal = await open('keys and limits');
      await journal.append({
        effects: [delivery('late', { notBefore: after(5) }), delivery('a'), delivery('b', { lane: 'erp:erp' })],
      });
      const [keys, lanes] = [['late', 'a', 'b'], ['partner:northfield']];
      expectSame('another lane', keysOf(await claim(journal, { keys: ['b'], lanes })), []);
      const limits = [{ lane: 'erp:erp', paused: true }];
      expectSame('paused', keysOf(await claim(journal, { keys: ['b'], limits })), []);
      const one = [{ lane: 'partner:*', concurrency: 1 }];
      expectSame('not due', keysOf(await claim(journal, { keys: ['late'], limits: one })), []);
      const [held] = await claim(journal, { keys, limits: one, lanes, lease: 5000 });
      expectSame('due', held?.effect.key, 'a');
      expectSame('full', keysOf(await claim(journal, { keys, limits: one, lanes, now: after(4.999) })), []);
      const [again] = await claim(journal, { keys: ['a'], now: after(5) });
      expectSame('the lease ran out', [again?.effect.key, again?.reclaimed], ['a', true]);
      await journal.close();
    },
  },
  {
    name: 'R23 a claim by key does not go past an earlier effect of the order on a partner lane',
    async run(open) {
      const journal = await open('keys and queue');
      const [first, second] = ['a/855', 'a/856'].map((key) => lookUp('a', { key, lane: 'partner:northfield' }));
      if (first === undefined || second === undefined) throw new TypeError('two effects are needed');
      await journal.append({ streams: [stream('a', 0, { log: [logged('e', first, second)] })] });
      expectSame('behind', keysOf(await claim(journal, { keys: ['a/856'] })), []);
      const claims = await claim(journal, { keys: ['a/855'] });
      expectSame('behind what is claimed', keysOf(await claim(journal, { keys: ['a/856'] })), []);
      await journal.append({ settle: claims.map(settlementOf) });
      expectSame('then', keysOf(await claim(journal, { keys: ['a/856'] })), ['a/856']);
      await journal.close();
    },
  },
  {
    name: 'what waits is told as a claim would take it, and is not taken',
    async run(open) {
      const journal = await open('waiting');
      await journal.append({
        streams: [stream('a', 0, { log: [logged('e', lookUp('a', { priority: 1, attempt: 3 }))] })],
        effects: [delivery('late', { notBefore: after(5) }), delivery('b'), delivery('first', { priority: -1 })],
      });
      const find = { key: 'a/erp.find/1/1', attempt: 3, lane: 'erp:erp', class: 'realTime', notBefore: now };
      const limits = [{ lane: 'partner:*', rate: { perSecond: 1, burst: 1 } }];
      for (const look of ['once', 'twice'])
        expectSame(look, await told(journal, { limits }), [
          { ...find, key: 'first', attempt: 1, lane: 'partner:northfield' },
          find,
        ]);
      expectSame('a key', await keysTold(journal, { keys: ['b', 'late'] }), ['b']);
      expectSame('a lane', await keysTold(journal, { lanes: ['erp:erp'] }), [find.key]);
      expectSame('as many as asked for', (await told(journal, { limit: 1 })).length, 1);
      const claims = await claim(journal, { limits, lease: 5000 });
      expectSame('claimed', keysOf(claims), ['first', find.key]);
      expectSame('the rate', await keysTold(journal, { limits }), []);
      expectSame('what is claimed does not wait', await keysTold(journal, {}), ['b']);
      const later = await keysTold(journal, { now: after(5) });
      expectSame('until its lease runs out', [...later].sort(), [find.key, 'b', 'first', 'late']);
      await journal.close();
    },
  },
];

type Asked = Partial<Parameters<Journal['waiting']>[0]>;

function told(journal: Journal, more: Asked) {
  return journal.waiting({ now, limit: 100, ...more });
}

async function keysTold(journal: Journal, more: Asked): Promise<readonly string[]> {
  return (await told(journal, more)).map(({ key }) => key);
}
