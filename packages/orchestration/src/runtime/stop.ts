import { longestTimeout } from './longest-timeout.ts';
import type { Running } from './running.ts';

/** How a runtime is stopped. */
export interface StopOptions {
  /** Milliseconds that performers may still take, `Infinity` for as long as they need; 10,000 when absent. */
  readonly graceMs?: number | undefined;
}

/**
 * Begins nothing any more and waits for what was begun. After the grace the performers that still run are aborted: what
 * they leave is in doubt as after a lease that ran out, and is committed as that.
 *
 * @throws RangeError when the grace is no time.
 */
export async function stop({ inHand }: Running, { graceMs = 10_000 }: StopOptions): Promise<void> {
  if (!(graceMs >= 0)) throw new RangeError(`graceMs is a number of milliseconds from 0 on: ${graceMs} is none`);
  inHand.shut();
  const grace =
    graceMs === Number.POSITIVE_INFINITY ? undefined : setTimeout(inHand.abort, Math.min(graceMs, longestTimeout));
  await inHand.ended();
  clearTimeout(grace);
}
