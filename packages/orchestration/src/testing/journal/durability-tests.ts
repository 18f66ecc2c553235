import { type ContractTest, expectSame, listOf } from './contract-test.ts';
import { after, claim, delivery, document, event, keysOf, note, stateOf, stream } from './sample-records.ts';

/** What a journal that is opened again still knows. */
export const durabilityTests: readonly ContractTest[] = [
  {
    name: 'R01 a journal that is closed and opened again has everything that was appended',
    async run(open) {
      const before = await open('durable');
      const timers = [{ timer: '855', due: after(10) }];
      await before.append({
        streams: [stream('a', 0, { events: [event('e')], notes: [note('a', 'n')], timers })],
        effects: [delivery('d'), delivery('free')],
        sequences: [{ name: 's', expected: 0, next: 7 }],
        documents: [document('in/1', 'aaa')],
        marks: [{ key: 'm', expected: undefined, value: 'x' }],
      });
      await claim(before, { limit: 1, worker: 'dead' });
      await before.close();

      const journal = await open('durable');
      expectSame('order', await journal.load('a'), { version: 1, state: stateOf('a', 'version 1') });
      expectSame('events', await listOf(journal.events('a')), [event('e')]);
      expectSame('notes', await listOf(journal.notes()), [note('a', 'n')]);
      expectSame('timers', await journal.due(after(10), 10), [{ id: 'a', timer: '855', due: after(10) }]);
      expectSame('sequence', await journal.sequence('s'), 7);
      expectSame('document', [...((await journal.document('in/1'))?.bytes ?? [])], [...document('in/1', 'aaa').bytes]);
      expectSame('mark', await journal.mark('m'), 'x');
      expectSame('what nobody holds', keysOf(await claim(journal)), ['free']);
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
];
