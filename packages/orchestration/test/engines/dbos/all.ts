// Everything that is tried on DBOS. Started by main.mjs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { postgresServer } from '../../postgres/postgres-server.ts';
import { codeChange } from '../hosts/code-change.ts';
import { freePort } from '../hosts/free-port.ts';
import { kills } from '../hosts/kills.ts';
import { report } from '../hosts/report.ts';
import { speed } from '../hosts/speed.ts';
import { contract } from './contract.ts';
import { dbosWorker } from './dbos-worker.ts';

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
const folder = mkdtempSync(join(tmpdir(), 'dist-dbos-'));
const [program, changed] = ['worker.ts', 'changed-worker.ts'].map((file) => join(import.meta.dirname, file));
if (program === undefined || changed === undefined) throw new TypeError('there is no worker');

// Over TCP, as it is everywhere but in tests: DBOS does not wait for a socket's file to come back.
const port = String(await freePort());
process.env['PGPORT'] = port;
const server = await postgresServer(['listen_addresses=127.0.0.1', `port=${port}`]);
report.figure('server', server.version);

if (isWanted('contract')) await contract(server);
if (isWanted('kills')) {
  const rounds = Number(process.env['DIST_CRASH_ROUNDS'] ?? 10);
  const killServer = async () => {
    await server.kill();
    await server.start();
  };
  await kills({ ...(await workerOn('kills', 25)), rounds, within: 3000, program, killServer });
}
if (isWanted('change')) await codeChange({ ...(await workerOn('change', 0)), before: program, after: changed });
if (isWanted('speed')) await speed({ ...(await workerOn('speed', 0)), program });

await server.stop();
const code = report.end();
if (code === 0) rmSync(folder, { recursive: true, force: true });
else process.stdout.write(`What the processes said is in ${folder}\n`);
process.exit(code);

/** A worker with a database and a ledger of its own. */
async function workerOn(name: string, latency: number) {
  const admin = new pg.Client(server.connection);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const ledger = join(folder, name);
  return { ledger, ...(await dbosWorker(server, name, ledger, latency)) };
}
