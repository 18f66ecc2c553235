/**
 * What a queue is told of an effect, as `@dist/orchestration/carrier` has it (`EffectNotice`): its content stays in the
 * journal, so that nothing of an order, and no secret, lies in Redis.
 */
export interface BullmqNotice {
  readonly key: string;
  readonly attempt: number;
  readonly lane: string;
  readonly class: 'realTime' | 'nearRealTime' | 'batch';
  /** ISO instant before which it must not start. */
  readonly notBefore: string;
}

/** The queue that the carrier needs: a `Queue` of `bullmq` answers it as it is. */
export interface BullmqQueue {
  addBulk(jobs: BullmqJob[]): Promise<unknown>;
  close(): Promise<void>;
}

/** A job as it is added. */
export interface BullmqJob {
  /** The lane of the effect, for dashboards. */
  readonly name: string;
  readonly data: Pick<BullmqNotice, 'key' | 'attempt'>;
  readonly opts: {
    readonly jobId: string;
    /** Milliseconds. */
    readonly delay: number;
    /** Lower goes first. */
    readonly priority: number;
    readonly attempts: number;
    readonly backoff: { readonly type: 'exponential'; readonly delay: number };
    readonly removeOnComplete: true;
    readonly removeOnFail: true;
  };
}

/** What a carrier on BullMQ is made of besides its queue. */
export interface BullmqCarrierOptions {
  /** The instant it is now, ISO 8601 in UTC with milliseconds; that of the worker's machine, as near as may be. */
  readonly clock: () => string;
}

/** A carrier of effects (`EffectCarrier` of `@dist/orchestration/carrier`) on a queue of BullMQ. */
export interface BullmqCarrier {
  /** Adds a job for each notice, in one round trip; one that the queue has already is not added again. */
  offer(notices: readonly BullmqNotice[]): Promise<void>;
  /** Closes the queue. Its jobs stay in Redis. */
  close(): Promise<void>;
}

/**
 * Carries notices of effects over BullMQ. A job is named for the effect and its attempt, waits until the effect may start,
 * goes by its class, and is gone when its delivery has ended, so that the same notice may come again. Jobs are delivered
 * by a `Worker` of `bullmq` with `bullmqDelivery(runtime)`. What Redis loses, a sweep (`relay`, `runtime.work`) makes up for.
 */
export function bullmqCarrier(queue: BullmqQueue, { clock }: BullmqCarrierOptions): BullmqCarrier {
  let closed: Promise<void> | undefined;
  return {
    offer: async (notices) => {
      if (closed !== undefined) throw new TypeError('The carrier was disposed of.');
      const now = Date.parse(clock());
      if (notices.length > 0) await queue.addBulk(notices.map((notice) => jobOf(notice, now)));
    },
    close: () => {
      closed ??= queue.close();
      return closed;
    },
  };
}

/**
 * The processor of a `Worker` of `bullmq`: each job is an effect to perform. It ends well also when the effect was not to
 * be had; it fails when the journal does, and is then tried again.
 */
export function bullmqDelivery(runtime: {
  perform(key: string): Promise<unknown>;
}): (job: { readonly data: Pick<BullmqNotice, 'key'> }) => Promise<void> {
  return async ({ data }) => {
    await runtime.perform(data.key);
  };
}

const priorities = { realTime: 1, nearRealTime: 2, batch: 3 } as const;

function jobOf({ key, attempt, lane, class: group, notBefore }: BullmqNotice, now: number): BullmqJob {
  return {
    name: lane,
    data: { key, attempt },
    opts: {
      // BullMQ refuses ids with colons.
      jobId: `${key.replaceAll('%', '%25').replaceAll(':', '%3A')}@${attempt}`,
      delay: Math.max(0, Date.parse(notBefore) - now),
      priority: priorities[group],
      // Of deliveries, when the journal cannot be reached; the attempts of the effect are its order's.
      attempts: 5,
      backoff: { type: 'exponential', delay: 1000 },
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}
