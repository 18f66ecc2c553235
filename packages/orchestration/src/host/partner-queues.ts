import type { OutboxEffect } from '../runtime/journal.ts';

/**
 * What waits for its turn at a partner, by lane, oldest first. The first of each is with the engine; the next goes when
 * it has ended, so that a partner gets an 855 before the 856 and that before the 810.
 */
export type PartnerQueues = Readonly<Record<string, readonly OutboxEffect[]>>;

/** Queues after a step, and what goes to the engine because of it. */
export interface Queued {
  readonly queues: PartnerQueues;
  readonly send: readonly OutboxEffect[];
}

/** Puts an effect in its queue, at its end or in the place of the attempt before. What needs no queue goes at once. */
export function join(queues: PartnerQueues, effect: OutboxEffect): Queued {
  const { lane, key } = effect;
  if (effect.order === '' || !lane.startsWith('partner:')) return { queues, send: [effect] };
  const queue = queues[lane] ?? [];
  const at = queue.findIndex((one) => one.key === key);
  const joined = at < 0 ? [...queue, effect] : queue.with(at, effect);
  return { queues: { ...queues, [lane]: joined }, send: joined[0] === effect ? [effect] : [] };
}

/** Takes an attempt that has ended out of its queue, unless a new attempt has its place; the next one goes. */
export function leave(queues: PartnerQueues, ended: { readonly key: string; readonly attempt: number }): Queued {
  for (const [lane, queue] of Object.entries(queues)) {
    const at = queue.findIndex(({ key, attempt }) => key === ended.key && attempt === ended.attempt);
    if (at < 0) continue;
    const left = queue.filter((_, index) => index !== at);
    const [first] = left;
    const { [lane]: _gone, ...others } = queues;
    return {
      queues: left.length === 0 ? others : { ...queues, [lane]: left },
      send: at === 0 && first !== undefined ? [first] : [],
    };
  }
  return { queues, send: [] };
}
