/**
 * How much sharing a transaction brings: 200 orders in flight, 8 events each, on one SQLite file with full
 * synchronisation; against the same journal, one transaction for each event. Each round measures both, in turn. A round
 * gives events in a second and how long the appends took, from their call to their answer.
 *
 * `node --conditions=@dist/source --import tsx bench/sqlite-journal.mjs [orders] [events] [rounds]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteJournal } from '../packages/orchestration/src/sqlite.ts';
import { interleaved } from './interleaved.mjs';
import { median } from './result-row.mjs';

const require = createRequire(new URL('../examples/order-to-cash/package.json', import.meta.url));
const Database = require('libsql');
const [orders = 200, events = 8, rounds = 5] = process.argv.slice(2).map(Number);

// Once unmeasured: a service that starts is not what is asked for.
await inNewFile((journal) => inFlight((batch) => journal.append(batch)));
const measured = await interleaved(
  {
    shared: () => inNewFile((journal) => inFlight((batch) => journal.append(batch))),
    single: () => inNewFile((journal) => inFlight(oneAfterTheOther((batch) => journal.append(batch)))),
  },
  rounds,
);

const ratios = measured.map(({ shared, single }) => shared.perSecond / single.perSecond);
console.table(
  measured.map(({ shared, single }, round) => ({ ratio: ratios[round], ...shared, single: single.perSecond })),
);
console.log(
  `${orders} orders in flight, ${events} events each: ${median(ratios).toFixed(1)} times one transaction per event;`,
);
console.log(`processor ${median(measured.map(({ shared }) => shared.processor)).toFixed(0)} microseconds an event;`);
console.log(`p99 of an append ${median(measured.map(({ shared }) => shared.p99)).toFixed(1)} ms`);

async function inNewFile(measure) {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-journal-'));
  const database = new Database(join(folder, 'journal.sqlite'));
  const journal = sqliteJournal(database);
  try {
    return await measure(journal);
  } finally {
    await journal.close();
    database.close();
    rmSync(folder, { recursive: true });
  }
}

/** Each order brings its next event when the one before was answered. */
async function inFlight(append) {
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
