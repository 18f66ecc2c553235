import { longestTimeout } from './longest-timeout.ts';

/** Those who wait for a while, or until something has come. */
export interface Waiter {
  /** Resolves after so many milliseconds, with `wake`, or when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Something has come. Whoever waits goes on; the next wait of one that did not wait ends at once. */
  wake(): void;
}

export function waiter(): Waiter {
  const waiting = new Set<() => void>();
  let hasCome = false;
  return {
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          waiting.delete(end);
          signal.removeEventListener('abort', end);
          hasCome = false;
          resolve();
        };
        const timer = setTimeout(end, hasCome || signal.aborted ? 0 : Math.min(milliseconds, longestTimeout));
        waiting.add(end);
        signal.addEventListener('abort', end, { once: true });
      }),
    wake: () => {
      hasCome = true;
      for (const end of [...waiting]) end();
    },
  };
}
