import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../../..');

/** Installs what the lockfile of a folder names. Whether all of it is there; what failed has been printed. */
export function installEngine(folder) {
  const install = ['install', '--ignore-workspace', '--frozen-lockfile', '--ignore-scripts', '--reporter=append-only'];
  const args = [join(root, 'scripts/dev.mjs'), 'pnpm', '--dir', folder, ...install];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) process.stdout.write(`${stdout}${stderr}`);
  return status === 0;
}
