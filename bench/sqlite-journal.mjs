/**
 * How much sharing a transaction brings: 200 orders in flight, 8 events each, on one SQLite file with full
 * synchronisation; against the same journal, one transaction for each event. Each round measures both, in turn. A round
 * gives events in a second and how long the appends took, from their call to their answer. It measures the built package.
 *
 * `node bench/sqlite-journal.mjs [orders] [events] [rounds]`
 */
import { interleaved } from './interleaved.mjs';
import { median } from './result-row.mjs';
import { jobs } from './sqlite-jobs.mjs';

const [orders = 200, events = 8, rounds = 5] = process.argv.slice(2).map(Number);
const ask = (alone) => () => jobs.appends({ orders, events, alone });

// Once unmeasured: a service that starts is not what is asked for.
await ask(false)();
const measured = await interleaved({ shared: ask(false), single: ask(true) }, rounds);

const ratios = measured.map(({ shared, single }) => shared.perSecond / single.perSecond);
console.table(
  measured.map(({ shared, single }, round) => ({ ratio: ratios[round], ...shared, single: single.perSecond })),
);
console.log(
  `${orders} orders in flight, ${events} events each: ${median(ratios).toFixed(1)} times one transaction per event;`,
);
console.log(`processor ${median(measured.map(({ shared }) => shared.processor)).toFixed(0)} microseconds an event;`);
console.log(`p99 of an append ${median(measured.map(({ shared }) => shared.p99)).toFixed(1)} ms`);
