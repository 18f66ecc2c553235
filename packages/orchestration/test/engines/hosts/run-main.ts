import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs a part of what is tried on an engine, in processes of its own, and shows what it prints. */
export function runMain(folder: string, part: string): number | 'cannot run' | null {
  const { status } = spawnSync(process.execPath, [join(folder, 'main.mjs'), part], { stdio: 'inherit' });
  return status === 77 && !process.env['CI'] ? 'cannot run' : status;
}
