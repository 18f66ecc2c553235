import { setTimeout as sleep } from 'node:timers/promises';
import type { Journal } from '@dist/orchestration/runtime';
import type { TowerDatabase } from './database/open-tower-database.ts';
import { readChanges } from './projection/read-changes.ts';
import type { Live } from './server/live.ts';

/** What is followed, and who is told. */
export interface Following {
  readonly journal: Pick<Journal, 'changed' | 'notes'>;
  readonly database: TowerDatabase;
  readonly live: Pick<Live, 'tell'>;
  readonly clock: () => string;
  readonly onError: (error: unknown) => void;
}

/** How long the journal is left alone when nothing is new, in milliseconds. */
const pause = 500;

/** Reads what is new in the journal, again and again until the signal aborts. A reading that fails is tried again. */
export async function followJournal(
  { journal, database, live, clock, onError }: Following,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const read = await readChanges(journal, database).catch((error: unknown) => onError(error));
    if (read !== undefined && read.orders.length > 0) live.tell({ at: clock(), orders: read.orders.length });
    if (read?.more !== true) await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}
