/** The part of a connection that is needed: what `connect` of `amqplib` (1 or 2) resolves to answers it as it is. */
export interface AmqpConnection {
  createConfirmChannel(): Promise<AmqpChannel>;
  on(event: 'error' | 'close', listener: (reason?: unknown) => void): unknown;
  close(): Promise<void>;
}

/** Opens a connection. It is called again whenever the one before has broken. */
export type AmqpConnect = () => Promise<AmqpConnection>;

/** The part of a channel with confirms that is needed. */
export interface AmqpChannel {
  on(event: 'error' | 'close' | 'return', listener: (about?: unknown) => void): unknown;
  assertExchange(name: string, type: 'topic' | 'fanout', options: { durable: true }): Promise<unknown>;
  assertQueue(name: string, options: { durable: true; arguments: Record<string, unknown> }): Promise<unknown>;
  checkQueue(name: string): Promise<{ readonly messageCount: number }>;
  bindQueue(queue: string, exchange: string, pattern: string): Promise<unknown>;
  prefetch(count: number): Promise<unknown>;
  consume(queue: string, onMessage: (message: AmqpMessage | null) => void): Promise<{ readonly consumerTag: string }>;
  cancel(consumerTag: string): Promise<unknown>;
  publish(
    exchange: string,
    key: string,
    content: Uint8Array,
    options: AmqpPublish,
    confirmed: (error: unknown) => void,
  ): boolean;
  ack(message: AmqpMessage): void;
  close(): Promise<void>;
}

/** How a message is published. */
export interface AmqpPublish {
  persistent: true;
  mandatory: true;
  contentType: 'application/json';
  messageId: string;
  correlationId: string;
  headers: Record<string, unknown>;
}

/** A message as it came. */
export interface AmqpMessage {
  readonly content: Uint8Array;
  readonly fields: { readonly routingKey: string };
  readonly properties: {
    readonly messageId?: unknown;
    readonly headers?: Readonly<Record<string, unknown>> | undefined;
  };
}
