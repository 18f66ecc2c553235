import { noticeId, type QueueNotice, writeNotice } from '../queue/queue-notice.ts';
import type { NatsJetStream } from './jet-stream.ts';
import { declareQueue, isHeldAlready, isWithoutStream, type NatsQueue, natsQueueOf, subjectOf } from './nats-queue.ts';

/** A carrier of effects (`EffectCarrier` of `@dist/orchestration/carrier`) on a stream of JetStream. */
export interface NatsCarrier {
  /** Publishes each notice and waits until the server has it; one that the stream has already is not added again. */
  offer(notices: readonly QueueNotice[]): Promise<void>;
  /** Takes nothing more. The notices stay in the stream; the connection is for whoever opened it to close. */
  close(): Promise<void>;
}

/**
 * Carries notices of effects over NATS JetStream (server 2.9 and later). The stream is a work queue with one message at
 * most for each effect and attempt. It is made where it is not there, also when the server has come back without it.
 * Notices are delivered by `natsWorker`. What the server loses, a sweep (`relay`, `runtime.work`) makes up for.
 *
 * @throws RangeError for a name that no stream may have.
 */
export function natsCarrier(jetstream: NatsJetStream, options: NatsQueue = {}): NatsCarrier {
  const queue = natsQueueOf(options);
  let isOpen = true;
  let declared: Promise<void> | undefined;
  const declare = (): Promise<void> => {
    declared ??= declareQueue(jetstream, queue).catch((reason) => {
      declared = undefined;
      throw reason;
    });
    return declared;
  };

  const publish = async (notice: QueueNotice): Promise<void> => {
    try {
      await jetstream.publish(subjectOf(queue, notice.class, noticeId(notice)), writeNotice(notice));
    } catch (error) {
      if (!isHeldAlready(error)) throw error;
    }
  };
  const offerAll = async (notices: readonly QueueNotice[]): Promise<void> => {
    await declare();
    await Promise.all(notices.map(publish));
  };

  return {
    offer: async (notices) => {
      if (!isOpen) throw new TypeError('The carrier was disposed of.');
      if (notices.length === 0) return;
      const before = declared;
      try {
        await offerAll(notices);
      } catch (error) {
        if (!isWithoutStream(error)) throw error;
        if (declared === before) declared = undefined;
        await offerAll(notices);
      }
    },
    close: async () => {
      isOpen = false;
    },
  };
}
