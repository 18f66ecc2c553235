import { afterTurn } from '../after-turn.ts';
import type { SqliteHandle } from '../sqlite-handle.ts';

/** Writes that share transactions. */
export interface GroupCommit {
  /** Does the work in the next transaction; answers when that is committed, and rejects when it is not. */
  write<T>(work: () => T): Promise<T>;
  /** Commits what waits, at once. */
  flush(): void;
}

interface Write {
  /** Does the work inside the open transaction; what it answers is told when that is committed. */
  readonly run: () => void;
  readonly committed: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * One transaction for each turn of the event loop, with all that was written in it: what a disk takes longest for, to
 * make a commit last, is done once for all of them. When one throws, nothing of the group is kept and each is done again
 * by itself, so that the others do not suffer from it.
 */
export function groupCommit(handle: SqliteHandle): GroupCommit {
  let waiting: Write[] = [];
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    if (group.length > 0) commit(handle, group);
  };
  return {
    flush,
    write: (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) afterTurn(flush);
        waiting.push(writeOf(work, resolve, reject));
      }),
  };
}

function writeOf<T>(work: () => T, resolve: (result: T) => void, reject: (error: unknown) => void): Write {
  let end = (): void => undefined;
  return {
    run: () => {
      const result = work();
      end = () => resolve(result);
    },
    committed: () => end(),
    failed: reject,
  };
}

function commit(handle: SqliteHandle, group: readonly Write[]): void {
  try {
    inTransaction(handle, group);
  } catch (error) {
    if (group.length === 1) group[0]?.failed(error);
    else for (const one of group) commit(handle, [one]);
    return;
  }
  for (const { committed } of group) committed();
}

function inTransaction(handle: SqliteHandle, group: readonly Write[]): void {
  handle.exec('BEGIN IMMEDIATE');
  try {
    for (const { run } of group) run();
    handle.exec('COMMIT');
  } catch (error) {
    rollBack(handle);
    throw error;
  }
}

/** SQLite may have ended the transaction by itself (a full disk does); the first error is the one to tell. */
function rollBack(handle: SqliteHandle): void {
  try {
    handle.exec('ROLLBACK');
  } catch {
    // Nothing was open.
  }
}
