/** Time as it passes for an engine. */
export const realTime = {
  clock: (): string => new Date().toISOString(),

  /** Looks again and again; rejects with what did not happen. */
  async until(what: string, holds: () => boolean | Promise<boolean>, seconds = 30): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
      if (await holds()) return;
      await realTime.pause(20);
    }
    throw new Error(`not within ${seconds} s: ${what}`);
  },

  pause: (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
