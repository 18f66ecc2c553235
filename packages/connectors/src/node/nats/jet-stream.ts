/** The part of JetStream that carrier and worker need: `jetstream(connection)` of `@nats-io/jetstream` answers it as it is. */
export interface NatsJetStream {
  publish(subject: string, payload: string, options?: { readonly timeout?: number }): Promise<unknown>;
  jetstreamManager(checkAPI?: boolean): Promise<NatsManager>;
  readonly consumers: { get(stream: string, name: string): Promise<NatsConsumer> };
}

/** The part of `jetstreamManager` that is needed. */
export interface NatsManager {
  readonly streams: {
    info(name: string): Promise<{ readonly config: NatsStreamConfig }>;
    add(config: NatsStreamConfig & { name: string }): Promise<unknown>;
  };
  readonly consumers: {
    info(stream: string, name: string): Promise<unknown>;
    add(stream: string, config: NatsConsumerConfig): Promise<unknown>;
  };
}

/** The settings of a stream that are set or looked at, in the server's own words. */
export interface NatsStreamConfig {
  subjects?: string[];
  retention?: 'limits' | 'interest' | 'workqueue';
  discard?: 'old' | 'new';
  discard_new_per_subject?: boolean;
  max_msgs_per_subject?: number;
  max_msgs?: number;
  /** Nanoseconds. */
  max_age?: number;
  storage?: 'file' | 'memory';
  num_replicas?: number;
}

/** The settings of a consumer, in the server's own words. */
export interface NatsConsumerConfig {
  durable_name: string;
  filter_subject: string;
  ack_policy: 'explicit';
  /** Nanoseconds. */
  ack_wait: number;
  max_deliver: number;
  max_ack_pending: number;
  max_waiting: number;
}

/** A pull consumer. */
export interface NatsConsumer {
  fetch(options: { max_messages: number; expires: number }): Promise<NatsMessages>;
}

/** Messages that were asked for. */
export interface NatsMessages extends AsyncIterable<NatsMessage> {
  stop(): void;
}

/** A message as it came, and what may be said to it. */
export interface NatsMessage {
  readonly data: Uint8Array;
  readonly info: { readonly deliveryCount: number };
  ackAck(): Promise<boolean>;
  nak(milliseconds?: number): void;
  working(): void;
}
