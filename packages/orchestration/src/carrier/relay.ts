import type { Runtime } from '../runtime/create-runtime.ts';
import type { EffectNotice } from '../runtime/journal.ts';
import { type DueEffectsOptions, dueEffects } from './due-effects.ts';
import type { EffectCarrier } from './effect-carrier.ts';

/**
 * Offers a carrier everything that is due and that nobody has: what was lost on the way, what waited behind another one
 * or for room on its lane, what a dead worker had. To be called now and then, as often as a lost notice may be late.
 * Answers how many it offered. Rejects when journal or carrier fails.
 */
export async function relay(
  source: Pick<Runtime, 'waiting'>,
  carrier: Pick<EffectCarrier, 'offer'>,
  options: DueEffectsOptions = {},
): Promise<number> {
  const { batch = 100 } = options;
  let [offered, notices]: [number, EffectNotice[]] = [0, []];
  const offer = async (): Promise<void> => {
    await carrier.offer(notices);
    offered += notices.length;
    notices = [];
  };
  for await (const notice of dueEffects(source, { ...options, batch })) {
    notices.push(notice);
    if (notices.length >= batch) await offer();
  }
  if (notices.length > 0) await offer();
  return offered;
}
