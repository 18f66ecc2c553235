import type { EffectNotice } from '../runtime/journal.ts';
import type { EffectCarrier } from './effect-carrier.ts';

/** A carrier without a queue behind it: what is due is delivered when `deliver` is called. */
export interface MemoryCarrier extends EffectCarrier {
  /**
   * Delivers what is due, all of it at the same time. Answers how many deliveries there were. A notice whose delivery
   * fails stays, and the first reason is told after all have ended.
   */
  deliver(perform: (key: string) => Promise<unknown>): Promise<number>;
  /** Instant of what is due next; undefined when it holds nothing. */
  next(): string | undefined;
}

/** Carries notices within one process, for tests and trials; gone with the process. */
export function memoryCarrier({ clock }: { readonly clock: () => string }): MemoryCarrier {
  const held = new Map<string, EffectNotice>();
  let isOpen = true;
  return {
    offer: async (notices) => {
      if (!isOpen) throw new TypeError('The carrier was disposed of.');
      for (const notice of notices) held.set(`${notice.key}@${notice.attempt}`, notice);
    },
    deliver: async (perform) => {
      const now = clock();
      const due = [...held].filter(([, { notBefore }]) => notBefore <= now);
      for (const [name] of due) held.delete(name);
      const ended = await Promise.allSettled(due.map(([, { key }]) => perform(key)));
      const failed = ended.flatMap((end, at) => (end.status === 'rejected' ? [{ at, reason: end.reason }] : []));
      for (const { at } of failed) keep(held, due[at]);
      for (const { reason } of failed) throw reason;
      return due.length;
    },
    next: () => [...held.values()].map(({ notBefore }) => notBefore).sort()[0],
    close: async () => {
      isOpen = false;
    },
  };
}

/** Puts a notice back, unless it was offered anew meanwhile. */
function keep(held: Map<string, EffectNotice>, entry: readonly [string, EffectNotice] | undefined): void {
  if (entry !== undefined && !held.has(entry[0])) held.set(entry[0], entry[1]);
}
