// `npm run mutants`: how much of a wrong map the golden pairs of the shipped X12 maps see. Every rule of the maps of 004010 is made wrong
// in every way that the kit knows, and of 005010 every rule that differs (a test holds the others equal). `--map x12/004010/850` takes one
// map, `--json` prints `{ killed, total, survivors }`. It fails below 95 %, and when the survivors are not those that
// packages/mapping/test/data/surviving-mutants.json gives reasons for; `--update` writes that table, leaving reasons as they are.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './entries.mjs';

const LEAST = 0.95;
const table = join(root, 'packages/mapping/test/data/surviving-mutants.json');
const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
const worker = join(root, 'packages/mapping/test/shipped-mutants.ts');

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, update: { type: 'boolean' }, map: { type: 'string' } },
});
const reports = await allReports(values.map === undefined ? await mapIds() : [values.map]);
const killed = sum(reports.map((report) => report.killed));
const total = sum(reports.map((report) => report.total));
const known = JSON.parse(readFileSync(table, 'utf8'));
const survivors = reports.flatMap((report) => report.survivors).map(withReason);
const faults = faultsOf(survivors);
if (values.update) writeFileSync(table, `${JSON.stringify(tableOf(survivors), null, 2)}\n`);
print();
process.exit(faults.length > 0 && !values.update ? 1 : 0);

/** Maps one after the other on each core, the longest first. */
async function allReports(ids) {
  const waiting = [...ids];
  const made = [];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) made.push(await runWorker(id));
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work));
  return made.sort((one, other) => (one.map < other.map ? -1 : 1));
}

async function mapIds() {
  return runWorker('--list');
}

function runWorker(argument) {
  const child = spawn(process.execPath, ['--conditions=@dist/source', '--import', loader, worker, argument], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`${argument} failed`))));
  });
}

/** Reasons stand by transaction set: the maps of two releases are nearly the same. */
function withReason({ map, mutant, reason }) {
  const given = known[map.split('/')[2]]?.[mutant];
  return { map, mutant, reason: given === undefined || given === '' ? reason : given };
}

function tableOf(all) {
  const rows = {};
  for (const { map, mutant } of all) {
    const set = map.split('/')[2];
    rows[set] = { ...rows[set], [mutant]: known[set]?.[mutant] ?? '' };
  }
  return rows;
}

function faultsOf(all) {
  const listed = Object.entries(known).flatMap(([set, rows]) => Object.keys(rows).map((mutant) => `${set} ${mutant}`));
  const found = new Set(all.map(({ map, mutant }) => `${map.split('/')[2]} ${mutant}`));
  const unlisted = [...found].filter((one) => !listed.includes(one));
  const gone = values.map === undefined ? listed.filter((one) => !found.has(one)) : [];
  return [
    ...(killed < total * LEAST ? [`${killed} of ${total} killed, at least ${LEAST * 100} % are wanted`] : []),
    ...reports.flatMap((report) => report.failing).map((test) => `fails without any mutant: ${test}`),
    ...unlisted.map((one) => `survives without a reason in the table: ${one}`),
    ...gone.map((one) => `stands in the table and does not survive: ${one}`),
  ];
}

function sum(numbers) {
  return numbers.reduce((whole, number) => whole + number, 0);
}

function print() {
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ killed, total, survivors }, null, 2)}\n`);
  } else {
    for (const report of reports) {
      process.stdout.write(`${report.map}  ${report.killed} of ${report.total}  ${percent(report)}\n`);
    }
    process.stdout.write(`all maps  ${killed} of ${total}  ${percent({ killed, total })}\n`);
    for (const { map, mutant, reason } of survivors) process.stdout.write(`  ${map}  ${mutant}: ${reason}\n`);
  }
  if (faults.length > 0 && !values.update) process.stderr.write(`${faults.join('\n')}\n`);
}

function percent(report) {
  return `${((100 * report.killed) / Math.max(1, report.total)).toFixed(1)} %`;
}
