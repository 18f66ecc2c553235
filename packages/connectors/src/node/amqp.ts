export { type AmqpCarrier, type AmqpCarrierOptions, amqpCarrier } from './amqp/amqp-carrier.ts';
export type {
  AmqpChannel,
  AmqpConnect,
  AmqpConnection,
  AmqpMessage,
  AmqpPublish,
} from './amqp/amqp-client.ts';
export type { AmqpQueue } from './amqp/amqp-queue.ts';
export { type AmqpWorkerOptions, amqpWorker } from './amqp/amqp-worker.ts';
export type { QueueClass, QueueNotice } from './queue/queue-notice.ts';
export type { DeadLetter, EffectPerformer, QueueWorker, QueueWorkerOptions } from './queue/queue-worker.ts';
