import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A download that stands still is given up after so long, and begun again: what is in the store by then is not fetched twice. */
const patience = 150_000;
const attempts = 3;

/**
 * Installs what this folder's own lockfile names: workerd, and on Linux Node 22 and 24, Bun and Deno. Not done by `npm start` or
 * `npm test`. Whether all of it is there; what failed has been printed.
 */
export async function installRuntimes() {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { code, output } = await installOnce();
    if (code === 0) return true;
    process.stdout.write(`${output}The runtimes were not installed (attempt ${attempt} of ${attempts}).\n`);
  }
  return false;
}

function installOnce() {
  const folder = import.meta.dirname;
  const install = ['install', '--ignore-workspace', '--frozen-lockfile', '--ignore-scripts', '--reporter=append-only'];
  const args = [join(folder, '../../scripts/dev.mjs'), 'pnpm', '--dir', folder, ...install];
  // A group of its own, so that pnpm ends with it.
  const windows = process.platform === 'win32';
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: !windows });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const timer = setTimeout(() => (windows ? child.kill('SIGKILL') : process.kill(-child.pid, 'SIGKILL')), patience);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}
