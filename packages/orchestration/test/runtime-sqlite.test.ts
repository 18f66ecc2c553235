import { defaultPolicy, empty, transition, type WorkClass } from '@dist/orchestration';
import { type Batch, type Journal, type LaneLimit, loadOrder, memoryJournal } from '@dist/orchestration/runtime';
import { type SqliteHandle, sqliteJournal } from '@dist/orchestration/sqlite';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';
import { deliveryOf } from './outside.ts';
import { versionOne } from './version-one-file.ts';

const opened: { close(): void }[] = [];

afterAll(() => {
  for (const handle of opened) handle.close();
});

function open(): SqliteHandle {
  const handle = openDatabase(':memory:');
  opened.push(handle);
  return handle;
}

interface Step {
  readonly work: readonly {
    readonly partner: string;
    readonly lane: string;
    readonly class: WorkClass;
    readonly order: string;
    readonly priority: number;
    readonly due: number;
  }[];
  readonly limit: number;
  readonly limits: LaneLimit | null;
  readonly settles: boolean;
}

const request = { now: '2026-03-02T09:00:00.000Z', worker: 'w', limit: 100, lease: 10_000 };

/** An instant so many seconds after the start. */
function at(seconds: number): string {
  return new Date(Date.parse('2026-03-02T08:00:00.000Z') + seconds * 1000).toISOString();
}

function deliveryTo(partner: string, key: string) {
  return { ...deliveryOf(key), body: { type: 'document.deliver', partner, document: key } } as const;
}

/** The same handle, with its commits and the rows that are read from it counted. */
function counting(handle: SqliteHandle) {
  let [commits, reads] = [0, 0];
  const counted: SqliteHandle = {
    exec: (sql) => {
      if (sql === 'COMMIT') commits++;
      return handle.exec(sql);
    },
    prepare: (sql) => {
      const statement = handle.prepare(sql);
      const read = <Rows>(rows: Rows, count: number): Rows => {
        reads += count;
        return rows;
      };
      return {
        run: (...parameters) => read(statement.run(...parameters), 1),
        get: (...parameters) => read(statement.get(...parameters), 1),
        all: (...parameters) => {
          const rows = statement.all(...parameters);
          return read(rows, rows.length);
        },
      };
    },
  };
  return { handle: counted, commits: () => commits, reads: () => reads };
}

async function listOf<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}

const mark = (key: string): Batch => ({ marks: [{ key, expected: undefined, value: 'x' }] });

describe('appends of one turn', () => {
  it('share one transaction, and those of the next turn have their own', async () => {
    const { handle, commits } = counting(open());
    const journal = sqliteJournal(handle);
    const before = commits();
    await Promise.all(Array.from({ length: 50 }, (_, index) => journal.append(mark(`m${index}`))));
    expect(commits() - before).toBe(1);
    await journal.append(mark('alone'));
    expect(commits() - before).toBe(2);
  });

  it('are answered after the commit, not before', async () => {
    const told: string[] = [];
    const handle = open();
    const journal = sqliteJournal({
      prepare: (sql) => handle.prepare(sql),
      exec: (sql) => {
        told.push(sql);
        return handle.exec(sql);
      },
    });
    const appended = journal.append(mark('m')).then(() => told.push('answered'));
    await appended;
    expect(told.slice(-3)).toEqual(['BEGIN IMMEDIATE', 'COMMIT', 'answered']);
  });

  it('leave each other alone: a conflict or a fault of one does not keep the others from being committed', async () => {
    const handle = open();
    const journal = sqliteJournal(handle);
    handle.exec(
      "CREATE TRIGGER refuse BEFORE INSERT ON marks WHEN new.key = 'bad' BEGIN SELECT RAISE(ABORT, 'refused'); END",
    );
    const sequences = [{ name: 's', expected: 0, next: 1 }];
    const results = await Promise.allSettled([
      journal.append(mark('a')),
      journal.append(mark('a')),
      journal.append({ ...mark('bad'), sequences }),
      journal.append(mark('b')),
    ]);
    const statuses = results.map((result) => (result.status === 'fulfilled' ? result.value.status : 'refused'));
    expect(statuses).toEqual(['appended', 'conflict', 'refused', 'appended']);
    expect([await journal.mark('a'), await journal.mark('b'), await journal.sequence('s')]).toEqual(['x', 'x', 0]);
  });

  it('all reject when their commit does, and nothing of them is there', async () => {
    const handle = open();
    let isFull = false;
    const journal = sqliteJournal({
      prepare: (sql) => handle.prepare(sql),
      exec: (sql) => {
        if (isFull && sql === 'COMMIT') throw new Error('the disk is full');
        return handle.exec(sql);
      },
    });
    isFull = true;
    const results = await Promise.allSettled([journal.append(mark('a')), journal.append(mark('b'))]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isFull = false;
    expect(await journal.mark('a')).toBeUndefined();
    expect(await journal.append(mark('a'))).toEqual({ status: 'appended' });
  });

  it('that wait when the journal is closed are committed before', async () => {
    const handle = open();
    const journal = sqliteJournal(handle);
    const waits = journal.append(mark('a'));
    await journal.close();
    expect(await waits).toEqual({ status: 'appended' });
    expect(await sqliteJournal(handle).mark('a')).toBe('x');
  });
});

describe('a claim', () => {
  it('reads as much with three thousand effects waiting as with a hundred', async () => {
    const read: number[] = [];
    for (const count of [100, 3000]) {
      const { handle, reads } = counting(open());
      const journal = sqliteJournal(handle);
      const partners = ['p1', 'p2', 'p3', 'p4'];
      const effects = Array.from({ length: count }, (_, index) => deliveryTo(partners[index % 4] ?? '', `d${index}`));
      await journal.append({ effects });
      const before = reads();
      expect(await journal.claim({ ...request, limit: 16 })).toHaveLength(16);
      read.push(reads() - before);
    }
    expect(read[1]).toBe(read[0]);
  });

  it('gives the same as a journal in memory, whatever waits and whatever is limited', async () => {
    const work = fc.record({
      partner: fc.constantFrom('p', 'p', 'p', 'q', 'r'),
      lane: fc.constantFrom('erp:a', 'erp:a', 'local', 'partner:p'),
      class: fc.constantFrom('realTime' as const, 'realTime' as const, 'batch' as const),
      order: fc.constantFrom('', 'x', 'y'),
      priority: fc.constantFrom(0, 0, 0, 1),
      due: fc.integer({ min: 0, max: 30 }),
    });
    const limits = fc.option(
      fc.record<LaneLimit>({
        lane: fc.constantFrom('erp:a', '*'),
        concurrency: fc.constantFrom(undefined, 1, 3),
        rate: fc.constantFrom(undefined, { perSecond: 1, burst: 2 }),
        ageSeconds: fc.constantFrom(undefined, 10),
      }),
    );
    const step = fc.record({
      work: fc.array(work, { maxLength: 5 }),
      limit: fc.integer({ min: 1, max: 4 }),
      limits,
      settles: fc.boolean(),
    });
    const property = fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const journals = [memoryJournal(), sqliteJournal(open())];
      const [found, expected] = await Promise.all(journals.map((journal) => played(journal, steps)));
      expect(found).toEqual(expected);
    });
    await fc.assert(property, { numRuns: 30 });
  });

  async function played(journal: Journal, steps: readonly Step[]): Promise<unknown[]> {
    const seen: unknown[] = [];
    for (const [index, { work, limit, limits, settles }] of steps.entries()) {
      const effects = work.map(({ partner, due, ...more }, number) => {
        const body = { type: 'document.deliver', partner, document: 'd' } as const;
        return { ...deliveryOf(`${index}/${number % 4}`), body, notBefore: at(due), ...more };
      });
      await journal.append({ effects });
      const now = at(index * 3);
      const claims = await journal.claim({ ...request, now, limit, limits: limits ? [limits] : undefined });
      seen.push(claims.map(({ effect, reclaimed }) => [effect.key, effect.lane, reclaimed]));
      const depth = (await journal.depth(now)).map((row) =>
        JSON.stringify([row.lane, row.class, row.partner, row.waiting, row.claimed, row.oldest]),
      );
      const next = await journal.next();
      // Of what is due already it does not matter since when.
      seen.push(depth.sort(), next !== undefined && next <= now ? 'due' : next);
      if (settles) await journal.append({ settle: claims.map(({ effect: { key }, lease }) => ({ key, lease })) });
    }
    return seen;
  }
});

describe('a file of version 1', () => {
  const id = 'northfield/PO-1';
  const placed = { type: 'hold.placed', hold: 'h', reason: 'r', key: 'e1', at: at(0), v: 2 } as const;
  const released = { type: 'hold.released', hold: 'h', by: 'p', key: 'e2', at: at(1), v: 2 } as const;

  it('opens, and its orders go on', async () => {
    const handle = open();
    const { state } = transition(empty(id), placed, defaultPolicy);
    versionOne(handle, { id, state, event: placed });
    const journal = sqliteJournal(handle);
    expect(await loadOrder(journal, id, defaultPolicy)).toEqual({ version: 1, state });
    expect(await listOf(journal.events(id))).toEqual([placed]);
    const log = [{ event: released, issued: [] }];
    expect(await journal.append({ streams: [{ id, expectedVersion: 1, log, timers: [], notes: [] }] })).toEqual({
      status: 'appended',
    });
    expect((await loadOrder(journal, id, defaultPolicy))?.state.holds).toEqual({});
    expect(await listOf(journal.events(id))).toEqual([placed, released]);
    expect(await journal.mark('m')).toBe('x');
    expect((await journal.document('in/1'))?.bytes).toEqual(Uint8Array.from([1, 2]));
    expect(await journal.sequence('isa')).toBe(7);
  });

  it('has its outbox: what waited, what was claimed, what stood behind another', async () => {
    const handle = open();
    versionOne(handle, { id, state: empty(id), event: placed });
    const journal = sqliteJournal(handle);
    const first = await journal.claim({ ...request, now: at(0) });
    expect(first.map(({ effect }) => effect.key)).toEqual([`${id}/855`, 'deliver/997']);
    expect(first[0]?.effect).toMatchObject({ partner: 'northfield', class: 'realTime', attempt: 2, notBefore: at(0) });
    await journal.append({ settle: first.map(({ effect: { key }, lease }) => ({ key, lease })) });
    const second = await journal.claim({ ...request, now: at(0) });
    expect(second.map(({ effect }) => effect.key)).toEqual([`${id}/856`]);
    const third = await journal.claim({ ...request, now: at(60) });
    expect(third.map(({ effect, reclaimed }) => [effect.key, reclaimed])).toEqual([
      [`${id}/erp.submit/1`, true],
      [`${id}/856`, true],
    ]);
  });

  it('is left as it was when it cannot be brought up', async () => {
    const handle = open();
    versionOne(handle, { id, state: empty(id), event: placed });
    handle.exec("UPDATE outbox SET effect = 'no json'");
    expect(() => sqliteJournal(handle)).toThrow();
    expect(handle.prepare('SELECT version FROM journal_schema').get()).toMatchObject({ version: 1 });
    expect(handle.prepare('SELECT count(*) AS count FROM events').get()).toMatchObject({ count: 1 });
  });
});
