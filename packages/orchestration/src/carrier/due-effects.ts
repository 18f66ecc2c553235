import type { Runtime } from '../runtime/create-runtime.ts';
import type { EffectNotice } from '../runtime/journal.ts';

/** How far a stream of due effects goes. */
export interface DueEffectsOptions {
  /** Ends the stream, at the next effect that is asked for. */
  readonly signal?: AbortSignal | undefined;
  /** Only these lanes; all when absent. */
  readonly lanes?: readonly string[] | undefined;
  /** How many are looked up at once; 16 when absent. */
  readonly batch?: number | undefined;
}

/**
 * What is due, in the order in which `work` would take it, as far as the limits of the lanes let it; each attempt of an
 * effect once. What comes of an effect that is performed meanwhile is told too. Ends when nothing new is due. Nothing is
 * claimed: each notice is for `runtime.perform(key)`, or for a carrier. `ReadableStream.from` makes a stream of it.
 */
export async function* dueEffects(
  source: Pick<Runtime, 'waiting'>,
  { signal, lanes, batch = 16 }: DueEffectsOptions = {},
): AsyncGenerator<EffectNotice, void, undefined> {
  const told = new Set<string>();
  for (let limit = batch; ; ) {
    if (signal?.aborted) return;
    const waiting = await source.waiting({ limit, lanes });
    const fresh = waiting.filter((notice) => !told.has(nameOf(notice)));
    if (fresh.length === 0 && waiting.length < limit) return;
    // All that is seen was told and has not gone yet: what is new stands behind it.
    if (fresh.length === 0) limit *= 2;
    for (const notice of fresh) {
      if (signal?.aborted) return;
      told.add(nameOf(notice));
      yield notice;
    }
  }
}

function nameOf({ key, attempt }: EffectNotice): string {
  return `${key}@${attempt}`;
}
