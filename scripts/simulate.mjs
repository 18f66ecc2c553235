// `npm run simulate`: orders of @dist/orchestration against a hostile outside in virtual time, with the real runtime. `--runs N`
// (2,000) and `--seed S` (1) choose the runs, which `--processes P` share (one for each core); `--json` prints one object.
// `--seed S --run K` plays one run again, leaves out every fault that it does not take, and prints its story. It fails when
// a run breaks a law.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root } from './entries.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    run: { type: 'string' },
    processes: { type: 'string', default: String(availableParallelism()) },
    json: { type: 'boolean', default: false },
  },
});

for (const [name, text] of Object.entries(values)) {
  if (typeof text !== 'string' || /^\d{1,9}$/.test(text)) continue;
  process.stderr.write(`--${name} takes a whole number, not ${JSON.stringify(text)}.\n`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
const worker = join(folder, 'main.mjs');
try {
  await bundle();
  process.exitCode = values.run === undefined ? await many(Number(values.runs)) : await one();
} finally {
  rmSync(folder, { recursive: true });
}

/** One file for all processes: it loads in a tenth of the time. */
function bundle() {
  return build({
    entryPoints: [join(root, 'packages/orchestration/test/simulation/main.ts')],
    outfile: worker,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@dist/source'],
    logLevel: 'error',
  });
}

async function one() {
  const args = ['--seed', values.seed, '--run', values.run, ...(values.json ? ['--json'] : [])];
  return new Promise((resolve) => start(args, 'inherit').on('close', resolve));
}

/** Each process takes every so-many-th run. */
async function many(runs) {
  const started = process.hrtime.bigint();
  const count = Math.max(1, Math.min(Number(values.processes), runs));
  const parts = await Promise.all(Array.from({ length: count }, (_, index) => part(runs, index, count)));
  const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000;
  const { failed, faults, ...counts } = parts.reduce(added);
  failed.sort((first, second) => first.run - second.run);
  if (values.json) process.stdout.write(`${JSON.stringify({ ...counts, seconds, faults, failed })}\n`);
  else print({ ...counts, seconds }, failed);
  if (failed.length === 0) return 0;
  process.stderr.write(`See one again: npm run simulate -- --seed ${values.seed} --run ${failed[0].run}\n`);
  return 1;
}

function part(runs, from, step) {
  const child = start(['--runs', runs, '--seed', values.seed, '--from', from, '--step', step].map(String), 'pipe');
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (some) => {
    text += some;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`the runs from ${from} ended with ${code}`)),
    );
  });
}

function start(args, stdout) {
  return spawn(process.execPath, [worker, ...args], {
    cwd: root,
    stdio: ['ignore', stdout, 'inherit'],
  });
}

/** Counts are added up, lists are joined. */
function added(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const sum = (name) => {
    const [left, right] = [one[name], other[name]];
    if (Array.isArray(left)) return [...left, ...right];
    if (typeof left === 'object' && typeof right === 'object') return added(left, right);
    return (left ?? 0) + (right ?? 0);
  };
  return Object.fromEntries([...names].map((name) => [name, sum(name)]));
}

function print(counts, failed) {
  for (const [name, count] of Object.entries(counts)) process.stdout.write(`${name.padEnd(20)} ${count}\n`);
  for (const { run, broken } of failed)
    process.stdout.write(`run ${run}: ${broken.map(({ law, what }) => `${law}, ${what}`).join('; ')}\n`);
}
