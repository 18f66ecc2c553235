// Every gate of the house, in its order, also when one fails:
//
//   node scripts/gates.mjs                 all of them
//   node scripts/gates.mjs types layers    only these
//   node scripts/gates.mjs --list          what there is
//   node scripts/gates.mjs --update        write again what is generated: API reports, docs/size.md, formatting
//
// A gate that lacks its tool is skipped with the reason, and fails where CI is set. Nothing here is imported from npm, because
// the first gate installs the dependencies. The gates themselves are in gate-list.mjs.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gates } from './gate-list.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';
/** A gate that ends with this code could not run on this machine. */
const cannotRun = 77;
/** The tests are always shown; of the others what they printed is shown when they failed. */
const tallyPattern = /^\s*(\d+) passed, (\d+) failed, (\d+) skipped\s*$/gm;

await main(process.argv.slice(2));

async function main(args) {
  if (args.includes('--list')) return list();
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => !gates.some((gate) => gate.name === name));
  if (unknown.length > 0) fail(`There is no gate ${unknown.join(', ')}; node scripts/gates.mjs --list shows them.`);
  const chosen = names.length === 0 ? gates : gates.filter((gate) => names.includes(gate.name));
  if (args.includes('--update')) return update(chosen);

  const from = performance.now();
  const results = [];
  for (const stretch of stretchesOf(chosen)) results.push(...(await runSideBySide(stretch)));
  report(results, (performance.now() - from) / 1000);
}

/** The gates in their order; those one after the other that need a core or less each are together. */
function stretchesOf(chosen) {
  const stretches = [];
  for (const gate of chosen) {
    if (gate.oneCore && stretches.at(-1)?.[0].oneCore) stretches.at(-1).push(gate);
    else stretches.push([gate]);
  }
  return stretches;
}

/** Two at a time: servers are waited for, killed and started again, while another gate computes. */
async function runSideBySide(stretch) {
  const waiting = [...stretch];
  const results = [];
  const work = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) results.push(await run(gate));
  };
  await Promise.all([work(), work()]);
  return results;
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

function report(results, seconds) {
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
