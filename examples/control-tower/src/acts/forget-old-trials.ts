import type { Tower } from '../server/tower.ts';
import { markOf } from './mark-of.ts';

/** A dry run that nobody acts on is forgotten after so many milliseconds. */
export const trialLasts = 15 * 60_000;

/**
 * Forgets dry runs that are too old to be done. One that the journal knows as done is none: the tower was stopped between the
 * commit and its own note of it, which is made now.
 */
export async function forgetOldTrials({ database, journal, clock }: Tower): Promise<void> {
  const before = new Date(Date.parse(clock()) - trialLasts).toISOString();
  const old = await database
    .selectFrom('acts')
    .select('id')
    .where('status', '=', 'tried')
    .where('at', '<', before)
    .execute();
  for (const { id } of old) {
    const mark = await journal.mark(markOf(id));
    if (mark === undefined) {
      await database.deleteFrom('acts').where('id', '=', id).where('status', '=', 'tried').execute();
      continue;
    }
    const { reason } = JSON.parse(mark) as { readonly reason: string };
    await database
      .updateTable('acts')
      .set({ status: 'done', reason, outcome: 'Done; the tower was stopped before it could say so.' })
      .where('id', '=', id)
      .where('status', '=', 'tried')
      .execute();
  }
}
