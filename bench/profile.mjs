// Where the time goes: `node bench/profile.mjs JOB [MEGABYTES]` runs a job of the benchmark for ten seconds under V8's profiler and
// prints the functions that took the most time themselves. JOB is typed, segments, whole, everyElement, stream or serialize.
// Needs a build; BENCH_PACKAGE=FOLDER looks at another one.
import { mkdirSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { contenderJobs } from './contender-jobs.mjs';
import { contender } from './contenders/dist-x12.mjs';
import { jobs as ownJobs } from './own-jobs.mjs';
import { writePurchaseOrders } from './purchase-orders.mjs';

const shown = 25;
const leastSeconds = 10;
const jobs = { ...ownJobs, ...contenderJobs(contender) };
const [job = 'typed', megabytes = '4'] = process.argv.slice(2);

if (jobs[job] === undefined) throw new RangeError(`there is no job ${job}; there are ${Object.keys(jobs).join(', ')}`);
const folder = join(import.meta.dirname, '.cache');
mkdirSync(folder, { recursive: true });
const path = join(folder, 'profile.edi');
const { bytes } = writePurchaseOrders(path, { bytes: Number(megabytes) * 1e6, oneSet: job === 'segments' });
print(await profileOf(() => repeated(path)), bytes);
rmSync(path);

/** Those jobs that end after one run are asked again. */
async function repeated(file) {
  const from = performance.now();
  let seconds;
  do {
    const answer = await jobs[job]({ path: file, leastSeconds });
    seconds = answer.seconds;
  } while (performance.now() - from < leastSeconds * 1000);
  return seconds;
}

async function profileOf(run) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  const seconds = await run();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return { seconds, profile };
}

function print({ seconds, profile }, size) {
  if (seconds !== undefined) process.stdout.write(`${(size / 1e6 / seconds).toFixed(1)} MB/s\n`);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const own = new Map();
  let total = 0;
  profile.samples.forEach((sample, index) => {
    const { functionName, url, lineNumber } = nodes.get(sample);
    const place = `${functionName || '(without name)'} ${url.split('/').at(-1)}:${lineNumber + 1}`;
    own.set(place, (own.get(place) ?? 0) + profile.timeDeltas[index]);
    total += profile.timeDeltas[index];
  });
  const most = [...own].sort(([, one], [, other]) => other - one).slice(0, shown);
  const lines = most.map(([place, time]) => `${((100 * time) / total).toFixed(1).padStart(5)} %  ${place}\n`);
  process.stdout.write(lines.join(''));
}
