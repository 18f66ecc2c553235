import type { Running } from './running.ts';

/** How much waits in the outbox. */
export interface Pressure {
  /** Effects that are due and that nobody has. */
  readonly waiting: number;
  /** Since when the oldest of them is due; undefined when none waits. */
  readonly oldest?: string | undefined;
}

/** What waits now, of all lanes together. */
export async function pressure({ journal, clock }: Running): Promise<Pressure> {
  const lanes = await journal.depth(clock());
  const waiting = lanes.reduce((sum, lane) => sum + lane.waiting, 0);
  const [oldest] = lanes.flatMap((lane) => lane.oldest ?? []).sort();
  return { waiting, oldest };
}

/** For so many milliseconds of the clock what was counted last is good enough. */
const fresh = 1000;

/** Whether so little waits that new orders are taken in; counts once in a second at most. */
export function acceptance(running: Running): () => Promise<boolean> {
  let counted: { readonly at: number; readonly waiting: Promise<number> } | undefined;
  return async () => {
    const { mostWaiting, clock, inHand } = running;
    if (!inHand.isOpen()) return false;
    if (mostWaiting === undefined) return true;
    const at = Date.parse(clock());
    if (counted === undefined || Math.abs(at - counted.at) >= fresh)
      counted = { at, waiting: pressure(running).then(({ waiting }) => waiting) };
    return (await counted.waiting) <= mostWaiting;
  };
}
