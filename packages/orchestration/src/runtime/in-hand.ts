import { longestTimeout } from './longest-timeout.ts';

/** What a runtime has begun and not ended, and whether it may begin more. */
export interface InHand {
  /** False once the runtime was told to stop. */
  isOpen(): boolean;
  /** Begins nothing any more. */
  shut(): void;
  /** Aborts the performers that still run, and those to come. */
  abort(): void;
  /** Counts a piece of work until it has ended. */
  hold<T>(work: Promise<T>): Promise<T>;
  /** Resolves when all that was begun has ended, however it ended. */
  ended(): Promise<void>;
  /** A signal that aborts after so many milliseconds, or with `abort`; `done` lets go of it. */
  signal(milliseconds: number): { readonly signal: AbortSignal; done(): void };
}

export function inHand(): InHand {
  const begun = new Set<Promise<unknown>>();
  const controllers = new Set<AbortController>();
  let [isOpen, isAborted] = [true, false];
  return {
    isOpen: () => isOpen,
    shut: () => {
      isOpen = false;
    },
    abort: () => {
      isAborted = true;
      for (const controller of controllers) controller.abort(new Error('The runtime stops.'));
    },
    hold: async (work) => {
      begun.add(work);
      try {
        return await work;
      } finally {
        begun.delete(work);
      }
    },
    ended: async () => {
      while (begun.size > 0) await Promise.allSettled(begun);
    },
    signal: (milliseconds) => {
      const controller = new AbortController();
      controllers.add(controller);
      const late = () => controller.abort(new Error(`No answer in ${milliseconds} ms.`));
      const timer = setTimeout(late, Math.min(milliseconds, longestTimeout));
      if (isAborted) controller.abort(new Error('The runtime stops.'));
      return {
        signal: controller.signal,
        done: () => {
          clearTimeout(timer);
          controllers.delete(controller);
        },
      };
    },
  };
}
