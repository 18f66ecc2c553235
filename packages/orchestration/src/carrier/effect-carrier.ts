import type { EffectNotice } from '../runtime/journal.ts';

/**
 * A queue that wakes performers, where they are not woken by a loop of our own. It carries notices, never what an effect
 * holds: that stays in the journal. Whoever gets a notice calls `runtime.perform(key)`, which claims the effect; so a
 * notice that comes twice, late, out of order, or for what is long done does no harm. One that is lost is made up for by
 * `relay` or `runtime.work`. Every carrier passes its kit (`carrierContract` of `@dist/orchestration/testing`).
 */
export interface EffectCarrier {
  /**
   * Takes notices, to be delivered once each at least and not before their time. Resolves when the queue has all of them;
   * rejects when it may not have. What it has of the same key and attempt already may be offered again.
   */
  offer(notices: readonly EffectNotice[]): Promise<void>;
  /** Lets go of the queue; what was offered stays in it. May be called again. */
  close(): Promise<void>;
}
