import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Installs what this folder's own lockfile names: workerd, and on Linux Node 22 and 24, Bun and Deno. Not done by `npm start` or
 * `npm test`. Whether all of it is there; what failed has been printed.
 */
export function installRuntimes() {
  const folder = import.meta.dirname;
  const install = ['install', '--ignore-workspace', '--frozen-lockfile', '--ignore-scripts', '--reporter=append-only'];
  const args = [join(folder, '../../scripts/dev.mjs'), 'pnpm', '--dir', folder, ...install];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) process.stdout.write(`${stdout}${stderr}`);
  return status === 0;
}
