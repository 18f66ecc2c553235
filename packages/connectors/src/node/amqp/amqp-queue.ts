import { type QueueClass, queueClasses } from '../queue/queue-notice.ts';
import type { AmqpChannel } from './amqp-client.ts';

/** Where in RabbitMQ the notices lie; the same for carriers and workers. */
export interface AmqpQueue {
  /** Beginning of the names of exchanges and queues, of letters, digits, `_`, `-` and `.`; `effects` when absent. */
  readonly name?: string | undefined;
  /** Most messages in a queue; 100,000 when absent. What does not fit is refused, and a sweep makes up for it. */
  readonly maximumLength?: number | undefined;
}

/** A queue with all its settings. */
export type AmqpQueueSettings = { readonly [Name in keyof AmqpQueue]-?: Exclude<AmqpQueue[Name], undefined> };

/** @throws RangeError for a name that cannot be one, and a length that is none. */
export function amqpQueueOf({ name = 'effects', maximumLength = 100_000 }: AmqpQueue): AmqpQueueSettings {
  if (!/^[\w.-]{1,100}$/.test(name))
    throw new RangeError('the name of a queue is 1 to 100 letters, digits, _, - and .');
  if (!Number.isInteger(maximumLength) || maximumLength < 1) throw new RangeError('maximumLength is a whole number');
  return { name, maximumLength };
}

export function queueName({ name }: AmqpQueueSettings, group: QueueClass): string {
  return `${name}.${group}`;
}

/** Exchange of dead letters. */
export function deadName({ name }: AmqpQueueSettings): string {
  return `${name}.dead`;
}

/** Where a message is published so that it is delivered after a wait, and by which routing key. */
export function routeOf(
  { name }: AmqpQueueSettings,
  group: QueueClass,
  wait: number,
): { readonly exchange: string; readonly key: string } {
  if (wait <= 0) return { exchange: name, key: `0.${group}` };
  // The longest delay that is not too long: what is left then is waited for anew.
  const delay = delays.findLast((milliseconds) => milliseconds <= wait) ?? delays[0];
  return { exchange: `${name}.delay`, key: `${delay}.${group}` };
}

/**
 * Milliseconds. A queue lets its messages go in the order in which they came, so one with waits of all lengths would keep a
 * short one behind a long one: each length has a queue of its own. Four times the one before: three rounds of each at most.
 */
const delays = [250, 1000, 4000, 16_000, 64_000, 256_000, 1_024_000, 4_096_000, 16_384_000, 65_536_000] as const;

/**
 * Makes exchanges and queues where they are not there: quorum queues, which RabbitMQ keeps on disk and, in a cluster, on
 * several machines (3.10 and later, where they know how long a message may stay).
 */
export async function declareQueue(channel: AmqpChannel, queue: AmqpQueueSettings): Promise<void> {
  const [work, delay, dead] = [queue.name, `${queue.name}.delay`, deadName(queue)];
  await channel.assertExchange(work, 'topic', { durable: true });
  await channel.assertExchange(delay, 'topic', { durable: true });
  await channel.assertExchange(dead, 'fanout', { durable: true });
  const bounded = { 'x-max-length': queue.maximumLength, 'x-overflow': 'reject-publish' };
  for (const group of queueClasses) {
    // The worker counts deliveries, and tells of a dead letter; the limit is for when no worker lives long enough to.
    const limit = { 'x-delivery-limit': 20, 'x-dead-letter-exchange': dead };
    await declare(channel, queueName(queue, group), { ...bounded, ...limit });
    await channel.bindQueue(queueName(queue, group), work, `*.${group}`);
  }
  for (const milliseconds of delays) {
    const back = {
      'x-message-ttl': milliseconds,
      'x-dead-letter-exchange': work,
      'x-dead-letter-strategy': 'at-least-once',
    };
    await declare(channel, `${delay}.${milliseconds}`, { ...bounded, ...back });
    await channel.bindQueue(`${delay}.${milliseconds}`, delay, `${milliseconds}.*`);
  }
  await declare(channel, dead, { 'x-max-length': 10_000, 'x-message-ttl': 14 * 24 * 3600 * 1000 });
  await channel.bindQueue(dead, dead, '#');
}

async function declare(channel: AmqpChannel, name: string, more: Record<string, unknown>): Promise<void> {
  await channel.assertQueue(name, { durable: true, arguments: { 'x-queue-type': 'quorum', ...more } });
}
