import { defaultPolicy, type Effect, type OrderEvent } from '@dist/orchestration';
import { type PostgresPool, postgresJournal } from '@dist/orchestration/postgres';
import {
  type AppendResult,
  type Batch,
  createRuntime,
  type Journal,
  type LaneLimit,
  type StreamAppend,
} from '@dist/orchestration/runtime';
import { given } from '@dist/orchestration/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryOf, outgoing, outside } from '../outside.ts';
import { captured, order } from '../sample.ts';
import { type PostgresServer, postgresServer } from './postgres-server.ts';

const now = '2026-03-02T08:00:00.000Z';
let server: PostgresServer;
let pools: pg.Pool[];

beforeAll(async () => {
  server = await postgresServer();
  pools = [1, 2, 3, 4].map(() => new pg.Pool({ ...server.connection, max: 8 }));
});

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await server.stop();
});

/** One journal of each pool, as so many processes would have it. */
const openAll = (schema: string): Promise<Journal[]> =>
  Promise.all(pools.map((pool) => postgresJournal(pool, { schema })));

const one = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new TypeError('an empty list');
  return found;
};

async function listOf<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of source) all.push(value);
  return all;
}

function stream(id: string, expectedVersion: number, ...log: StreamAppend['log']): StreamAppend {
  return { id, expectedVersion, log, timers: [], notes: [] };
}

async function deadlocks(): Promise<number> {
  const { rows } = await one(pools, 0).query('SELECT sum(deadlocks)::int AS deadlocks FROM pg_stat_database');
  return rows[0].deadlocks;
}

describe('several processes on one journal', { timeout: 120_000 }, () => {
  it('make its schema once, whoever comes first', async () => {
    const journals = await openAll('made_once');
    expect(await one(journals, 0).append({ streams: [stream('a', 0)] })).toEqual({ status: 'appended' });
    for (const journal of journals) expect((await journal.load('a'))?.version).toBe(1);
  });

  it('R01 bring the first events of one order at the same time, and none is lost', async () => {
    const journals = await openAll('first_events');
    const { performers } = outside();
    const clock = () => now;
    const runtimes = journals.map((journal, index) =>
      createRuntime({ journal, policy: defaultPolicy, performers, clock, worker: `w${index}` }),
    );
    for (let round = 0; round < 20; round++) {
      const id = `northfield/PO-${round}`;
      const held = (hold: string): OrderEvent => ({ type: 'hold.placed', hold, reason: 'r', key: hold, at: now, v: 2 });
      const events = [...given([captured(order())]).events, ...['h1', 'h2', 'h3', 'h4', 'h5'].map(held)];
      const results = await Promise.all(
        events.map((event, index) => one(runtimes, index).dispatch({ id, events: [event] })),
      );
      expect(results.map(({ status }) => status)).toEqual(events.map(() => 'appended'));
      const keys = (await listOf(one(journals, 0).events(id))).map(({ key }) => key);
      expect(keys.sort()).toEqual(events.map(({ key }) => key).sort());
    }
  });

  it('write the same rows in opposite orders without a deadlock, one after the other', async () => {
    const journals = await openAll('opposite');
    const names = ['a', 'b', 'c', 'd', 'e'];
    const before = await deadlocks();
    const write = async (index: number): Promise<void> => {
      const journal = one(journals, index);
      for (let done = 0; done < 15; ) {
        const order = index % 2 === 0 ? names : [...names].reverse();
        const result = await journal.append(await oneMore(journal, order));
        if (result.status === 'appended') done++;
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(write));
    for (const name of names) {
      expect((await one(journals, 0).load(name))?.version).toBe(120);
      expect(await one(journals, 0).sequence(name)).toBe(120);
      expect(await one(journals, 0).mark(name)).toBe('120');
    }
    expect(await deadlocks()).toBe(before);
  });

  it('R12 take numbers of one sequence and put one document at the same time: each number once', async () => {
    const journals = await openAll('numbers');
    const taken: number[] = [];
    const take = async (index: number): Promise<void> => {
      const journal = one(journals, index);
      for (let done = 0; done < 10; ) {
        const expected = await journal.sequence('isa');
        const documents = [outgoing('same', 'the same bytes', '1')];
        const result = await journal.append({ sequences: [{ name: 'isa', expected, next: expected + 1 }], documents });
        if (result.status === 'appended') taken.push(expected + 1);
        if (result.status === 'appended') done++;
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(take));
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
  });

  it('claim each effect once, and together all of them', async () => {
    const journals = await openAll('claims');
    const keys = Array.from({ length: 600 }, (_, index) => `d${index}`);
    await one(journals, 0).append({ effects: keys.map((key) => deliveryOf(key)) });
    const claimed: string[] = [];
    const work = async (index: number): Promise<void> => {
      const journal = one(journals, index);
      for (;;) {
        const claims = await journal.claim({ now, worker: `w${index}`, limit: 7, lease: 60_000 });
        if (claims.length === 0) return;
        claimed.push(...claims.map(({ effect }) => effect.key));
        await journal.append({ settle: claims.map(({ effect: { key }, lease }) => ({ key, lease })) });
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, index) => work(index)));
    expect(claimed.sort()).toEqual(keys.map((key) => `deliver/${key}`).sort());
  });

  it.each<[string, Partial<LaneLimit>, number]>([
    ['as many at once as a lane allows', { concurrency: 5 }, 5],
    ['as many starts as the bucket of a lane has', { rate: { perSecond: 1, burst: 12 } }, 12],
    ['nothing of a lane that is paused', { paused: true }, 0],
  ])('claim together %s', async (name, limit, expected) => {
    const journals = await openAll(`limit_${name.replaceAll(/[^a-z]/g, '_').slice(0, 30)}`);
    const keys = Array.from({ length: 60 }, (_, index) => `d${index}`);
    await one(journals, 0).append({ effects: keys.map((key) => deliveryOf(key)) });
    const limits = [{ lane: 'partner:*', ...limit }];
    const claims = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        one(journals, index).claim({ now, worker: `w${index}`, limit: 3, lease: 60_000, limits }),
      ),
    );
    expect(claims.flat()).toHaveLength(expected);
  });

  it.each<[string, LaneLimit[] | undefined, RegExp, string]>([
    ['chosen and taken at once', undefined, /FROM due(?= CROSS JOIN LATERAL)/, 'known.key = due.key'],
    // A limit that does not count: what is chosen by one statement is taken by another.
    ['chosen before', [{ lane: 'erp:*' }], /\(key, position, ordinal\)(?=\s+CROSS JOIN)/, 'waiting.key = wanted.key'],
  ])('never take an attempt that has ended meanwhile: %s', async (name, limits, before, sought) => {
    const schema = name.replaceAll(' ', '_');
    // The statement has seen what there is, and waits before it takes it.
    const slow: PostgresPool = {
      connect: () => one(pools, 1).connect(),
      query: ({ text, ...statement }) => {
        const paused = text
          .replace(before, '$& CROSS JOIN (SELECT pg_sleep(1)::text AS nothing) AS pause')
          .replace(sought, `${sought} || nothing`);
        return one(pools, 1).query({ ...statement, text: text.includes('FOR UPDATE SKIP LOCKED') ? paused : text });
      },
    };
    const journal = await postgresJournal(one(pools, 0), { schema });
    await journal.append({ streams: [attemptOf(1)] });
    const began = performance.now();
    const claiming = (await postgresJournal(slow, { schema })).claim({
      now,
      worker: 'w',
      limit: 5,
      lease: 60_000,
      limits,
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await journal.append({ streams: [attemptOf(2)] });
    // Taken by its key alone, the new one would be claimed and never given to anybody: nothing would happen until the lease ran out.
    const claims = (await claiming).map(({ effect: { attempt, body } }) => [
      attempt,
      'attempt' in body && body.attempt,
    ]);
    expect(performance.now() - began).toBeGreaterThan(900);
    expect(claims).toEqual([[2, 2]]);
  });

  it('append side by side: what is in conflict, and what is refused, leaves the others alone', async () => {
    const [journal] = await openAll('side_by_side');
    if (journal === undefined) throw new TypeError('no journal');
    await journal.append({ streams: [stream('old', 0)] });
    // An attempt is a whole number: the server refuses the statement, and with it the whole group.
    const refused: Batch = { streams: [stream('refused', 0)], effects: [{ ...deliveryOf('x'), attempt: 1.5 }] };
    const batches: Batch[] = [
      { streams: [stream('a', 0)], effects: [deliveryOf('a')] },
      { streams: [stream('old', 0)], effects: [deliveryOf('old')] },
      refused,
      { streams: [stream('b', 0)], marks: [{ key: 'm', expected: undefined, value: '1' }] },
      { streams: [stream('c', 0)], marks: [{ key: 'm', expected: undefined, value: '2' }] },
      { streams: [stream('a', 1)] },
    ];
    const ended = await Promise.allSettled(batches.map((batch) => journal.append(batch)));
    expect(ended.map((end) => (end.status === 'fulfilled' ? end.value.status : end.status))).toEqual([
      'appended',
      'conflict',
      'rejected',
      'appended',
      'conflict',
      'appended',
    ]);
    expect(await listOf(journal.orders())).toEqual(['old', 'a', 'b']);
    const claims = await journal.claim({ now, worker: 'w', limit: 9, lease: 60_000 });
    expect(claims.map(({ effect }) => effect.key)).toEqual(['deliver/a']);
  });

  it('work at a stricter isolation too', async () => {
    const options = '-c default_transaction_isolation=serializable';
    const strict = new pg.Pool({ ...server.connection, max: 8, options });
    const journal = await postgresJournal(strict, { schema: 'strict' });
    const results: AppendResult[] = await Promise.all(
      Array.from({ length: 8 }, () => journal.append({ streams: [stream('a', 0)] })),
    );
    expect(results.filter(({ status }) => status === 'appended')).toHaveLength(1);
    await strict.end();
  });
});

/** A look-up that is put in again with another content: its attempt stands in it. */
function attemptOf(attempt: number): StreamAppend {
  const body = { type: 'erp.find', erp: 'erp', partId: '1', externalReference: 'R-1', submit: 's', attempt } as const;
  const lane = { partner: 'northfield', lane: 'erp:erp', class: 'realTime', priority: 5, notBefore: now } as const;
  const effect: Effect = { key: 'a/find', order: 'a', body, attempt, safety: 'idempotent', ...lane };
  const event: OrderEvent = { type: 'hold.placed', hold: 'h', reason: 'r', key: `${attempt}`, at: now, v: 2 };
  return stream('a', attempt - 1, { event, issued: [effect] });
}

/** A batch that moves all of these by one. */
async function oneMore(journal: Journal, names: readonly string[]): Promise<Batch> {
  const read = await Promise.all(
    names.map(async (name) => ({
      name,
      version: (await journal.load(name))?.version ?? 0,
      value: await journal.sequence(name),
      mark: await journal.mark(name),
    })),
  );
  return {
    streams: read.map(({ name, version }) => stream(name, version)),
    sequences: read.map(({ name, value }) => ({ name, expected: value, next: value + 1 })),
    marks: read.map(({ name, mark }) => ({ key: name, expected: mark, value: String(Number(mark ?? 0) + 1) })),
    effects: names.map((name) => deliveryOf(name)),
  };
}

describe('a schema', () => {
  it('has a name that needs no quotes', async () => {
    await expect(postgresJournal(one(pools, 0), { schema: 'a"; DROP' })).rejects.toThrow(RangeError);
  });

  it('of a later release is not opened', async () => {
    await postgresJournal(one(pools, 0), { schema: 'later' });
    await one(pools, 0).query('UPDATE later.journal_schema SET version = 99');
    await expect(postgresJournal(one(pools, 0), { schema: 'later' })).rejects.toThrow('schema version 99');
  });

  it('that was made halfway is not there at all', async () => {
    const pool: PostgresPool = {
      query: (statement) => one(pools, 0).query(statement),
      connect: async () => {
        const client = await one(pools, 0).connect();
        const query: typeof pool.query = async (statement) => {
          if (statement.text.includes('CREATE TABLE half.documents')) throw new Error('the disk is full');
          return client.query(statement);
        };
        return { query, release: (error) => client.release(error) };
      },
    };
    await expect(postgresJournal(pool, { schema: 'half' })).rejects.toThrow('the disk is full');
    const journal = await postgresJournal(one(pools, 0), { schema: 'half' });
    expect(await journal.document('a')).toBeUndefined();
  });

  it('is not used after it was closed', async () => {
    const journal = await postgresJournal(one(pools, 0), { schema: 'closed' });
    await journal.close();
    await expect(journal.load('a')).rejects.toThrow('closed');
  });
});
