import { type ContractTest, expectAppended, expectConflict, expectSame, listOf } from './contract-test.ts';
import { after, event, logged, lookUp, note, now, stateOf, stream } from './sample-records.ts';

/** Orders: state and version, events, notes, timers. */
export const orderTests: readonly ContractTest[] = [
  {
    name: 'an order that was never appended is not there',
    async run(open) {
      const journal = await open('empty');
      expectSame('load', await journal.load('a'), undefined);
      expectSame('orders', await listOf(journal.orders()), []);
      expectSame('events', await listOf(journal.events('a')), []);
      expectSame('notes', await listOf(journal.notes('a')), []);
      await journal.close();
    },
  },
  {
    name: 'load gives the log in its order, each entry with what it issued and its policy, and the version',
    async run(open) {
      const journal = await open('load');
      const first = [{ ...logged('e1', lookUp('a')), policy: 'version “1”' }, logged('ü “2”')];
      expectAppended(await journal.append({ streams: [stream('a', 0, { log: first }), stream('b', 0)] }));
      const again = lookUp('a', { attempt: 2, notBefore: after(5) });
      const second = [logged('e0', again, lookUp('a', { key: 'a/other' }))];
      expectAppended(await journal.append({ streams: [stream('a', 1, { log: second })] }));
      expectSame('load a', await journal.load('a'), { version: 2, log: [...first, ...second] });
      expectSame('load b', await journal.load('b'), { version: 1, log: [] });
      await journal.close();
    },
  },
  {
    name: 'load gives the last snapshot and only the entries after it; events gives all',
    async run(open) {
      const journal = await open('snapshot');
      const snapshot = stateOf('a', 'version 2');
      await journal.append({ streams: [stream('a', 0, { log: [logged('e1')], snapshot: stateOf('a', 'version 1') })] });
      await journal.append({ streams: [stream('a', 1, { log: [logged('e2', lookUp('a'))], snapshot })] });
      expectSame('just stored', await journal.load('a'), { version: 2, snapshot, log: [] });
      await journal.append({ streams: [stream('a', 2, { log: [logged('e3', lookUp('a', { attempt: 2 }))] })] });
      const log = [logged('e3', lookUp('a', { attempt: 2 }))];
      expectSame('later', await journal.load('a'), { version: 3, snapshot, log });
      expectSame('events', await listOf(journal.events('a')), [event('e1'), event('e2'), event('e3')]);
      await journal.close();
    },
  },
  {
    name: 'an append to a version that is not the last is a conflict',
    async run(open) {
      const journal = await open('version');
      expectConflict(await journal.append({ streams: [stream('a', 1)] }), 'version', 'a');
      expectAppended(await journal.append({ streams: [stream('a', 0)] }));
      expectConflict(await journal.append({ streams: [stream('a', 0)] }), 'version', 'a');
      expectConflict(await journal.append({ streams: [stream('a', 2)] }), 'version', 'a');
      expectSame('load', (await journal.load('a'))?.version, 1);
      await journal.close();
    },
  },
  {
    name: 'of appends at the same time to one version exactly one is committed',
    async run(open) {
      const journal = await open('race');
      const results = await Promise.all([1, 2, 3].map(() => journal.append({ streams: [stream('a', 0)] })));
      expectSame('results', results.map(({ status }) => status).sort(), ['appended', 'conflict', 'conflict']);
      await journal.close();
    },
  },
  {
    name: 'events and notes come back in the order of their append',
    async run(open) {
      const journal = await open('events');
      const first = { log: [logged('e1'), logged('e2')], notes: [note('a', 'n1'), note('a', 'n2')] };
      await journal.append({ streams: [stream('a', 0, first)] });
      await journal.append({ streams: [stream('b', 0, { log: [logged('e9')], notes: [note('b', 'n3')] })] });
      await journal.append({ streams: [stream('a', 1, { log: [logged('e0')], notes: [note('a', 'n4')] })] });
      const events = await listOf(journal.events('a'));
      expectSame('events of a', events, [event('e1'), event('e2'), event('e0')]);
      const all = (await listOf(journal.notes())).map(({ message }) => message);
      expectSame('notes', all, ['n1', 'n2', 'n3', 'n4']);
      const own = (await listOf(journal.notes('a'))).map(({ message }) => message);
      expectSame('notes of a', own, ['n1', 'n2', 'n4']);
      await journal.close();
    },
  },
  {
    name: 'orders come in the order of their first append, however many there are',
    async run(open) {
      const journal = await open('orders');
      const ids = Array.from({ length: 1100 }, (_, index) => `order-${(index * 7919) % 1100}`);
      await journal.append({ streams: ids.map((id) => stream(id, 0)) });
      await journal.append({ streams: [stream(ids[3] ?? '', 1)] });
      expectSame('orders', await listOf(journal.orders()), ids);
      expectSame('orders behind one', await listOf(journal.orders(ids[600])), ids.slice(601));
      expectSame('behind the last', await listOf(journal.orders(ids.at(-1))), []);
      await journal.close();
    },
  },
  {
    name: 'timers are due at their instant, earliest first, as many as were asked for',
    async run(open) {
      const journal = await open('timers');
      const timers = [
        { timer: '856/S1', due: after(20) },
        { timer: '855', due: after(10) },
      ];
      await journal.append({ streams: [stream('b', 0, { timers })] });
      await journal.append({ streams: [stream('a', 0, { timers: [{ timer: '855', due: after(10) }] })] });
      expectSame('too early', await journal.due(after(9), 10), []);
      const tens = [
        { id: 'a', timer: '855', due: after(10) },
        { id: 'b', timer: '855', due: after(10) },
      ];
      expectSame('at the instant', await journal.due(after(10), 10), tens);
      expectSame('later', await journal.due(after(99), 10), [...tens, { id: 'b', timer: '856/S1', due: after(20) }]);
      expectSame('limited', await journal.due(after(99), 1), tens.slice(0, 1));
      await journal.close();
    },
  },
  {
    name: 'the timers of an append replace all that the order had',
    async run(open) {
      const journal = await open('timers replaced');
      const timers = [
        { timer: '855', due: after(10) },
        { timer: '810/I1', due: after(20) },
      ];
      await journal.append({ streams: [stream('a', 0, { timers })] });
      await journal.append({ streams: [stream('a', 1, { timers: [{ timer: '810/I1', due: after(30) }] })] });
      expectSame('due', await journal.due(after(99), 10), [{ id: 'a', timer: '810/I1', due: after(30) }]);
      await journal.close();
    },
  },
  {
    name: 'next is the first instant at which an effect or a timer is due, a claim counted by its end',
    async run(open) {
      const journal = await open('next');
      expectSame('nothing', await journal.next(), undefined);
      const timers = [{ timer: '855', due: after(100) }];
      await journal.append({
        streams: [stream('a', 0, { timers, log: [logged('e', lookUp('a', { notBefore: after(5) }))] })],
      });
      expectSame('the effect', await journal.next(), after(5));
      await journal.claim({ now: after(5), worker: 'w', limit: 1, lease: 30_000 });
      expectSame('the end of the claim', await journal.next(), after(35));
      await journal.claim({ now: after(35), worker: 'w', limit: 1, lease: 900_000 });
      expectSame('the timer', await journal.next(), after(100));
      await journal.release('w');
      expectSame('the effect given back', (await journal.next()) ?? now, after(5));
      await journal.close();
    },
  },
];
