export type {
  NatsConsumer,
  NatsConsumerConfig,
  NatsJetStream,
  NatsManager,
  NatsMessage,
  NatsMessages,
  NatsStreamConfig,
} from './nats/jet-stream.ts';
export { type NatsCarrier, natsCarrier } from './nats/nats-carrier.ts';
export type { NatsQueue } from './nats/nats-queue.ts';
export { type NatsWorkerOptions, natsWorker } from './nats/nats-worker.ts';
export type { QueueClass, QueueNotice } from './queue/queue-notice.ts';
export type { DeadLetter, EffectPerformer, QueueWorker, QueueWorkerOptions } from './queue/queue-worker.ts';
