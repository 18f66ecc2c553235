// The packages as they would be published, installed by npm into a project of its own and used from other runtimes than this Node:
// Node 22 and 24, Bun, Deno, workerd and a page in Chromium all run x12-program.mjs and must give what this Node gives, which must
// be true (x12-facts.mjs). The command x12 is tried on each Node. A runtime that is not to be had here is skipped, in CI it fails.
// Needs a build.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { publicEntries } from '../../scripts/entries.mjs';
import { chromium, chromiumVersion, inBrowser } from './in-browser.mjs';
import { inWorkerd } from './in-workerd.mjs';
import { installRuntimes } from './install-runtimes.mjs';
import { packedProject } from './packed-project.mjs';
import { factsOf } from './x12-facts.mjs';

/** The gate could not run here; in CI that counts as a failure. */
const cannotRun = 77;
const windows = process.platform === 'win32';
const modules = join(import.meta.dirname, 'node_modules');
const entries = publicEntries().map(({ id }) => id);
/** Nothing is fetched, and no more is allowed than reading files and the environment. */
const denoOptions = ['run', '--no-remote', '--node-modules-dir=manual', '--allow-read', '--allow-env'];
let installed = false;
const tally = { passed: 0, failed: 0, skipped: 0 };

await main();

async function main() {
  const unbuilt = publicEntries().filter(({ esm }) => !existsSync(esm));
  if (unbuilt.length > 0) return say('FAILED', `not built: ${unbuilt.map(({ id }) => id).join(', ')}`);
  const project = packedProject();
  if (!project) return endBare();
  installed = await installRuntimes();
  for (const [name, bytes] of Object.entries(project.unpacked))
    say('size', `${name} unpacked: ${(bytes / 1e6).toFixed(2)} MB`);

  const here = print(process.execPath, [], project);
  if (here.result.thrown) return say('FAILED', `the program in this Node: ${here.result.thrown}`);
  for (const [sentence, found, expected] of factsOf(here.result)) same(sentence, found, expected);
  const validated = validate(process.execPath, project);
  same('x12 validate ends with 0 for a file without fault', validated.code, 0);
  same('x12 validate ends with 1 for a file with one', validated.codeOfBoth, 1);
  same('x12 validate tells the fault', JSON.parse(validated.json)[1].issues[0].ack, 'AK403-6');

  for (const name of ['node-22', 'node-24']) tryNode(join(modules, name, 'bin/node'), name, project, here, validated);
  const bun = join(modules, '@oven/bun-linux-x64-baseline/bin/bun');
  tryCommandLine('Bun', bun, [], project, here);
  const deno = join(modules, '@deno/linux-x64-glibc/deno');
  tryCommandLine('Deno', deno, denoOptions, project, here);
  const workerd = join(modules, '.bin', windows ? 'workerd.CMD' : 'workerd');
  await tryPosting('workerd', workerd, versionOf(workerd), () => inWorkerd(workerd, project), here);
  const browser = chromium();
  await tryPosting('Chromium', browser, browser && chromiumVersion(browser), () => inBrowser(browser, project), here);

  process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped\n`);
}

function endBare() {
  process.stdout.write('The packages could not be packed and installed. Is the npm registry reachable?\n');
  process.exitCode = cannotRun;
}

function tryNode(binary, name, project, here, validated) {
  tryCommandLine('Node', binary, [], project, here, name);
  if (existsSync(binary)) same(`x12 validate in ${name} says what it says here`, validate(binary, project), validated);
}

/** A runtime that has a command line runs the program, and imports every entry of the five packages. */
function tryCommandLine(name, binary, args, project, here, pinned = name) {
  if (!existsSync(binary)) return skip(pinned);
  const from = performance.now();
  const there = print(binary, args, project);
  const about = `${name} ${versionOf(binary)}, ${seconds(from)}`;
  same(`${about}: the program's result is that of Node ${process.versions.node}`, there.result, here.result);
  same(
    `${about}: ${entries.length} entries of ${Object.keys(project.unpacked).length} packages`,
    there.names,
    here.names,
  );
}

/** A runtime without one posts the program's result. */
async function tryPosting(name, binary, version, run, here) {
  if (!binary || !existsSync(binary)) return skip(name);
  const from = performance.now();
  const result = await run().catch((error) => ({ thrown: error.message }));
  same(
    `${name} ${version}, ${seconds(from)}: the program's result is that of Node ${process.versions.node}`,
    result,
    here.result,
  );
}

/** What print-x12-program.mjs prints in a runtime. */
function print(binary, args, { folder }) {
  const options = { cwd: folder, encoding: 'utf8', timeout: 60_000 };
  const command = [...args, 'print-x12-program.mjs', ...entries];
  const { status, stdout, stderr, error } = spawnSync(binary, command, options);
  return status === 0 ? JSON.parse(stdout) : { result: { thrown: `${error?.message ?? stderr}` } };
}

/** The command of the installed package by npx, which runs in the Node that is first on the PATH. */
function validate(binary, { folder }) {
  const env = { ...process.env, PATH: [dirname(binary), process.env.PATH ?? process.env.Path].join(delimiter) };
  const options = { cwd: folder, env, encoding: 'utf8', timeout: 60_000, shell: windows };
  const x12 = (...args) => spawnSync('npx', ['--no', 'x12', 'validate', ...args], options);
  const both = x12('--json', 'accepted.edi', 'one-rejected.edi');
  return { code: x12('accepted.edi').status, codeOfBoth: both.status, json: both.stdout };
}

function versionOf(binary) {
  const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8', shell: windows });
  return stdout?.match(/\d+(?:[.-]\d+)+/)?.[0] ?? 'of unknown version';
}

function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}

/** A machine of another kind lacks the runtimes that are packed for Linux on x64; CI has them all. */
function skip(name) {
  if (process.env.CI) return say('FAILED', `${name} is not here`);
  const reason = installed ? 'its package is for Linux on x64' : 'the runtimes could not be installed';
  say('skipped', `${name} is not here: ${name === 'Chromium' ? 'none on the PATH' : reason}`);
}

function same(what, found, expected) {
  const texts = [JSON.stringify(found) ?? 'nothing', JSON.stringify(expected)];
  if (texts[0] === texts[1]) return say('ok', what);
  say('FAILED', what);
  if (found?.thrown) return process.stdout.write(`  ${found.thrown}\n`);
  const at = [...texts[0]].findIndex((character, index) => character !== texts[1][index]);
  const from = Math.max(0, at - 80);
  for (const [index, word] of ['found   ', 'expected'].entries())
    process.stdout.write(`  ${word} ${from > 0 ? '…' : ''}${texts[index].slice(from, from + 400)}\n`);
}

function say(state, what) {
  if (state === 'ok') tally.passed++;
  if (state === 'FAILED') tally.failed++;
  if (state === 'skipped') tally.skipped++;
  if (state === 'FAILED') process.exitCode = 1;
  process.stdout.write(`${state.padEnd(7)} ${what}\n`);
}
