import { type Journal, readSwitches, type Switches } from '@dist/orchestration/runtime';

/** The switches of a journal, read when they are first asked for and not again: the orders of one file are judged alike. */
export function readSwitchesOnce(journal: Pick<Journal, 'mark'>): () => Promise<Switches> {
  let read: Promise<Switches> | undefined;
  return () => {
    read ??= readSwitches(journal);
    return read;
  };
}
