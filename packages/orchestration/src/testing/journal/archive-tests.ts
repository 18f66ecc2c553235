import type { Journal } from '../../runtime/journal.ts';
import { type ContractTest, expectAppended, expectConflict, expectSame, listOf } from './contract-test.ts';
import {
  after,
  claim,
  delivery,
  event,
  logged,
  lookUp,
  note,
  now,
  settlementOf,
  stateOf,
  stream,
} from './sample-records.ts';

/** Orders that have ended: which they are, and what stays of them. */
export const archiveTests: readonly ContractTest[] = [
  {
    name: 'closed tells of orders that have been closed since an instant, longest first, as many as were asked for',
    async run(open) {
      const journal = await open('closed');
      const close = (id: string, seconds: number) => stream(id, 0, { closedAt: after(seconds) });
      await journal.append({ streams: [close('c', 30), close('a', 20), stream('open', 0), close('b', 10)] });
      const closed = async (at: string, limit = 10) => (await journal.closed(at, limit)).map(({ id }) => id);
      expectSame('too early', await closed(after(9.999)), []);
      expectSame('at the instant', await closed(after(20)), ['b', 'a']);
      expectSame('limited', await closed(after(99), 2), ['b', 'a']);
      expectSame('with versions', await journal.closed(after(10), 10), [{ id: 'b', version: 1 }]);
      await journal.append({ streams: [stream('b', 1)] });
      expectSame('open again', await closed(after(99)), ['a', 'c']);
      await journal.close();
    },
  },
  {
    name: 'no order is told of as closed that has a timer, or anything in the outbox, be it claimed',
    async run(open) {
      const journal = await open('closed but busy');
      const closedAt = now;
      await journal.append({
        streams: [
          stream('timer', 0, { closedAt, timers: [{ timer: '855', due: after(9) }] }),
          stream('effect', 0, { closedAt, log: [logged('e', lookUp('effect'))] }),
          stream('delivery', 0, { closedAt }),
        ],
        effects: [delivery('d', { order: 'delivery' })],
      });
      expectSame('none', await journal.closed(after(99), 10), []);
      const claims = await claim(journal);
      expectSame('none yet', await journal.closed(after(99), 10), []);
      await journal.append({ settle: claims.map(settlementOf) });
      const ids = (await journal.closed(after(99), 10)).map(({ id }) => id).sort();
      expectSame('what has ended', ids, ['delivery', 'effect']);
      await journal.close();
    },
  },
  {
    name: 'R04 compact leaves id, version and snapshot of one order, and drops its log and notes',
    async run(open) {
      const journal = await open('compact');
      await twoOrders(journal);
      const snapshot = stateOf('a', 'at the end');
      expectConflict(await journal.compact('a', 1, snapshot), 'version', 'a');
      expectConflict(await journal.compact('nobody', 1, snapshot), 'version', 'nobody');
      expectSame('untouched', (await listOf(journal.events('a'))).length, 2);
      expectAppended(await journal.compact('a', 2, snapshot));
      expectSame('load', await journal.load('a'), { version: 2, snapshot, log: [] });
      expectSame('orders', await listOf(journal.orders()), ['a', 'b']);
      expectSame('events', await listOf(journal.events('a')), []);
      expectSame('notes', await listOf(journal.notes()), [note('b', 'n2')]);
      expectSame('notes of a', await listOf(journal.notes('a')), []);
      expectSame('events of b', await listOf(journal.events('b')), [event('e')]);
      const entry = logged('e', lookUp('b'));
      expectSame('the other order', await journal.load('b'), { version: 1, log: [entry] });
      expectSame('once', await journal.closed(after(99), 10), []);
      await journal.close();
    },
  },
  {
    name: 'R04 a compacted order goes on, and may be compacted again when it has moved and closed',
    async run(open) {
      const journal = await open('compact and late');
      await twoOrders(journal);
      const snapshot = stateOf('a', 'at the end');
      await journal.compact('a', 2, snapshot);
      expectConflict(await journal.append({ streams: [stream('a', 0)] }), 'version', 'a');
      const log = [logged('late', lookUp('a', { key: 'a/late' }))];
      expectAppended(await journal.append({ streams: [stream('a', 2, { log, closedAt: after(50) })] }));
      expectSame('load', await journal.load('a'), { version: 3, snapshot, log });
      expectSame('events', await listOf(journal.events('a')), [event('late')]);
      const claims = await claim(journal, { now: after(50) });
      expectSame('the effect', claims.map(({ effect }) => effect.key).sort(), ['a/late', 'b/erp.find/1/1']);
      await journal.append({ settle: claims.map(settlementOf) });
      expectSame('closed again', await journal.closed(after(50), 10), [{ id: 'a', version: 3 }]);
      expectAppended(await journal.compact('a', 3, stateOf('a', 'later')));
      expectSame('the end', await journal.load('a'), { version: 3, snapshot: stateOf('a', 'later'), log: [] });
      await journal.close();
    },
  },
  {
    name: 'what lies in the outbox of a compacted order is claimed as it was issued',
    async run(open) {
      const journal = await open('compact and outbox');
      await journal.append({ streams: [stream('a', 0, { log: [logged('e', lookUp('a'))] })] });
      await journal.compact('a', 1, stateOf('a', 'x'));
      expectSame('the effect', (await claim(journal))[0]?.effect, lookUp('a'));
      await journal.close();
    },
  },
];

/** Order a: two events, an effect that is done, closed at its second version. Order b is open. */
async function twoOrders(journal: Journal): Promise<void> {
  const first = { log: [logged('e1', lookUp('a'))], notes: [note('a', 'n1')] };
  await journal.append({ streams: [stream('a', 0, first)] });
  const settle = (await claim(journal)).map(settlementOf);
  await journal.append({ settle, streams: [stream('a', 1, { log: [logged('e2')], closedAt: after(1) })] });
  await journal.append({
    streams: [stream('b', 0, { log: [logged('e', lookUp('b'))], notes: [note('b', 'n2')] })],
  });
}
