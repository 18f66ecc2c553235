import { existsSync, writeFileSync } from 'node:fs';

/** Whether a worker is to die now: once, and again when the file that this leaves is gone. */
export function diesOnce(mark: string): boolean {
  if (mark === '' || existsSync(mark)) return false;
  writeFileSync(mark, '');
  return true;
}
