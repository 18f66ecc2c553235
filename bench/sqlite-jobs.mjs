import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtEntryOf } from './built-entry.mjs';

const Database = createRequire(new URL('../examples/order-to-cash/package.json', import.meta.url))('libsql');
const { sqliteJournal } = await import(builtEntryOf('orchestration', 'sqlite'));

/** What the SQLite journal is asked to do. */
export const jobs = {
  /**
   * Appends of many orders in flight on a new file with full synchronisation; each order brings its next event when the one before was
   * answered. `alone`: one transaction for each. Answers events a second, microseconds of the processor for one, and how many
   * milliseconds an append took from its call to its answer.
   */
  async appends({ orders, events, alone = false }) {
    const folder = mkdtempSync(join(tmpdir(), 'sqlite-journal-'));
    const database = new Database(join(folder, 'journal.sqlite'));
    const journal = sqliteJournal(database);
    const append = (batch) => journal.append(batch);
    try {
      return await inFlight(alone ? oneAfterTheOther(append) : append, orders, events);
    } finally {
      await journal.close();
      database.close();
      rmSync(folder, { recursive: true });
    }
  },
};

async function inFlight(append, orders, events) {
  const took = [];
  const [began, processor] = [performance.now(), process.cpuUsage()];
  await Promise.all(
    Array.from({ length: orders }, async (_, order) => {
      for (let version = 0; version < events; version++) {
        const start = performance.now();
        const { status } = await append(batchOf(`northfield/${order}`, version));
        if (status !== 'appended') throw new Error(`the append was answered ${status}`);
        took.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(processor);
  took.sort((a, b) => a - b);
  return {
    perSecond: (orders * events) / seconds,
    p50: took[took.length >> 1],
    p99: took[Math.floor(took.length * 0.99)],
    processor: (user + system) / took.length,
  };
}

function oneAfterTheOther(append) {
  let last = Promise.resolve();
  return (batch) => {
    last = last.then(() => append(batch));
    return last;
  };
}

/** What an event of a middling order writes: itself, an effect every other time, two notes, a timer. */
function batchOf(id, version) {
  const at = '2026-03-02T08:00:00.000Z';
  const event = { type: 'hold.placed', hold: `h${version}`, reason: 'r'.repeat(200), key: `e${version}`, at, v: 2 };
  const effect = {
    key: `${id}/effect/${version}`,
    order: id,
    partner: 'northfield',
    body: { type: 'erp.find', erp: 'erp', partId: '1', externalReference: 'x'.repeat(600), submit: 's', attempt: 1 },
    lane: 'erp:erp',
    class: 'realTime',
    priority: 5,
    notBefore: at,
    attempt: 1,
    safety: 'idempotent',
  };
  const note = (type) => ({ at, order: id, type, message: 'm'.repeat(80) });
  return {
    streams: [
      {
        id,
        expectedVersion: version,
        log: [{ event, issued: version % 2 === 0 ? [effect] : [] }],
        timers: [{ timer: '855', due: at }],
        notes: [note('held'), note('phase')],
      },
    ],
  };
}
