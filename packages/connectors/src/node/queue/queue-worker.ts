import { setTimeout as pause } from 'node:timers/promises';
import { type QueueClass, type QueueNotice, queueClasses } from './queue-notice.ts';

/** What every worker of a queue is told. */
export interface QueueWorkerOptions {
  /** The instant it is now, ISO 8601 in UTC with milliseconds. */
  readonly clock: () => string;
  /** Effects at work at once in this process, by class: 8 `realTime`, 4 `nearRealTime`, 4 `batch` when absent; 0 takes none. */
  readonly concurrency?: Partial<Readonly<Record<QueueClass, number>>> | undefined;
  /** A message is a dead letter when it has been delivered so often and its delivery has failed again; 5 when absent. */
  readonly maximumDeliveries?: number | undefined;
  /** Called with each dead letter, after the broker has it in the place of dead letters. It must not throw. */
  readonly onDeadLetter?: ((letter: DeadLetter) => void) | undefined;
  /** Called when the broker cannot be reached or refuses something; the worker goes on trying. It must not throw. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** A message that is delivered no more. The effect stays in the journal, and a sweep offers it again. */
export interface DeadLetter {
  /** Absent when the message was none of ours. */
  readonly notice?: QueueNotice | undefined;
  readonly reason: string;
  /** How often it was delivered. */
  readonly deliveries: number;
}

/** Takes effects from a queue and performs them, until it is closed. */
export interface QueueWorker {
  /** Takes nothing more, and waits for what is at work, so many milliseconds at most (30,000 when absent). What has not ended then is delivered again. */
  close(grace?: number): Promise<void>;
}

/** Who performs: a runtime of `@dist/orchestration`. */
export interface EffectPerformer {
  perform(key: string): Promise<unknown>;
}

/**
 * How many of each class at once.
 *
 * @throws RangeError for what is no number of things.
 */
export function slotsOf({
  concurrency = {},
}: Pick<QueueWorkerOptions, 'concurrency'>): ReadonlyMap<QueueClass, number> {
  const usual = { realTime: 8, nearRealTime: 4, batch: 4 } as const;
  return new Map(
    queueClasses.map((name) => {
      const slots = concurrency[name] ?? usual[name];
      if (!Number.isInteger(slots) || slots < 0 || slots > 1000)
        throw new RangeError(`concurrency.${name} is a whole number from 0 to 1000, not ${slots}`);
      return [name, slots];
    }),
  );
}

/** Waits for all, and no longer than so many milliseconds. */
export async function settledWithin(work: Iterable<Promise<unknown>>, milliseconds: number): Promise<void> {
  const ended = new AbortController();
  const all = Promise.allSettled(work).then(() => ended.abort());
  await Promise.race([all, pause(milliseconds, undefined, { signal: ended.signal }).catch(() => undefined)]);
}
