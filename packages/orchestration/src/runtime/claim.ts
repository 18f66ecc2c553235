import { countOf } from './count-of.ts';
import type { Claimed } from './journal.ts';
import { lanesNow } from './lanes-now.ts';
import type { Running } from './running.ts';
import type { WorkOptions } from './work.ts';

/** Claims what is due; nothing once the runtime was told to stop. */
export async function claim(running: Running, { limit = 16, lanes, keys }: WorkOptions): Promise<readonly Claimed[]> {
  const { journal, clock, worker, lease = 60_000, inHand } = running;
  if (!inHand.isOpen()) return [];
  const now = clock();
  const limits = await lanesNow(running, now);
  return journal.claim({ now, worker, limit: countOf('limit', limit), lease, lanes, keys, limits });
}
