import type { Running } from './running.ts';

/** How a runtime is stopped. */
export interface StopOptions {
  /** Milliseconds that performers may still take; 10,000 when absent. */
  readonly graceMs?: number | undefined;
}

/**
 * Begins nothing any more and waits for what was begun. After the grace the performers that still run are aborted: what
 * they leave is in doubt as after a lease that ran out, and is committed as that.
 */
export async function stop({ inHand }: Running, { graceMs = 10_000 }: StopOptions): Promise<void> {
  inHand.shut();
  const grace = setTimeout(() => inHand.abort(), graceMs);
  await inHand.ended();
  clearTimeout(grace);
}
