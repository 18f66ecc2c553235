// The host on DBOS: node packages/orchestration/test/engines/dbos/main.mjs [contract] [kills] [change] [speed]
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installEngine } from '../hosts/install-engine.mjs';

/** It could not be tried here; in CI that counts as a failure. */
const cannotRun = 77;

process.exitCode = main();

function main() {
  if (!hasPostgres()) return skip('there is no PostgreSQL here: apt-get install postgresql');
  if (!installEngine(join(import.meta.dirname, 'install'))) return skip('DBOS could not be installed');
  const options = ['--conditions=@dist/source', '--import', 'tsx', '--disable-warning=ExperimentalWarning'];
  const args = [...options, join(import.meta.dirname, 'all.ts'), ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}

function hasPostgres() {
  const debian = '/usr/lib/postgresql';
  const folders = [
    process.env.POSTGRES_BIN ?? '',
    ...(existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.some((folder) => folder !== '' && existsSync(join(folder, 'initdb')));
}

function skip(reason) {
  process.stdout.write(`skipped: ${reason}\n\n0 passed, 0 failed, 1 skipped\n`);
  return cannotRun;
}
