import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { deliverNotice, type Verdict } from '../queue/deliver-notice.ts';
import { noticeId, type QueueClass } from '../queue/queue-notice.ts';
import {
  type EffectPerformer,
  type QueueWorker,
  type QueueWorkerOptions,
  settledWithin,
  slotsOf,
} from '../queue/queue-worker.ts';
import type { NatsConsumer, NatsJetStream, NatsMessage, NatsMessages } from './jet-stream.ts';
import { deadName, declareQueue, type NatsQueue, type NatsQueueSettings, natsQueueOf } from './nats-queue.ts';

/** What a worker on JetStream is told: the queue as its carriers have it, and how it works. */
export type NatsWorkerOptions = NatsQueue & QueueWorkerOptions;

/**
 * Takes notices from a stream of JetStream and performs their effects. It asks for a message only where it is free to begin,
 * tells the server while it is at work, and gives back what is not due yet until its time (`nak` with a delay). Deliveries are
 * counted by the server; one before its time counts too.
 *
 * @throws RangeError for options that are out of their range.
 */
export function natsWorker(
  jetstream: NatsJetStream,
  performer: EffectPerformer,
  options: NatsWorkerOptions,
): QueueWorker {
  const ended = new AbortController();
  // Each slot waits for it.
  setMaxListeners(0, ended.signal);
  const worker: Working = {
    jetstream,
    performer,
    options,
    queue: natsQueueOf(options),
    ended: ended.signal,
    consumers: new Map(),
    asking: new Set(),
  };
  const slots = [...slotsOf(options)].flatMap(([group, count]) => Array.from({ length: count }, () => group));
  const loops = slots.map((group) => takeForEver(worker, group));
  return {
    close: async (grace = 30_000) => {
      ended.abort();
      for (const messages of worker.asking) messages.stop();
      await settledWithin(loops, grace);
    },
  };
}

interface Working {
  readonly jetstream: NatsJetStream;
  readonly performer: EffectPerformer;
  readonly options: NatsWorkerOptions;
  readonly queue: NatsQueueSettings;
  readonly ended: AbortSignal;
  readonly consumers: Map<QueueClass, Promise<NatsConsumer>>;
  /** What is waited for. */
  readonly asking: Set<NatsMessages>;
}

async function takeForEver(worker: Working, group: QueueClass): Promise<void> {
  while (!worker.ended.aborted) {
    try {
      const message = await nextMessage(worker, group);
      if (message !== undefined) await take(worker, message);
    } catch (error) {
      if (worker.ended.aborted) return;
      worker.consumers.delete(group);
      worker.options.onError?.(error);
      await pause(1000, undefined, { signal: worker.ended }).catch(() => undefined);
    }
  }
}

/** The next message; undefined when none came for a while, or the worker is closed. */
async function nextMessage(worker: Working, group: QueueClass): Promise<NatsMessage | undefined> {
  const consumer = await consumerOf(worker, group);
  const messages = await consumer.fetch({ max_messages: 1, expires: 30_000 });
  if (worker.ended.aborted) messages.stop();
  worker.asking.add(messages);
  try {
    for await (const message of messages) return message;
    return undefined;
  } finally {
    worker.asking.delete(messages);
  }
}

function consumerOf({ jetstream, queue, consumers }: Working, group: QueueClass): Promise<NatsConsumer> {
  const known = consumers.get(group);
  if (known !== undefined) return known;
  const opened = declareQueue(jetstream, queue).then(() => jetstream.consumers.get(queue.name, group));
  consumers.set(group, opened);
  return opened;
}

async function take({ jetstream, performer, options, queue }: Working, message: NatsMessage): Promise<void> {
  const deliveries = message.info.deliveryCount;
  const alive = setInterval(() => tellAlive(message), queue.ackWait / 3);
  let verdict: Verdict;
  try {
    verdict = await deliverNotice({ content: message.data, deliveries }, performer, options);
  } finally {
    clearInterval(alive);
  }
  if (verdict.kind === 'later') {
    message.nak(Math.min(Math.ceil(verdict.milliseconds), longestDelay));
    if ('failed' in verdict) options.onError?.(verdict.failed);
    return;
  }
  if (verdict.kind === 'dead') await bury(jetstream, queue, message, verdict);
  // What is not acknowledged for certain comes again, and finds nothing to do.
  await message.ackAck();
  if (verdict.kind === 'dead') options.onDeadLetter?.({ notice: verdict.notice, reason: verdict.reason, deliveries });
}

/** Never throws: on a connection that is closed there is nobody to tell. */
function tellAlive(message: NatsMessage): void {
  try {
    message.working();
  } catch {
    // It comes again when it is not acknowledged either.
  }
}

/** 30 days in milliseconds; what waits longer is given back again. */
const longestDelay = 30 * 24 * 3600 * 1000;

/** Before it is acknowledged, so that it is somewhere at every time. */
async function bury(
  jetstream: NatsJetStream,
  queue: NatsQueueSettings,
  message: NatsMessage,
  { notice, reason }: Extract<Verdict, { kind: 'dead' }>,
): Promise<void> {
  const id = notice === undefined ? 'unknown' : noticeId(notice);
  const content = notice ?? { content: new TextDecoder().decode(message.data.subarray(0, 65_536)) };
  await jetstream.publish(`${deadName(queue)}.${id}`, JSON.stringify({ reason, ...content }));
}
