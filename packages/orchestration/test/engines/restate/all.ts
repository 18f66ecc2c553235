// Everything that is tried on Restate, in a Node that its SDK runs on. Started by main.mjs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restateHost } from '../../../src/restate.ts';
import { codeChange } from '../hosts/code-change.ts';
import { kills } from '../hosts/kills.ts';
import { report } from '../hosts/report.ts';
import { speed } from '../hosts/speed.ts';
import { contract } from './contract.ts';
import { restateServer } from './restate-server.ts';
import { restateWorker } from './restate-worker.ts';

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
const folder = mkdtempSync(join(tmpdir(), 'dist-restate-'));
const [program, changed] = ['worker.ts', 'changed-worker.ts'].map((file) => join(import.meta.dirname, file));
if (program === undefined || changed === undefined) throw new TypeError('there is no worker');

const server = await restateServer(folder);
report.figure('a new server answers after', `${await server.start()} ms`);
const host = restateHost({ ingress: server.ingress, timeout: 10_000 });

if (isWanted('contract')) await contract(server);
if (isWanted('kills')) {
  const ledger = join(folder, 'kills');
  const worker = await restateWorker(server, ledger, 25);
  const rounds = Number(process.env['DIST_CRASH_ROUNDS'] ?? 10);
  const killServer = async () => {
    await server.kill();
    await server.start();
  };
  await kills({ host, rounds, within: 300, ledger, worker, program, killServer });
}
if (isWanted('change')) {
  const ledger = join(folder, 'change');
  await codeChange({ host, ledger, worker: await restateWorker(server, ledger, 0), before: program, after: changed });
}
if (isWanted('speed')) {
  const ledger = join(folder, 'speed');
  await speed({ host, ledger, worker: await restateWorker(server, ledger, 0), program });
  const { pid } = server.child().process;
  const memory = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  const disk = execFileSync('du', ['-sm', join(folder, 'restate')], { encoding: 'utf8' }).split('\t')[0];
  report.figure('the server then', `${memory.toFixed(0)} MB of memory, ${disk} MB on disk`);
}

await server.stop();
const code = report.end();
if (code === 0) rmSync(folder, { recursive: true, force: true });
else process.stdout.write(`What the processes said is in ${folder}\n`);
process.exit(code);
