import type { Batch, Journal } from '../../runtime/journal.ts';
import { type ContractTest, expectAppended, expectSame, listOf } from './contract-test.ts';
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
  now,
  settlementOf,
  stateOf,
  stream,
} from './sample-records.ts';

/** Names as partners, ERPs and people write them: no two are the same. */
const names: readonly string[] = [
  'a',
  'A',
  'a ',
  'a/b',
  'a%2Fb',
  '%',
  '_',
  '*',
  '~',
  "o'neill",
  '"quoted"',
  'back\\slash',
  'line\nbreak',
  '[1,"x"]',
  '$1',
  'null',
  '__proto__',
  'constructor',
  'Müller & Söhne',
  'Mu\u0308ller & So\u0308hne',
  '株式会社',
  'שלום',
  '\u{1f4e6} parcel',
  '\ufffd',
  'long '.repeat(300),
];

/** Names that not every store keeps. */
const broken: readonly string[] = ['a\0b', 'a\0c', 'half \ud83d', 'half \ud83e'];

/** What orders, effects, timers and records are called. */
export const nameTests: readonly ContractTest[] = [
  {
    name: 'names of any text are kept apart, and come back as they were: letters, signs, quotes, long ones',
    async run(open) {
      const journal = await open('names');
      for (const name of names) expectAppended(await journal.append(named(name)));
      for (const name of names) await expectKept(journal, name);
      expectSame('orders', await listOf(journal.orders()), names);
      const due = (await journal.due(after(1), 100)).map(({ id, timer }) => [id, timer]).sort();
      expectSame('timers', due, names.map((name) => [name, name]).sort());
      expectSame('effects', await drained(journal), effectsOf(names));
      await journal.close();
    },
  },
  {
    name: 'a name with a NUL or half of a surrogate pair is refused with an error, or kept as it is',
    async run(open) {
      const journal = await open('broken names');
      expectAppended(await journal.append(named('a')));
      const kept: string[] = [];
      for (const name of broken) if (await isTaken(journal, named(name))) kept.push(name);
      for (const name of ['a', ...kept]) await expectKept(journal, name);
      expectSame('orders', await listOf(journal.orders()), ['a', ...kept]);
      expectSame('effects', await drained(journal), effectsOf(['a', ...kept]));
      await journal.close();
    },
  },
  {
    name: 'what a person has written comes back as it was, a NUL and half of a surrogate pair too: it names nothing',
    async run(open) {
      const journal = await open('texts');
      const notes = broken.map((text) => note('a', text));
      const log = broken.map((reason, index) => ({ event: { ...event(`e${index}`), reason }, issued: [] }));
      const snapshot = stateOf('b', '1');
      const holds = { h: { hold: 'h', owner: 'desk', reason: broken.join(' '), since: now } };
      expectAppended(await journal.append({ streams: [stream('a', 0, { log, notes })] }));
      expectAppended(await journal.append({ streams: [stream('b', 0, { snapshot: { ...snapshot, holds } })] }));
      expectSame('notes', await listOf(journal.notes('a')), notes);
      expectSame('log', (await journal.load('a'))?.log, log);
      expectSame('snapshot', (await journal.load('b'))?.snapshot?.holds, holds);
      await journal.close();
    },
  },
];

/** Everything that has a name, under one. */
function named(name: string): Batch {
  const lane = `erp:${name}`;
  const effect = lookUp(name, { key: `effect ${name}`, lane, partner: name });
  const body = { type: 'document.deliver', partner: name, document: name } as const;
  const timers = [{ timer: name, due: after(1) }];
  return {
    streams: [stream(name, 0, { log: [logged(name, effect)], notes: [note(name, name)], timers })],
    effects: [delivery(`delivery ${name}`, { body, lane })],
    sequences: [{ name, expected: 0, next: 1 }],
    marks: [{ key: name, expected: undefined, value: name }],
    documents: [document(name, 'aaa', { partner: name, name })],
  };
}

async function isTaken(journal: Journal, batch: Batch): Promise<boolean> {
  try {
    expectAppended(await journal.append(batch));
    return true;
  } catch (error) {
    // What `append` answers is not what it throws: a conflict with another name is a name that was changed.
    if (error instanceof Error && error.message.startsWith('append: expected')) throw error;
    return false;
  }
}

async function expectKept(journal: Journal, name: string): Promise<void> {
  const shown = JSON.stringify(name);
  const entry = logged(name, lookUp(name, { key: `effect ${name}`, lane: `erp:${name}`, partner: name }));
  expectSame(`order ${shown}`, await journal.load(name), { version: 1, log: [entry] });
  expectSame(`events of ${shown}`, await listOf(journal.events(name)), [entry.event]);
  expectSame(`notes of ${shown}`, await listOf(journal.notes(name)), [note(name, name)]);
  expectSame(`sequence ${shown}`, await journal.sequence(name), 1);
  expectSame(`mark ${shown}`, await journal.mark(name), name);
  const found = await journal.document(name);
  expectSame(`document ${shown}`, [found?.key, found?.partner, found?.name], [name, name, name]);
}

function effectsOf(orders: readonly string[]): readonly string[] {
  return orders.flatMap((name) => [`effect ${name}`, `delivery ${name}`]).sort();
}

/** Keys of all that is claimed and settled, a few at a time. */
async function drained(journal: Journal): Promise<readonly string[]> {
  const keys: string[] = [];
  for (;;) {
    const claims = await claim(journal, { limit: 7 });
    if (claims.length === 0) return keys.sort();
    keys.push(...keysOf(claims));
    expectAppended(await journal.append({ settle: claims.map(settlementOf) }));
  }
}
