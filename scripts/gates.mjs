// Every gate of the house, one after the other, also when one fails:
//
//   node scripts/gates.mjs                 all of them
//   node scripts/gates.mjs types layers    only these
//   node scripts/gates.mjs --list          what there is
//   node scripts/gates.mjs --update        write again what is generated: API reports, docs/size.md, formatting
//
// A gate that lacks its tool is skipped with the reason, and fails where CI is set. Nothing here is imported from npm, because
// the first gate installs the dependencies.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';
/** A gate that ends with this code could not run on this machine. */
const cannotRun = 77;
/** The tests are always shown; of the others what they printed is shown when they failed. */
const tallyPattern = /^\s*(\d+) passed, (\d+) failed, (\d+) skipped\s*$/gm;

const npm = (...args) => ['npm', ...args];
const node = (...args) => [process.execPath, ...args];
/** A tool of node_modules/.bin, with the pinned pnpm on the PATH. */
const tool = (...args) => node('scripts/dev.mjs', ...args);

/** Tests that run more where DIST_WHOLE is set. */
const wholeTests = ['hostile', 'testing-guide', 'mutants', 'quick-decode'].map(
  (name) => `packages/x12/test/${name}.test`,
);

const gates = [
  { name: 'start', about: 'npm start on what is there', command: npm('start') },
  { name: 'start-again', about: 'npm start once more', command: npm('start') },
  {
    name: 'types',
    about: 'TypeScript 7 over packages, examples, tests and scripts',
    command: node('scripts/check-types.mjs'),
  },
  {
    name: 'lint',
    about: 'biome: lint and format',
    command: tool('biome', 'check', '--error-on-warnings', '.'),
    update: tool('biome', 'check', '--write', '.'),
  },
  {
    name: 'generated',
    about: 'the types of the transaction sets are what their definitions say',
    command: node('scripts/check-generated.mjs'),
    update: node('scripts/check-generated.mjs', '--update'),
  },
  {
    name: 'layers',
    about: 'dependency-cruiser: the DAG of packages, no cycle',
    command: tool('depcruise', '--config', '.dependency-cruiser.cjs', 'packages', 'examples', 'tests'),
  },
  { name: 'dead-code', about: 'knip: unused files, exports and dependencies', command: tool('knip', '--no-progress') },
  { name: 'workspace', about: 'sherif: the package.json files agree', command: tool('sherif') },
  {
    name: 'build',
    about: 'turbo and tsup: ESM, CJS and types of every package',
    command: tool('turbo', 'run', 'build', '--output-logs=errors-only', '--log-order=grouped'),
  },
  {
    name: 'packages',
    about: 'publint and attw on what would be published',
    command: tool('turbo', 'run', 'check:package', '--output-logs=errors-only', '--log-order=grouped'),
  },
  {
    name: 'api',
    about: 'api-extractor: the public API of every entry as committed',
    command: node('scripts/api-reports.mjs'),
    update: node('scripts/api-reports.mjs', '--update'),
  },
  {
    name: 'size',
    about: 'bundle size of every entry within its limit',
    command: node('scripts/bundle-sizes.mjs'),
    update: node('scripts/bundle-sizes.mjs', '--update'),
  },
  {
    name: 'formats',
    about: 'the ESM and the CJS build in one process',
    command: node('tests/runtimes/dual-format.mjs'),
    tests: true,
  },
  { name: 'workerd', about: 'the built packages in workerd', command: node('tests/runtimes/workerd.mjs') },
  {
    name: 'runtimes',
    about: 'the packed packages in Node 22 and 24, Bun, Deno, workerd and a browser page',
    command: node('tests/runtimes/packed.mjs'),
    tests: true,
    show: /^(?:size|skipped|ok +(?:Node|Bun|Deno|workerd|Chromium) ).*$/gm,
  },
  { name: 'test', about: 'npm test', command: npm('test'), tests: true },
  {
    name: 'crash',
    about: 'the run and the ERP killed at every observable action',
    command: tool('vitest', 'run', '--project', 'run', 'crash.test'),
    env: { CRASH: 'all' },
    tests: true,
  },
  {
    name: 'whole',
    about: 'what npm test takes a part of, whole: mutants of X12 files, segments of a gigabyte, many damaged sets',
    command: tool('vitest', 'run', '--project', 'unit', ...wholeTests),
    env: { DIST_WHOLE: '1' },
    tests: true,
  },
  {
    name: 'journals',
    about:
      'SQLite and PostgreSQL: the contract on the real server, worker and server killed, new code while an order waits',
    command: npm('run', '--silent', 'engines', '--', 'sqlite', 'postgres'),
    tests: true,
  },
  {
    name: 'restate',
    about: 'Restate: the host contract, worker and server killed, new code while an order waits',
    command: npm('run', '--silent', 'engines', '--', 'restate', 'contract', 'kills', 'change'),
    tests: true,
  },
  {
    name: 'dbos',
    about: 'DBOS on PostgreSQL: the same',
    command: npm('run', '--silent', 'engines', '--', 'dbos', 'contract', 'kills', 'change'),
    tests: true,
  },
  {
    name: 'simulate',
    about: 'orders against a hostile outside, 10,000 seeded runs: none lost, doubled or stuck',
    command: npm('run', '--silent', 'simulate', '--', '--runs', '10000', '--seed', '20261101', '--json'),
    show: /"runs":.*?"parked":\d+/g,
  },
  {
    name: 'burst',
    about: '5,000 orders in a minute of twenty partners, an ERP of five calls at once and ten a second',
    command: npm('run', '--silent', 'burst', '--', '--orders', '5000'),
  },
  {
    name: 'races',
    about: '20,000 races for the same stock: nothing oversold, nothing held after its end',
    command: npm('run', '--silent', 'races', '--', '20000'),
    show: /^\{.*\}$/gm,
  },
  {
    name: 'core-mutants',
    about: 'a wrong order machine is seen by the fast proofs, each of the list',
    command: npm('run', '--silent', 'core-mutants'),
  },
  {
    name: 'mutants',
    about: 'wrong maps that the golden pairs of the shipped X12 maps see: 95 % at least, the others with a reason',
    command: node('scripts/mutants.mjs'),
    show: /^all maps .*$/gm,
  },
  {
    name: 'laws',
    about:
      'the laws of the shipped X12 maps, 10,000 documents for each map and law, and of the order machine, 1,000 orders',
    command: node('scripts/laws.mjs'),
    tests: true,
  },
  {
    name: 'coverage',
    about: 'coverage of packages/*/src by the unit tests',
    command: tool('vitest', 'run', '--project', 'unit', '--coverage'),
    show: /^(Statements|Branches|Functions|Lines)\s.*$/gm,
  },
  {
    name: 'bench',
    about: 'our packages beside other libraries on small files: no row worse than it may be',
    command: node('bench/bench.mjs', '--short'),
    show: /^\d+ of \d+ goals met.*$/gm,
  },
];

await main(process.argv.slice(2));

async function main(args) {
  if (args.includes('--list')) return list();
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => !gates.some((gate) => gate.name === name));
  if (unknown.length > 0) fail(`There is no gate ${unknown.join(', ')}; node scripts/gates.mjs --list shows them.`);
  const chosen = names.length === 0 ? gates : gates.filter((gate) => names.includes(gate.name));
  if (args.includes('--update')) return update(chosen);

  const results = [];
  for (const gate of chosen) results.push(await run(gate));
  report(results);
}

function list() {
  for (const gate of gates) process.stdout.write(`${gate.name.padEnd(12)} ${gate.about}\n`);
}

async function update(chosen) {
  // What is generated from dist needs a build of the sources as they are.
  for (const gate of chosen.filter(({ name, update }) => update || name === 'build')) {
    const { code, output } = await execute(gate.update ?? gate.command);
    process.stdout.write(`${code === 0 ? 'done  ' : 'FAILED'} ${gate.name}\n`);
    if (code !== 0) process.stdout.write(output);
    if (code !== 0) process.exitCode = 1;
  }
}

/** Runs one gate and says how it went; never throws. */
async function run(gate) {
  const from = performance.now();
  const { code, output } = await execute(gate.command, gate.env);
  const seconds = (performance.now() - from) / 1000;
  const state = stateOf(code);
  const tests = gate.tests ? tallyOf(output) : undefined;
  process.stdout.write(`${state.padEnd(7)} ${seconds.toFixed(1).padStart(6)} s  ${gate.name}: ${gate.about}\n`);
  if (state === 'failed') process.stdout.write(`${indented(output)}\n`);
  if (state === 'skipped') process.stdout.write(`${indented(lastLine(output))}\n`);
  for (const line of (state === 'passed' && gate.show && output.match(gate.show)) || [])
    process.stdout.write(`${indented(line)}\n`);
  return { gate, state, seconds, tests };
}

function execute([command, ...args], settings = {}) {
  const env = {
    ...process.env,
    ...settings,
    FORCE_COLOR: '0',
    NO_COLOR: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  };
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], shell: windows });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** In CI a gate that cannot run is a failure: a machine without the tool proves nothing. */
function stateOf(code) {
  if (code === 0) return 'passed';
  return code === cannotRun && !process.env.CI ? 'skipped' : 'failed';
}

/** The last tally that a test run printed. */
function tallyOf(output) {
  const found = [...output.matchAll(tallyPattern)].at(-1);
  return found && { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3]) };
}

function report(results) {
  const steps = { passed: 0, failed: 0, skipped: 0 };
  const all = { passed: 0, failed: 0, skipped: 0 };
  const tests = { passed: 0, failed: 0, skipped: 0 };
  for (const { state, tests: counted } of results) {
    steps[state]++;
    if (!counted) all[state]++;
    else
      for (const key of Object.keys(all)) {
        all[key] += counted[key];
        tests[key] += counted[key];
      }
    // A test run that counts no failure and yet ends badly is a failure of its own.
    if (counted && state === 'failed' && counted.failed === 0) all.failed++;
  }
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0);
  const failed = results.filter(({ state }) => state === 'failed').map(({ gate }) => gate.name);
  process.stdout.write(
    `\n${results.length} steps in ${seconds.toFixed(0)} s: ${words(steps)}; tests: ${words(tests)}\n`,
  );
  if (failed.length > 0)
    process.stdout.write(`Failed: ${failed.join(', ')}. One alone: node scripts/gates.mjs ${failed[0]}\n`);
  process.stdout.write(`${words(all)}\n`);
  process.exitCode = all.failed > 0 ? 1 : 0;
}

function words({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function indented(text) {
  return text.trimEnd().replaceAll(/^/gm, '        ');
}

function lastLine(text) {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
