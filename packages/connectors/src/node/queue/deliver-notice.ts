import { type QueueNotice, readNotice } from './queue-notice.ts';
import type { EffectPerformer, QueueWorkerOptions } from './queue-worker.ts';

/** A message as it came. */
export interface Delivery {
  readonly content: Uint8Array;
  /** How often it was delivered, this time included. */
  readonly deliveries: number;
}

/** What is to become of a message. */
export type Verdict =
  /** It has ended: it is acknowledged and gone. */
  | { readonly kind: 'done' }
  /** It comes again in so many milliseconds. `failed`: by the reason that is told. */
  | { readonly kind: 'later'; readonly milliseconds: number; readonly failed?: unknown }
  /** It comes no more. */
  | { readonly kind: 'dead'; readonly reason: string; readonly notice?: QueueNotice | undefined };

/**
 * Delivers one message and says what is to become of it. It ends well also when the effect was not to be had; it fails
 * when the journal does, and then comes again after 1, 2, 4… seconds. One that has come too often already is not performed
 * at all: it may be what the worker dies of.
 */
export async function deliverNotice(
  { content, deliveries }: Delivery,
  performer: EffectPerformer,
  { clock, maximumDeliveries = 5 }: Pick<QueueWorkerOptions, 'clock' | 'maximumDeliveries'>,
): Promise<Verdict> {
  const notice = readNotice(content);
  if (notice === undefined) return { kind: 'dead', reason: 'the message is no notice of an effect' };
  const early = Date.parse(notice.notBefore) - Date.parse(clock());
  if (early > 0) return { kind: 'later', milliseconds: early };
  if (deliveries > maximumDeliveries) {
    return { kind: 'dead', notice, reason: `delivered ${deliveries} times, and no delivery has ended` };
  }
  try {
    await performer.perform(notice.key);
    return { kind: 'done' };
  } catch (failed) {
    if (deliveries < maximumDeliveries) return { kind: 'later', milliseconds: backOff(deliveries), failed };
    const said = failed instanceof Error ? failed.message : String(failed);
    return { kind: 'dead', notice, reason: `delivered ${deliveries} times, and failed: ${said.slice(0, 500)}` };
  }
}

function backOff(deliveries: number): number {
  return Math.min(1000 * 2 ** (deliveries - 1), 60_000);
}
