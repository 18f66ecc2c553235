import { type QueueClass, queueClasses } from '../queue/queue-notice.ts';
import type { NatsJetStream, NatsManager, NatsStreamConfig } from './jet-stream.ts';

/** Where in JetStream the notices lie; the same for carriers and workers. */
export interface NatsQueue {
  /** Name of the stream, of letters, digits, `_` and `-`; `EFFECTS` when absent. Its subjects begin with it. */
  readonly name?: string | undefined;
  /** Where the server keeps it; `file` when absent. It may be `memory`: what is lost is offered again. */
  readonly storage?: 'file' | 'memory' | undefined;
  /** Servers that keep it; 1 when absent. */
  readonly replicas?: number | undefined;
  /** Milliseconds after which a message comes again when its worker is not heard of; 30,000 when absent. */
  readonly ackWait?: number | undefined;
}

/** A queue with all its settings. */
export type NatsQueueSettings = { readonly [Name in keyof NatsQueue]-?: Exclude<NatsQueue[Name], undefined> };

/** @throws RangeError for a name that no stream may have, and a time that is none. */
export function natsQueueOf({ name = 'EFFECTS', storage = 'file', replicas = 1, ackWait = 30_000 }: NatsQueue) {
  if (!/^[\w-]{1,64}$/.test(name)) throw new RangeError('the name of a stream is 1 to 64 letters, digits, _ and -');
  if (!(ackWait >= 100)) throw new RangeError(`ackWait is at least 100 ms, not ${ackWait}`);
  return { name, storage, replicas, ackWait } satisfies NatsQueueSettings;
}

/** The subject of one attempt at one effect, by its id. */
export function subjectOf({ name }: Pick<NatsQueueSettings, 'name'>, group: QueueClass, id: string): string {
  return `${name}.${group}.${id}`;
}

/** The stream of dead letters, and the beginning of its subjects. */
export function deadName({ name }: Pick<NatsQueueSettings, 'name'>): string {
  return `${name}_DEAD`;
}

/**
 * Makes stream, consumers and the stream of dead letters where they are not there. What is there stays as it is, since an
 * operator may have settled sizes and replicas.
 *
 * @throws TypeError where the stream is one that could not keep what this queue promises.
 */
export async function declareQueue(jetstream: NatsJetStream, queue: NatsQueueSettings): Promise<void> {
  const manager = await jetstream.jetstreamManager(false);
  await declareStream(manager, queue);
  for (const group of queueClasses) await declareConsumer(manager, queue, group);
  await declareDead(manager, queue);
}

async function declareStream({ streams }: NatsManager, { name, storage, replicas }: NatsQueueSettings): Promise<void> {
  // One message of a subject at most, and it is gone when its delivery has ended: so a notice that waits already is not
  // added again, and may come again afterwards. A window of duplicates would drop what is rightly offered again inside it,
  // and would let the queue grow by what is offered again behind it.
  const needed = {
    retention: 'workqueue',
    discard: 'new',
    discard_new_per_subject: true,
    max_msgs_per_subject: 1,
  } satisfies NatsStreamConfig;
  const there = await streams.info(name).catch(absent);
  if (there === undefined) {
    await streams.add({ name, subjects: [`${name}.*.*`], storage, num_replicas: replicas, ...needed });
    return;
  }
  for (const setting of Object.keys(needed) as (keyof typeof needed)[]) {
    if (there.config[setting] !== needed[setting])
      throw new TypeError(
        `the stream ${name} has ${setting} ${there.config[setting]}, not ${needed[setting]}: name another stream`,
      );
  }
}

async function declareConsumer(
  { consumers }: NatsManager,
  { name, ackWait }: NatsQueueSettings,
  group: QueueClass,
): Promise<void> {
  const there = await consumers.info(name, group).catch(absent);
  if (there !== undefined) return;
  await consumers.add(name, {
    durable_name: group,
    filter_subject: subjectOf({ name }, group, '*'),
    ack_policy: 'explicit',
    ack_wait: ackWait * nanoseconds,
    // The worker counts, since it must tell of a dead letter.
    max_deliver: -1,
    // What waits for its time counts as pending: a limit would keep back what is due.
    max_ack_pending: -1,
    max_waiting: 4096,
  });
}

async function declareDead(manager: NatsManager, { storage, replicas, ...queue }: NatsQueueSettings): Promise<void> {
  const name = deadName(queue);
  const there = await manager.streams.info(name).catch(absent);
  if (there !== undefined) return;
  const limits = { max_msgs: 10_000, max_age: 14 * 24 * 3600 * 1000 * nanoseconds };
  await manager.streams.add({
    name,
    subjects: [`${name}.*`],
    retention: 'limits',
    discard: 'old',
    storage,
    num_replicas: replicas,
    ...limits,
  });
}

/** Of a millisecond. */
const nanoseconds = 1_000_000;

/** Undefined where the server says that there is no such thing; other errors go on. */
function absent(error: unknown): undefined {
  if (isNamed(error) && (error.code === streamNotFound || error.code === consumerNotFound)) return undefined;
  throw error;
}

/** Error codes of JetStream (`err_code`; `server/errors.json` of nats-server). */
const [consumerNotFound, streamNotFound, subjectIsFull] = [10_014, 10_059, 10_077];

/** Whether a publish was refused since the queue has the notice already. */
export function isHeldAlready(error: unknown): boolean {
  return isNamed(error) && error.code === subjectIsFull;
}

/** Whether a publish found no stream: the client says so of a subject that nobody listens to. */
export function isWithoutStream(error: unknown): boolean {
  return isNamed(error) && error.name === 'JetStreamNotEnabled';
}

function isNamed(error: unknown): error is Error & { readonly code?: unknown } {
  return error instanceof Error;
}
