// A worker that may be killed: node worker.ts '{"port":…}'.
import { type NatsJetStream, type NatsMessage, natsCarrier, natsWorker } from '@dist/connectors/node/nats';
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import { type AtStep, effectWorker } from '../queue/effect-worker.ts';
import type { WorkerSettings } from '../queue/worker-settings.ts';

const settings: WorkerSettings = JSON.parse(process.argv[2] ?? '');
const { clock } = realTime;

await effectWorker(settings, async (atStep) => {
  const servers = `127.0.0.1:${settings.port}`;
  const connection = await connect({ servers, maxReconnectAttempts: -1, reconnectTimeWait: 200 });
  const queue = { name: 'KILLED', ackWait: 2000 };
  const told = watched(jetstream(connection), atStep);
  const carrier = natsCarrier(told, queue);
  return { carrier, serve: (runtime) => void natsWorker(told, runtime, { ...queue, clock }) };
});

/** Tells of each step before the server is asked for it, and after it has answered. */
function watched(client: NatsJetStream, atStep: AtStep): NatsJetStream {
  return {
    jetstreamManager: (checkAPI) => client.jetstreamManager(checkAPI),
    publish: async (subject, payload, options) => {
      atStep('before publish');
      const answer = await client.publish(subject, payload, options);
      atStep('after publish');
      return answer;
    },
    consumers: {
      get: async (stream, name) => {
        const consumer = await client.consumers.get(stream, name);
        return {
          fetch: async (options) => {
            const messages = await consumer.fetch(options);
            return {
              stop: () => messages.stop(),
              async *[Symbol.asyncIterator]() {
                for await (const message of messages) yield watchedMessage(message, atStep);
              },
            };
          },
        };
      },
    },
  };
}

function watchedMessage(message: NatsMessage, atStep: AtStep): NatsMessage {
  return {
    data: message.data,
    info: message.info,
    nak: (milliseconds) => message.nak(milliseconds),
    working: () => message.working(),
    ackAck: async () => {
      atStep('before ack');
      const answer = await message.ackAck();
      atStep('after ack');
      return answer;
    },
  };
}
