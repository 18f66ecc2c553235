// `npm run bench`: our built packages beside other libraries for Node, each row a ratio with a goal.
//
//   npm run bench                 every row; writes bench/results.json and the table of docs/benchmarks.md
//   npm run bench -- stream       the rows of one file of bench/rows; writes nothing
//   npm run bench -- --short      small files and three rounds, as the gate does; writes nothing
//
// BENCH_PACKAGE=FOLDER measures another build of the package. It ends with 1 when a row is worse than it may be:
// than 0.6 of its goal, or than the ratio that the row names where its goal is known not to be reached.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { measuredAgain } from './measured-again.mjs';
import { writePurchaseOrders } from './purchase-orders.mjs';
import { pageTable, printRow } from './report.mjs';
import { compileTime } from './rows/compile-time.mjs';
import { connectors } from './rows/connectors.mjs';
import { everyElement } from './rows/every-element.mjs';
import { giantSet } from './rows/giant-set.mjs';
import { importTime } from './rows/import-time.mjs';
import { limiter } from './rows/limiter.mjs';
import { mapping } from './rows/mapping.mjs';
import { mappingLines } from './rows/mapping-lines.mjs';
import { mappingSize } from './rows/mapping-size.mjs';
import { orderMachine } from './rows/order-machine.mjs';
import { orderReplay } from './rows/order-replay.mjs';
import { packageSize } from './rows/package-size.mjs';
import { postgres } from './rows/postgres.mjs';
import { serialize } from './rows/serialize.mjs';
import { serializeMade } from './rows/serialize-made.mjs';
import { sqlite } from './rows/sqlite.mjs';
import { streams } from './rows/streams.mjs';
import { typedDocuments } from './rows/typed-documents.mjs';
import { wholeFile } from './rows/whole-file.mjs';
import { settings, shortSettings } from './settings.mjs';

const root = join(import.meta.dirname, '..');
const folder = join(import.meta.dirname, '.cache');
const resultsFile = join(import.meta.dirname, 'results.json');
const measures = {
  typed: typedDocuments,
  read: everyElement,
  stream: streams,
  whole: wholeFile,
  serialize,
  'serialize-made': serializeMade,
  giant: giantSet,
  size: packageSize,
  import: importTime,
  compile: compileTime,
  mapping,
  'mapping-lines': mappingLines,
  'mapping-size': mappingSize,
  orders: orderMachine,
  replay: orderReplay,
  limiter,
  connectors,
  postgres,
  sqlite,
};
/** As of the gates: this machine lacks what is needed. */
const cannotRun = 77;

await main(process.argv.slice(2));

async function main(args) {
  const isShort = args.includes('--short');
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => measures[name] === undefined);
  if (unknown.length > 0)
    return fail(`There is no ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}.`);
  if (process.env.BENCH_PACKAGE === undefined) build();
  installPeers();
  clear();
  mkdirSync(folder, { recursive: true });
  process.once('exit', clear);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const outcome = await measureAll(names, isShort ? shortSettings : settings);
  if (!isShort && names.length === 0) writeResults(outcome);
  end(outcome.rows);
}

/** The made-up files are gigabytes. */
function clear() {
  rmSync(folder, { recursive: true, force: true });
}

async function measureAll(names, chosen) {
  const context = { settings: chosen, folder, root, data: maker() };
  const all = { rows: [], invalid: [], figures: {} };
  for (const [name, measure] of Object.entries(measures)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const { rows, invalid = [], figures = {} } = await measuredAgain(measure, context);
    rows.forEach(printRow);
    for (const { name: who, fault } of invalid) process.stdout.write(`          INVALID ${who}: ${fault}\n`);
    for (const [what, values] of Object.entries(figures))
      process.stdout.write(`          ${what}: ${figuresInWords(values)}\n`);
    all.rows.push(...rows);
    all.invalid.push(...invalid.map((one) => ({ what: name, ...one })));
    Object.assign(all.figures, figures);
  }
  return all;
}

/** Makes each file once: `{ path, bytes, segments, elements, sets, interchanges }`. */
function maker() {
  const made = new Map();
  return (options) => {
    const key = JSON.stringify(options);
    if (!made.has(key)) {
      const path = join(folder, `${made.size}.edi`);
      made.set(key, { path, ...writePurchaseOrders(path, options) });
    }
    return made.get(key);
  };
}

function build() {
  const args = [
    'turbo',
    'run',
    'build',
    '--filter=@dist/x12',
    '--filter=@dist/mapping',
    '--filter=@dist/orchestration',
    '--filter=@dist/connectors',
    '--output-logs=errors-only',
    '--log-order=grouped',
  ];
  const { status, stdout } = runDev(args);
  if (status === 0) return;
  fail(`${stdout}\nThe packages could not be built.`);
  process.exit();
}

function installPeers() {
  const [wanted, installed] = ['pnpm-lock.yaml', 'node_modules/.pnpm/lock.yaml'].map((file) =>
    join(import.meta.dirname, file),
  );
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(wanted, 'utf8')) return;
  const flags = ['--ignore-workspace', '--frozen-lockfile', '--ignore-scripts'];
  const { status } = runDev(['pnpm', '--dir', import.meta.dirname, 'install', ...flags]);
  if (status === 0) return;
  process.stdout.write('The other libraries could not be installed. Is the npm registry reachable?\n');
  process.exit(cannotRun);
}

function runDev(args) {
  return spawnSync(process.execPath, [join(root, 'scripts/dev.mjs'), ...args], { cwd: root, encoding: 'utf8' });
}

function writeResults(outcome) {
  const { rows, invalid, figures } = withoutPaths(outcome);
  const results = rows.map(({ isFarOff: _far, fails: _fails, ...row }) => row);
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  runDev(['biome', 'format', '--write', resultsFile]);
  const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores`;
  pageTable(join(root, 'docs/benchmarks.md'), { rows, invalid, figures, machine });
}

/** What a library says when it fails names the folder where this repository stands. */
function withoutPaths(outcome) {
  const here = JSON.stringify(root).slice(1, -1);
  return JSON.parse(JSON.stringify(outcome).replaceAll(here, '.'));
}

function end(rows) {
  const failed = rows.filter(({ fails }) => fails);
  const met = rows.filter(({ pass }) => pass).length;
  process.stdout.write(`\n${met} of ${rows.length} goals met, ${failed.length} worse than may be\n`);
  for (const { name } of failed) process.stdout.write(`worse than may be: ${name}\n`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

function figuresInWords(values) {
  return Object.entries(values)
    .map(
      ([name, rounds]) => `${name} ${[...rounds].sort((one, other) => one - other)[rounds.length >> 1].toPrecision(3)}`,
    )
    .join(', ');
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
