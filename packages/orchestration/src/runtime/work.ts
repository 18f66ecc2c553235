import { claim } from './claim.ts';
import { countOf } from './count-of.ts';
import { endedAll } from './ended-all.ts';
import type { Claimed, EffectNotice } from './journal.ts';
import { lanesNow } from './lanes-now.ts';
import { runEffect } from './run-effect.ts';
import type { Running } from './running.ts';

/** How much of the outbox one call of `work` takes. */
export interface WorkOptions {
  /** Most effects to claim in this call; 16 when absent. All of them are performed at the same time. */
  readonly limit?: number | undefined;
  /** Only these lanes (`erp:<id>`, `partner:<id>`, `shop:<id>`, `local`); all when absent. */
  readonly lanes?: readonly string[] | undefined;
  /** Only these effects, as far as they are due and their lanes let them; all when absent. */
  readonly keys?: readonly string[] | undefined;
}

/** Claims what is due, performs it, commits what came of it; nothing once the runtime was told to stop. */
export async function work(running: Running, options: WorkOptions): Promise<number> {
  const claimed = await claim(running, options);
  if (claimed.length > 0 && !running.inHand.isOpen()) return giveBack(running, claimed);
  // All of them end before a failure is told, so that nothing runs on behind the caller's back.
  const ended = await Promise.allSettled(claimed.map((one) => runEffect(running, one)));
  endedAll(running, ended);
  return claimed.length;
}

/** What one call of `work` would take, without taking it; nothing once the runtime was told to stop. */
export async function waiting(
  running: Running,
  { limit = 16, lanes, keys }: WorkOptions,
): Promise<readonly EffectNotice[]> {
  const { journal, clock, inHand } = running;
  if (!inHand.isOpen()) return [];
  const now = clock();
  return journal.waiting({ now, limit: countOf('limit', limit), lanes, keys, limits: await lanesNow(running, now) });
}

/** The runtime was told to stop while the journal was asked: none of it was begun. */
async function giveBack({ journal, worker }: Running, claimed: readonly Claimed[]): Promise<number> {
  await journal.release(
    worker,
    claimed.map(({ lease }) => lease),
  );
  return 0;
}
