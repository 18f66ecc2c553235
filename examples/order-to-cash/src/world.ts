import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What lies under the folder of a world. Nothing else in the folder is touched. */
export interface World {
  readonly directory: string;
  readonly journal: string;
  readonly counterparties: string;
  readonly documents: string;
}

/** Says why a folder cannot hold a world. */
export class WorldFault extends Error {}

/** Makes the folder ready, empties it when asked, and takes it for this process. */
export function openWorld(directory: string, fresh: boolean): World & { close(): void } {
  const world: World = {
    directory,
    journal: join(directory, 'journal.sqlite'),
    counterparties: join(directory, 'counterparties'),
    documents: join(directory, 'documents'),
  };
  const lock = join(directory, 'running.pid');
  const emptying = join(directory, 'emptying');
  try {
    mkdirSync(directory, { recursive: true });
    take(lock, directory);
    // A process killed while it empties leaves the mark: the next one goes on.
    if (fresh) writeFileSync(emptying, '');
    if (existsSync(emptying)) empty(world, emptying);
    mkdirSync(world.counterparties, { recursive: true });
    mkdirSync(world.documents, { recursive: true });
  } catch (error) {
    if (error instanceof WorldFault) throw error;
    throw new WorldFault(`${directory} cannot be used: ${(error as Error).message}. Name another folder with --out.`);
  }
  return { ...world, close: () => rmSync(lock, { force: true }) };
}

/** One run at a time: two would give each other's work back as that of a dead process. */
function take(lock: string, directory: string): void {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const other = Number(readFileSync(lock, 'utf8'));
    if (isAlive(other))
      throw new WorldFault(
        `Another run (process ${other}) is using ${directory}. Wait for it, or name another folder with --out.`,
      );
    writeFileSync(lock, String(process.pid));
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return !isDefunct(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A killed process that nobody has waited for (a container without an init) still answers signals, and does nothing more. */
function isDefunct(pid: number): boolean {
  try {
    return /^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

function empty(world: World, emptying: string): void {
  for (const path of [world.journal, `${world.journal}-wal`, `${world.journal}-shm`]) rmSync(path, { force: true });
  for (const path of [world.counterparties, world.documents]) rmSync(path, { recursive: true, force: true });
  rmSync(emptying, { force: true });
}
