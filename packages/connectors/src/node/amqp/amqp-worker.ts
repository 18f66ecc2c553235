import { setTimeout as pause } from 'node:timers/promises';
import { deliverNotice, type Verdict } from '../queue/deliver-notice.ts';
import { type QueueClass, queueClasses } from '../queue/queue-notice.ts';
import {
  type EffectPerformer,
  type QueueWorker,
  type QueueWorkerOptions,
  settledWithin,
  slotsOf,
} from '../queue/queue-worker.ts';
import type { AmqpConnect, AmqpMessage } from './amqp-client.ts';
import {
  type AmqpQueue,
  type AmqpQueueSettings,
  amqpQueueOf,
  deadName,
  declareQueue,
  queueName,
  routeOf,
} from './amqp-queue.ts';
import { type OpenChannel, openChannel } from './open-channel.ts';

/** What a worker on RabbitMQ is told: the queue as its carriers have it, and how it works. */
export type AmqpWorkerOptions = AmqpQueue & QueueWorkerOptions;

/**
 * Takes notices from the queues of RabbitMQ and performs their effects, no more at once than it is told. A message is
 * acknowledged when its delivery has ended; what waits, or is a dead letter, is confirmed in its next queue before. A worker
 * that has lost its connection opens another one, and what it had at work comes again.
 *
 * @throws RangeError for options that are out of their range.
 */
export function amqpWorker(connect: AmqpConnect, performer: EffectPerformer, options: AmqpWorkerOptions): QueueWorker {
  const ended = new AbortController();
  const worker: Working = { performer, options, queue: amqpQueueOf(options), ended: ended.signal, atWork: new Set() };
  const serving = [...slotsOf(options)]
    .filter(([, slots]) => slots > 0)
    .map(([group, slots]) => serveForEver(worker, connect, group, slots));
  return {
    close: async (grace = 30_000) => {
      ended.abort(grace);
      await Promise.all(serving);
    },
  };
}

interface Working {
  readonly performer: EffectPerformer;
  readonly options: AmqpWorkerOptions;
  readonly queue: AmqpQueueSettings;
  /** Its reason is how long what is at work is waited for. */
  readonly ended: AbortSignal;
  readonly atWork: Set<Promise<void>>;
}

/** One connection after the other, each as long as it holds. */
async function serveForEver(worker: Working, connect: AmqpConnect, group: QueueClass, slots: number): Promise<void> {
  while (!worker.ended.aborted) {
    try {
      await serve(worker, await openChannel(connect), group, slots);
    } catch (error) {
      worker.options.onError?.(error);
      await pause(1000, undefined, { signal: worker.ended }).catch(() => undefined);
    }
  }
}

/** Resolves when the worker is closed, and rejects when the connection is gone. */
async function serve(worker: Working, open: OpenChannel, group: QueueClass, slots: number): Promise<void> {
  const { queue, ended, atWork } = worker;
  try {
    await declareQueue(open.channel, queue);
    await open.channel.prefetch(slots);
    const { consumerTag } = await open.channel.consume(queueName(queue, group), (message) => {
      // The broker has ended the consumer: its queue was removed, or has moved.
      if (message === null) return void open.close();
      const work = take(worker, open, message).finally(() => atWork.delete(work));
      atWork.add(work);
    });
    const end = await Promise.race([open.gone, abortion(ended)]);
    if (!ended.aborted) throw end;
    if (open.isOpen()) await open.channel.cancel(consumerTag);
    await settledWithin(atWork, Number(ended.reason));
  } finally {
    await open.close();
  }
}

function abortion(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Never rejects: what is not acknowledged comes again by itself, once the channel is gone. */
async function take(worker: Working, open: OpenChannel, message: AmqpMessage): Promise<void> {
  const { performer, options, queue } = worker;
  const tries = numberOf(message, 'tries');
  const deliveries = tries + numberOf(message, 'x-delivery-count') + 1;
  try {
    const verdict = await deliverNotice({ content: message.content, deliveries }, performer, options);
    await putAside(open, queue, message, verdict, tries);
    open.channel.ack(message);
    if (verdict.kind === 'later' && 'failed' in verdict) options.onError?.(verdict.failed);
    if (verdict.kind === 'dead') options.onDeadLetter?.({ notice: verdict.notice, reason: verdict.reason, deliveries });
  } catch (error) {
    options.onError?.(error);
    if (open.isOpen()) await open.close();
  }
}

function numberOf({ properties }: AmqpMessage, header: 'tries' | 'x-delivery-count'): number {
  const value = properties.headers?.[header];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

/** Puts what is not done where it belongs. It is there before the message that it came by is acknowledged. */
async function putAside(
  open: OpenChannel,
  queue: AmqpQueueSettings,
  message: AmqpMessage,
  verdict: Verdict,
  tries: number,
): Promise<void> {
  if (verdict.kind === 'done') return;
  const { content } = message;
  const id = String(message.properties.messageId ?? '');
  if (verdict.kind === 'dead') {
    const { routingKey: key } = message.fields;
    await open.publish({ exchange: deadName(queue), key }, { content, id, headers: { reason: verdict.reason } });
    return;
  }
  const [, name] = message.fields.routingKey.split('.');
  const group = queueClasses.find((other) => other === name) ?? 'batch';
  const headers = { tries: 'failed' in verdict ? tries + 1 : tries };
  await open.publish(routeOf(queue, group, verdict.milliseconds), { content, id, headers });
}
