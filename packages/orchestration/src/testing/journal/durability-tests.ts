import { type ContractTest, expectSame, listOf } from './contract-test.ts';
import {
  after,
  claim,
  delivery,
  document,
  event,
  keysOf,
  logged,
  lookUp,
  note,
  settlementOf,
  stateOf,
  stream,
} from './sample-records.ts';

/** What a journal that is opened again still knows. */
export const durabilityTests: readonly ContractTest[] = [
  {
    name: 'R01 a journal that is closed and opened again has everything that was appended',
    async run(open) {
      const before = await open('durable');
      const timers = [{ timer: '855', due: after(10) }];
      await before.append({
        streams: [stream('a', 0, { log: [logged('e', lookUp('a'))], notes: [note('a', 'n')], timers })],
        effects: [delivery('d', { priority: 1 }), delivery('free')],
        sequences: [{ name: 's', expected: 0, next: 7 }],
        documents: [document('in/1', 'aaa')],
        marks: [{ key: 'm', expected: undefined, value: 'x' }],
      });
      await claim(before, { limit: 1, worker: 'dead' });
      await before.close();

      const journal = await open('durable');
      expectSame('order', await journal.load('a'), { version: 1, log: [logged('e', lookUp('a'))] });
      expectSame('events', await listOf(journal.events('a')), [event('e')]);
      expectSame('notes', await listOf(journal.notes()), [note('a', 'n')]);
      expectSame('timers', await journal.due(after(10), 10), [{ id: 'a', timer: '855', due: after(10) }]);
      expectSame('sequence', await journal.sequence('s'), 7);
      expectSame('document', [...((await journal.document('in/1'))?.bytes ?? [])], [...document('in/1', 'aaa').bytes]);
      expectSame('mark', await journal.mark('m'), 'x');
      expectSame('what nobody holds', keysOf(await claim(journal)), ['a/erp.find/1/1', 'free']);
      await journal.release('dead');
      const [again] = await claim(journal);
      expectSame('the claim of the dead', [again?.effect.key, again?.reclaimed], ['d', true]);
      await journal.close();
    },
  },
  {
    name: 'R01 what was appended is there though the journal was never closed',
    async run(open) {
      const crashed = await open('crashed');
      await crashed.append({ streams: [stream('a', 0)] });
      const journal = await open('crashed');
      expectSame('version', (await journal.load('a'))?.version, 1);
      await journal.close();
    },
  },
  {
    name: 'R01 an order has its snapshot, the entries after it and its end after a restart; what was compacted stays so',
    async run(open) {
      const before = await open('durable orders');
      const snapshot = stateOf('a', 'x');
      await before.append({ streams: [stream('a', 0, { log: [logged('e1')], snapshot }), stream('b', 0)] });
      const log = [logged('e2', lookUp('a'))];
      await before.append({ streams: [stream('a', 1, { log, closedAt: after(1) })] });
      const claims = await claim(before);
      await before.append({ settle: claims.map(settlementOf), streams: [stream('b', 1, { closedAt: after(2) })] });
      await before.compact('b', 2, stateOf('b', 'end'));
      await before.close();

      const journal = await open('durable orders');
      expectSame('a', await journal.load('a'), { version: 2, snapshot, log });
      expectSame('events', await listOf(journal.events('a')), [event('e1'), event('e2')]);
      expectSame('b', await journal.load('b'), { version: 2, snapshot: stateOf('b', 'end'), log: [] });
      expectSame('closed', await journal.closed(after(9), 10), [{ id: 'a', version: 2 }]);
      await journal.close();
    },
  },
  {
    name: 'R01 a lane that has used up its rate has done so after a restart too, and partners keep their turns',
    async run(open) {
      const limits = [{ lane: 'local', rate: { perSecond: 1, burst: 2 } }];
      const one = (partner: string, key: string) => {
        const body = { type: 'document.deliver', partner, document: key } as const;
        return delivery(key, { body, lane: 'local' });
      };
      const before = await open('durable lanes');
      await before.append({
        effects: [one('p', 'p1'), one('p', 'p2'), one('q', 'q1'), one('p', 'p3'), one('q', 'q2')],
      });
      const [first] = await claim(before, { limits, limit: 1 });
      expectSame('one', first?.effect.key, 'p1');
      await before.close();

      const journal = await open('durable lanes');
      expectSame('the other one', keysOf(await claim(journal, { limits })), ['q1']);
      expectSame('used up', keysOf(await claim(journal, { limits, now: after(0.999) })), []);
      expectSame('filled', keysOf(await claim(journal, { limits, now: after(1) })), ['p2']);
      await journal.close();
    },
  },
];
