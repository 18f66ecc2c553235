import { noticeId, type QueueNotice, writeNotice } from '../queue/queue-notice.ts';
import type { AmqpChannel, AmqpConnect, AmqpConnection } from './amqp-client.ts';

/** A channel that tells when it is gone, and publishes so that it is known what became of it. */
export interface OpenChannel {
  readonly channel: AmqpChannel;
  /** Resolves with the reason when channel or connection is gone, whoever has ended it; never rejects. */
  readonly gone: Promise<unknown>;
  isOpen(): boolean;
  /** Resolves when the broker has the message in a queue, on disk; rejects when it may not have. */
  publish(to: { readonly exchange: string; readonly key: string }, message: OutgoingMessage): Promise<void>;
  /** Ends the connection too. */
  close(): Promise<void>;
}

/** What is published. */
export interface OutgoingMessage {
  readonly content: Uint8Array;
  readonly id: string;
  readonly headers?: Record<string, unknown> | undefined;
}

export function messageOf(notice: QueueNotice): OutgoingMessage {
  return { content: new TextEncoder().encode(writeNotice(notice)), id: noticeId(notice) };
}

/** Opens a connection with a channel on it. What cannot be opened is closed again. */
export async function openChannel(connect: AmqpConnect): Promise<OpenChannel> {
  const connection = await connect();
  const ended = endOf(connection);
  try {
    const channel = await connection.createConfirmChannel();
    return opened(connection, channel, Promise.race([ended, endOf(channel)]));
  } catch (error) {
    await connection.close().catch(() => undefined);
    throw error;
  }
}

/** Milliseconds: a broker that is short of memory or disk takes messages and confirms none. */
const patience = 10_000;

/** Without a listener for `error` the process would end. */
function endOf(emitter: Pick<AmqpConnection, 'on'>): Promise<unknown> {
  return new Promise((resolve) => {
    const end = (reason?: unknown) => resolve(reason ?? new Error('The connection to the broker was closed.'));
    emitter.on('error', end);
    emitter.on('close', end);
  });
}

function opened(connection: AmqpConnection, channel: AmqpChannel, gone: Promise<unknown>): OpenChannel {
  let isOpen = true;
  let published = 0;
  const waiting = new Map<string, (reason: unknown) => void>();
  const givenUp = gone.then((reason) => {
    isOpen = false;
    for (const reject of waiting.values()) reject(reason);
    return reason;
  });
  // It comes before the confirmation of the same message.
  channel.on('return', (message) => {
    waiting.get(correlationOf(message))?.(new Error('The broker has no queue for a message: its queue was removed.'));
    // The next channel makes the queues anew.
    void close();
  });
  const close = async (): Promise<void> => {
    isOpen = false;
    await channel.close().catch(() => undefined);
    await connection.close().catch(() => undefined);
  };
  return {
    channel,
    gone: givenUp,
    isOpen: () => isOpen,
    publish: ({ exchange, key }, { content, id, headers = {} }) => {
      if (!isOpen) return Promise.reject(new Error('The channel was closed.'));
      const correlationId = String(++published);
      const confirmed = new Promise<void>((resolve, reject) => {
        waiting.set(correlationId, reject);
        const options = {
          persistent: true,
          mandatory: true,
          contentType: 'application/json',
          messageId: id,
          correlationId,
          headers,
        } as const;
        channel.publish(exchange, key, Buffer.from(content), options, (error) =>
          error ? reject(new Error('The broker refused a message: its queue is full.', { cause: error })) : resolve(),
        );
      });
      const late = () => waiting.get(correlationId)?.(new Error(`The broker has not confirmed within ${patience} ms.`));
      const timer = setTimeout(late, patience);
      return confirmed.finally(() => {
        clearTimeout(timer);
        waiting.delete(correlationId);
      });
    },
    close,
  };
}

function correlationOf(message: unknown): string {
  const { properties }: { properties?: { correlationId?: unknown } } = Object(message);
  return String(properties?.correlationId);
}
