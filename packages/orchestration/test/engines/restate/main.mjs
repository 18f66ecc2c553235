// The host on Restate: node packages/orchestration/test/engines/restate/main.mjs [contract] [kills] [change] [speed]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installEngine } from '../hosts/install-engine.mjs';

/** It could not be tried here; in CI that counts as a failure. */
const cannotRun = 77;
const install = join(import.meta.dirname, 'install');

process.exitCode = main();

function main() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return skip('the server is installed for Linux x64 only');
  if (!installEngine(install)) return skip('Restate could not be installed');
  const node = join(install, 'node_modules/node-22/bin/node');
  const options = ['--conditions=@dist/source', '--disable-warning=ExperimentalWarning'];
  const args = [...options, join(import.meta.dirname, 'all.ts'), ...process.argv.slice(2)];
  // What a handler that was interrupted says is no finding.
  const env = { ...process.env, RESTATE_LOGGING: 'ERROR' };
  return spawnSync(node, args, { stdio: 'inherit', env }).status ?? 1;
}

function skip(reason) {
  process.stdout.write(`skipped: ${reason}\n\n0 passed, 0 failed, 1 skipped\n`);
  return cannotRun;
}
