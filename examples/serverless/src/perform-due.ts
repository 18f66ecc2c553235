import { dueEffects } from '@dist/orchestration/carrier';
import type { Runtime } from '@dist/orchestration/runtime';
import { type House, runtimeOf } from './house.ts';

/** One scheduled invocation. */
export interface Invocation {
  /** A name that no other invocation has. */
  readonly name: string;
  /**
   * Nothing is begun once it aborts. So it aborts earlier than the platform ends the invocation, by what a performer may
   * take at most (`timeout`).
   */
  readonly signal: AbortSignal;
  /** How many effects are performed at the same time; 8 when absent. */
  readonly atOnce?: number | undefined;
}

/** What an invocation has done. */
export interface Performed {
  readonly timers: number;
  readonly effects: number;
}

/**
 * The scheduled function, once a minute say: fires the timers that are due, performs what is due and what comes of that,
 * until nothing is left or the time is over. Several may run at the same time. What one leaves behind that was killed
 * comes again when its claims have run out.
 */
export async function performDue(house: House, { name, signal, atOnce = 8 }: Invocation): Promise<Performed> {
  const runtime = runtimeOf(house, name);
  const timers = signal.aborted ? 0 : await runtime.fireTimers();
  let effects = 0;
  for (let done = -1; done !== 0; effects += done) done = await performOnce(runtime, signal, atOnce);
  await runtime.stop();
  return { timers, effects };
}

/** Performs what is due now; what comes of the last of it is left for the next time. */
async function performOnce(runtime: Runtime, signal: AbortSignal, atOnce: number): Promise<number> {
  const due = dueEffects(runtime, { signal });
  let performed = 0;
  const worker = async (): Promise<void> => {
    for (let next = await due.next(); !next.done; next = await due.next())
      if (await runtime.perform(next.value.key)) performed++;
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return performed;
}
