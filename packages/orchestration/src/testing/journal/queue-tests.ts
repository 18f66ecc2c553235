import type { Claimed, Journal } from '../../runtime/journal.ts';
import type { Effect } from '../../word/effect.ts';
import { type ContractTest, expectAppended, expectSame } from './contract-test.ts';
import { after, claim, delivery, keysOf, logged, lookUp, settlementOf, stream } from './sample-records.ts';

/** The queue of an order on a partner lane: an 855 before its 856, that before the 810. */
export const queueTests: readonly ContractTest[] = [
  {
    name: 'R23 effects of one order on one partner lane are claimed one at a time, in the order they were issued',
    async run(open) {
      const journal = await open('queue');
      await issue(journal, document('a', '855'), document('a', '856'), document('a', '810', { priority: -9 }));
      for (const name of ['a/855', 'a/856', 'a/810']) {
        const claims = await claim(journal);
        expectSame('the next', keysOf(claims), [name]);
        expectSame('claimed already', keysOf(await claim(journal, { worker: 'other' })), []);
        await settle(journal, claims);
      }
      await journal.close();
    },
  },
  {
    name: 'what another order, another lane or no order at all has in the outbox does not hold an effect back',
    async run(open) {
      const journal = await open('queues apart');
      await issue(journal, document('a', '855'), document('a', '856', { lane: 'partner:other' }), document('b', '855'));
      await journal.append({ effects: [delivery('d'), delivery('e')] });
      expectSame('all', keysOf(await claim(journal)), ['a/855', 'a/856', 'b/855', 'd', 'e']);
      await journal.close();
    },
  },
  {
    name: 'effects of one order on a lane that is no partner are claimed together',
    async run(open) {
      const journal = await open('no queue');
      const lanes = ['erp:e', 'erp:e', 'shop:s', 'shop:s', 'local', 'local'];
      await issue(journal, ...lanes.map((lane, index) => lookUp('a', { key: `${index}`, lane })));
      expectSame('all', [...keysOf(await claim(journal))].sort(), ['0', '1', '2', '3', '4', '5']);
      await journal.close();
    },
  },
  {
    name: 'an effect that is tried again keeps its place: what was issued after it waits with it',
    async run(open) {
      const journal = await open('queue and attempts');
      await issue(journal, document('a', '855'), document('a', '856'));
      const again = document('a', '855', { attempt: 2, notBefore: after(5) });
      await settle(journal, await claim(journal), again);
      expectSame('both wait', keysOf(await claim(journal, { now: after(4.999) })), []);
      expectSame('nothing is due before', await journal.next(), after(5));
      const claims = await claim(journal, { now: after(5) });
      expectSame('the next attempt', claims[0]?.effect, again);
      expectSame('and no more', claims.length, 1);
      await settle(journal, claims);
      expectSame('then what waited', keysOf(await claim(journal, { now: after(5) })), ['a/856']);
      await journal.close();
    },
  },
  {
    name: 'what is postponed comes again at its time, as it was and never begun, and holds nothing of its order back',
    async run(open) {
      const journal = await open('postponed');
      await issue(journal, document('a', '855'), document('a', '856'));
      const [claimed] = await claim(journal);
      if (claimed === undefined) throw new Error('nothing is claimed');
      const later = { ...claimed.effect, notBefore: after(60) };
      expectAppended(await journal.append({ settle: [settlementOf(claimed)], postponed: [later] }));
      const second = await claim(journal);
      expectSame('what was behind it', keysOf(second), ['a/856']);
      await settle(journal, second);
      expectSame('its time', await journal.next(), after(60));
      expectSame('not before', keysOf(await claim(journal, { now: after(59.999) })), []);
      const [again] = await claim(journal, { now: after(60) });
      expectSame('the same attempt', again?.effect, later);
      expectSame('not reclaimed', [again?.reclaimed, again?.version], [false, 2]);
      expectSame('its order', (await journal.load('a'))?.version, 2);
      if (again !== undefined) await settle(journal, [again]);
      expectSame('gone', await journal.next(), undefined);
      await journal.close();
    },
  },
  {
    name: 'an effect that is replaced before it was settled keeps its place',
    async run(open) {
      const journal = await open('queue and replacement');
      await issue(journal, document('a', '855'), document('a', '856'));
      await issue(journal, document('a', '855', { attempt: 2 }));
      expectSame('the first', keysOf(await claim(journal)), ['a/855']);
      await journal.close();
    },
  },
  {
    name: 'an effect whose claim ran out comes again before what was issued after it',
    async run(open) {
      const journal = await open('queue and lease');
      await issue(journal, document('a', '855'), document('a', '856'));
      await claim(journal, { lease: 10_000 });
      expectSame('when something is due next', await journal.next(), after(10));
      const claims = await claim(journal, { now: after(10), worker: 'other' });
      expectSame('the first again', keysOf(claims), ['a/855']);
      expectSame('reclaimed', claims[0]?.reclaimed, true);
      await journal.close();
    },
  },
  {
    name: 'what left the outbox holds nothing back, and comes in at the end when it is put in again',
    async run(open) {
      const journal = await open('queue and parking');
      await issue(journal, document('a', '855'), document('a', '856'));
      await settle(journal, await claim(journal));
      await issue(journal, document('a', '855', { attempt: 2 }));
      for (const name of ['a/856', 'a/855']) {
        const claims = await claim(journal);
        expectSame('the next', keysOf(claims), [name]);
        await settle(journal, claims);
      }
      await journal.close();
    },
  },
];

/** A look-up in the place of a document: a journal does not know what an effect does. */
function document(order: string, type: string, more: Partial<Effect> = {}): Effect {
  return lookUp(order, { key: `${order}/${type}`, lane: 'partner:northfield', ...more });
}

/** Puts effects in the outbox, each in the stream of its order. */
async function issue(journal: Journal, ...effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    const version = (await journal.load(effect.order))?.version ?? 0;
    expectAppended(
      await journal.append({ streams: [stream(effect.order, version, { log: [logged(`e${version}`, effect)] })] }),
    );
  }
}

/** Ends claims, in one batch with the next attempt when there is one. */
async function settle(journal: Journal, claims: readonly Claimed[], again?: Effect): Promise<void> {
  const version = again && ((await journal.load(again.order))?.version ?? 0);
  const streams =
    again && version !== undefined ? [stream(again.order, version, { log: [logged(`e${version}`, again)] })] : [];
  expectAppended(
    await journal.append({ settle: claims.map(({ effect: { key }, lease }) => ({ key, lease })), streams }),
  );
}
