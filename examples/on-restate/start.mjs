// npm --silent --prefix examples/on-restate start: installs Restate beside the example, once, and runs src/main.ts.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** As of the gates: this machine lacks what is needed. */
const cannotRun = 77;
const engine = join(import.meta.dirname, 'engine');

process.exitCode = main();

function main() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return skip('the server is installed for Linux x64 only');
  if (!installed()) return skip('Restate could not be installed');
  const node = join(engine, 'node_modules/node-22/bin/node');
  const options = ['--conditions=@dist/source', '--disable-warning=ExperimentalWarning'];
  const env = { ...process.env, RESTATE_LOGGING: 'ERROR' };
  return spawnSync(node, [...options, 'src/main.ts'], { cwd: import.meta.dirname, stdio: 'inherit', env }).status ?? 1;
}

function installed() {
  const install = ['install', '--ignore-workspace', '--frozen-lockfile', '--ignore-scripts', '--reporter=append-only'];
  const args = [join(import.meta.dirname, '../../scripts/dev.mjs'), 'pnpm', '--dir', engine, ...install];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
  return status === 0;
}

function skip(reason) {
  process.stderr.write(`skipped: ${reason}\n`);
  return cannotRun;
}
