import { type ContractTest, expectAppended, expectConflict, expectSame } from './contract-test.ts';
import { after, claim, delivery, keysOf, logged, lookUp, stream } from './sample-records.ts';

/** The outbox: who gets which effect when, and how it ends. */
export const outboxTests: readonly ContractTest[] = [
  {
    name: 'an effect is claimed as it was put in, once',
    async run(open) {
      const journal = await open('claim');
      await journal.append({
        streams: [stream('a', 0, { log: [logged('e', lookUp('a'))] })],
        effects: [delivery('d')],
      });
      const [first, second, third] = await claim(journal);
      expectSame('of an order', first?.effect, lookUp('a'));
      expectSame('of no order', second?.effect, delivery('d'));
      expectSame('no more', third, undefined);
      expectSame('not reclaimed', first?.reclaimed, false);
      expectSame('claimed already', await claim(journal, { worker: 'other' }), []);
      await journal.close();
    },
  },
  {
    name: 'lower priority goes first, then what is older, as many as were asked for',
    async run(open) {
      const journal = await open('claim order');
      await journal.append({ effects: [delivery('late', { priority: 9 }), delivery('z', { priority: 5 })] });
      await journal.append({ effects: [delivery('a', { priority: 5 }), delivery('urgent', { priority: -1 })] });
      expectSame('first two', keysOf(await claim(journal, { limit: 2 })), ['urgent', 'z']);
      expectSame('the rest', keysOf(await claim(journal)), ['a', 'late']);
      await journal.close();
    },
  },
  {
    name: 'a worker gets effects of the lanes that it asked for',
    async run(open) {
      const journal = await open('lanes');
      await journal.append({ effects: ['erp:a', 'erp:b', 'local'].map((lane) => delivery(lane, { lane })) });
      expectSame('no lane', keysOf(await claim(journal, { lanes: [] })), []);
      expectSame('two lanes', keysOf(await claim(journal, { lanes: ['local', 'erp:a'] })), ['erp:a', 'local']);
      expectSame('all lanes', keysOf(await claim(journal)), ['erp:b']);
      await journal.close();
    },
  },
  {
    name: 'no effect is claimed before its time',
    async run(open) {
      const journal = await open('not before');
      await journal.append({ effects: [delivery('d', { notBefore: after(10) })] });
      expectSame('too early', keysOf(await claim(journal, { now: after(9.999) })), []);
      expectSame('at its time', keysOf(await claim(journal, { now: after(10) })), ['d']);
      await journal.close();
    },
  },
  {
    name: 'an effect comes again as reclaimed when its claim ran out, not before',
    async run(open) {
      const journal = await open('lease');
      await journal.append({ effects: [delivery('d')] });
      const [first] = await claim(journal, { lease: 10_000 });
      expectSame('still claimed', keysOf(await claim(journal, { now: after(9.999) })), []);
      const [second] = await claim(journal, { now: after(10), worker: 'other' });
      expectSame('reclaimed', second?.reclaimed, true);
      expectSame('another lease', first?.lease === second?.lease, false);
      await journal.close();
    },
  },
  {
    name: 'release gives the claims of one worker back at once, as reclaimed',
    async run(open) {
      const journal = await open('release');
      await journal.append({ effects: [delivery('a'), delivery('b')] });
      await claim(journal, { limit: 1, worker: 'dead' });
      await claim(journal, { limit: 1, worker: 'alive' });
      await journal.release('dead');
      const again = await claim(journal, { worker: 'alive' });
      expectSame('given back', keysOf(again), ['a']);
      expectSame('reclaimed', again[0]?.reclaimed, true);
      await journal.close();
    },
  },
  {
    name: 'a claim that was never begun comes again as if it had not been made, unless it was reclaimed before',
    async run(open) {
      const journal = await open('unstarted');
      await journal.append({ effects: [delivery('a'), delivery('b'), delivery('c')] });
      await claim(journal, { limit: 1, lease: 1000, worker: 'dead' });
      const claims = await claim(journal, { now: after(1) });
      const leases = claims.filter(({ effect }) => effect.key !== 'c').map(({ lease }) => lease);
      await journal.release('w', leases);
      const again = await claim(journal, { now: after(1) });
      const reclaimed = again.filter((one) => one.reclaimed).map(({ effect }) => effect.key);
      expectSame('reclaimed', reclaimed, ['a', 'c']);
      expectSame('all', keysOf(again), ['a', 'b', 'c']);
      const known = new Set(claims.map(({ lease }) => lease));
      expectSame('other leases', again.filter(({ lease }) => known.has(lease)).length, 0);
      await journal.close();
    },
  },
  {
    name: 'a claim tells the version that its order has then, 0 of what belongs to none',
    async run(open) {
      const journal = await open('version of the order');
      await journal.append({ streams: [stream('a', 0, { log: [logged('e', lookUp('a'))] })] });
      await journal.append({ streams: [stream('a', 1)], effects: [delivery('d'), delivery('x', { order: 'x' })] });
      const claims = await claim(journal);
      const versions = Object.fromEntries(claims.map(({ effect, version }) => [effect.key, version]));
      expectSame('versions', versions, { 'a/erp.find/1/1': 2, d: 0, x: 0 });
      await journal.close();
    },
  },
  {
    name: 'of a key that one batch issues twice, the last goes to the outbox',
    async run(open) {
      const journal = await open('issued twice');
      const [first, second] = [lookUp('a'), lookUp('a', { attempt: 2, priority: 1 })];
      const log = [logged('e1', first), logged('e2', second)];
      expectAppended(await journal.append({ streams: [stream('a', 0, { log })] }));
      const claims = await claim(journal);
      expectSame('one', claims.length, 1);
      expectSame('the last', claims[0]?.effect, second);
      expectSame('both in the log', (await journal.load('a'))?.log, log);
      await journal.close();
    },
  },
  {
    name: 'a settled effect does not come again',
    async run(open) {
      const journal = await open('settle');
      await journal.append({ effects: [delivery('d')] });
      const [held] = await claim(journal);
      expectAppended(await journal.append({ settle: [{ key: 'd', lease: held?.lease ?? '' }] }));
      expectSame('gone', keysOf(await claim(journal, { now: after(9999) })), []);
      await journal.close();
    },
  },
  {
    name: 'whoever lost the claim cannot settle: to another worker, by settling twice, or without one',
    async run(open) {
      const journal = await open('lease lost');
      await journal.append({ effects: [delivery('d')] });
      expectConflict(await journal.append({ settle: [{ key: 'd', lease: 'w' }] }), 'lease', 'd');
      const [first] = await claim(journal, { lease: 1000 });
      const [second] = await claim(journal, { now: after(1) });
      expectConflict(await journal.append({ settle: [{ key: 'd', lease: first?.lease ?? '' }] }), 'lease', 'd');
      expectAppended(await journal.append({ settle: [{ key: 'd', lease: second?.lease ?? '' }] }));
      expectConflict(await journal.append({ settle: [{ key: 'd', lease: second?.lease ?? '' }] }), 'lease', 'd');
      await journal.close();
    },
  },
  {
    name: 'the next attempt takes the place of the effect, in the batch that settles it and later',
    async run(open) {
      const journal = await open('attempts');
      await journal.append({ effects: [delivery('d'), delivery('e')] });
      const [held] = await claim(journal, { limit: 1 });
      const again = delivery('d', { attempt: 2, notBefore: after(5) });
      expectAppended(await journal.append({ settle: [{ key: 'd', lease: held?.lease ?? '' }], effects: [again] }));
      expectSame('waits', keysOf(await claim(journal)), ['e']);
      const [second] = await claim(journal, { now: after(5) });
      expectSame('the next attempt', second, { effect: again, lease: second?.lease, reclaimed: false, version: 0 });
      await journal.close();
    },
  },
  {
    name: 'a claim of an attempt gone by does not settle the next one',
    async run(open) {
      const journal = await open('attempts apart');
      await journal.append({ effects: [delivery('d')] });
      const [first] = await claim(journal);
      await journal.append({ effects: [delivery('d', { attempt: 2 })] });
      await claim(journal);
      expectConflict(await journal.append({ settle: [{ key: 'd', lease: first?.lease ?? '' }] }), 'lease', 'd');
      await journal.close();
    },
  },
];
