// A worker that may be killed: node worker.ts '{"port":…}'.
import { type AmqpChannel, type AmqpConnect, amqpCarrier, amqpWorker } from '@dist/connectors/node/amqp';
import { connect } from 'amqplib';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import { type AtStep, effectWorker } from '../queue/effect-worker.ts';
import type { WorkerSettings } from '../queue/worker-settings.ts';

const settings: WorkerSettings = JSON.parse(process.argv[2] ?? '');
const { clock } = realTime;

await effectWorker(settings, async (atStep) => {
  const open = watched(() => connect(`amqp://127.0.0.1:${settings.port}`), atStep);
  const carrier = amqpCarrier(open, { name: 'killed', clock });
  return { carrier, serve: (runtime) => void amqpWorker(open, runtime, { name: 'killed', clock }) };
});

/** Tells of each step before the broker is told, and after it has confirmed or the message has left. */
function watched(open: AmqpConnect, atStep: AtStep): AmqpConnect {
  return async () => {
    const connection = await open();
    const createConfirmChannel = async () => watchedChannel(await connection.createConfirmChannel(), atStep);
    return {
      createConfirmChannel,
      on: (event, listener) => connection.on(event, listener),
      close: () => connection.close(),
    };
  };
}

function watchedChannel(channel: AmqpChannel, atStep: AtStep): AmqpChannel {
  const publish: AmqpChannel['publish'] = (exchange, key, content, options, confirmed) => {
    atStep('before publish');
    return channel.publish(exchange, key, content, options, (error) => {
      atStep('after publish');
      confirmed(error);
    });
  };
  const ack: AmqpChannel['ack'] = (message) => {
    atStep('before ack');
    channel.ack(message);
    setImmediate(() => atStep('after ack'));
  };
  return new Proxy(channel, {
    get: (target, name) => {
      if (name === 'publish') return publish;
      if (name === 'ack') return ack;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
