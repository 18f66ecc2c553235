import { noticeId, type QueueClass, type QueueNotice } from '../queue/queue-notice.ts';
import type { AmqpConnect } from './amqp-client.ts';
import { type AmqpQueue, amqpQueueOf, declareQueue, queueName, routeOf } from './amqp-queue.ts';
import { messageOf, type OpenChannel, openChannel } from './open-channel.ts';

/** What a carrier on RabbitMQ is made of besides its connection. */
export interface AmqpCarrierOptions extends AmqpQueue {
  /** The instant it is now, ISO 8601 in UTC with milliseconds; that of the workers' machines, as near as may be. */
  readonly clock: () => string;
  /** Milliseconds for which a notice is not sent again while its queue has something in it; 60,000 when absent. */
  readonly repeatAfter?: number | undefined;
}

/** A carrier of effects (`EffectCarrier` of `@dist/orchestration/carrier`) on queues of RabbitMQ. */
export interface AmqpCarrier {
  /** Publishes each notice and waits until the broker has confirmed that it is in a queue, on disk. */
  offer(notices: readonly QueueNotice[]): Promise<void>;
  /** Closes the connection. The notices stay in their queues. */
  close(): Promise<void>;
}

/**
 * Carries notices of effects over RabbitMQ (3.10 and later). There is a queue for each class, some for waiting and one for
 * dead letters; they are made where they are not there, and connections opened anew when they have broken. Notices are
 * delivered by `amqpWorker`. What the broker loses, a sweep (`relay`, `runtime.work`) makes up for.
 *
 * RabbitMQ takes a message twice, so the carrier minds what it has sent: a sweep that comes again and again over a long
 * queue would else make it longer each time.
 *
 * @throws RangeError for a name that cannot be one.
 */
export function amqpCarrier(connect: AmqpConnect, options: AmqpCarrierOptions): AmqpCarrier {
  const queue = amqpQueueOf(options);
  const sent = new SentNotices(options.repeatAfter ?? 60_000);
  let isOpen = true;
  let current: Promise<OpenChannel> | undefined;

  const opened = (): Promise<OpenChannel> => {
    if (current !== undefined) return current;
    const opening = openChannel(connect).then(async (open) => {
      void open.gone.then(() => forget(opening));
      await declareQueue(open.channel, queue).catch(async (reason) => {
        await open.close();
        throw reason;
      });
      return open;
    });
    opening.catch(() => forget(opening));
    current = opening;
    return opening;
  };
  const forget = (which: Promise<OpenChannel>): void => {
    if (current === which) current = undefined;
  };

  return {
    offer: async (notices) => {
      if (!isOpen) throw new TypeError('The carrier was disposed of.');
      if (notices.length === 0) return;
      const open = await opened();
      const now = Date.parse(options.clock());
      const isEmpty = (group: QueueClass) => isDrained(open, queueName(queue, group));
      const wanted = await sent.without(notices, now, isEmpty);
      const results = await Promise.allSettled(
        wanted.map(async (notice) => {
          const wait = Date.parse(notice.notBefore) - now;
          await open.publish(routeOf(queue, notice.class, wait), messageOf(notice));
          sent.add(notice, now);
        }),
      );
      for (const result of results) if (result.status === 'rejected') throw result.reason;
    },
    close: async () => {
      isOpen = false;
      const open = await current?.catch(() => undefined);
      await open?.close();
    },
  };
}

async function isDrained({ channel }: OpenChannel, name: string): Promise<boolean> {
  return (await channel.checkQueue(name)).messageCount === 0;
}

/** What this carrier has sent lately. */
class SentNotices {
  readonly #repeatAfter: number;
  /** Milliseconds since 1970 by id, the oldest first. */
  readonly #sentAt = new Map<string, number>();

  constructor(repeatAfter: number) {
    this.#repeatAfter = repeatAfter;
  }

  /** What is to be sent: what is new, what was sent long ago, and all of a class whose queue has nothing waiting. */
  async without(
    notices: readonly QueueNotice[],
    now: number,
    isEmpty: (group: QueueClass) => Promise<boolean>,
  ): Promise<readonly QueueNotice[]> {
    const each = new Map(notices.map((notice) => [noticeId(notice), notice]));
    const isSent = (id: string) => (this.#sentAt.get(id) ?? Number.NEGATIVE_INFINITY) > now - this.#repeatAfter;
    const repeated = new Set([...each].filter(([id]) => isSent(id)).map(([, notice]) => notice.class));
    const empty = new Set<QueueClass>();
    for (const group of repeated) if (await isEmpty(group)) empty.add(group);
    return [...each].filter(([id, notice]) => !isSent(id) || empty.has(notice.class)).map(([, notice]) => notice);
  }

  add(notice: QueueNotice, now: number): void {
    const id = noticeId(notice);
    this.#sentAt.delete(id);
    this.#sentAt.set(id, now);
    for (const [oldest, at] of this.#sentAt) {
      if (this.#sentAt.size <= most && at > now - this.#repeatAfter) return;
      this.#sentAt.delete(oldest);
    }
  }
}

/** Notices that are minded; of more, the oldest may be sent once more. */
const most = 100_000;
