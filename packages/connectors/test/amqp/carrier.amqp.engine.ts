import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { amqpCarrier, amqpWorker, type DeadLetter } from '@dist/connectors/node/amqp';
import { type CarrierUnderTest, carrierContract } from '@dist/orchestration/testing';
import { type Channel, type ChannelModel, connect } from 'amqplib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import { type KillRounds, killRounds } from '../queue/kill-rounds.ts';
import { type RabbitmqServer, rabbitmqServer } from './rabbitmq-server.ts';

const { clock } = realTime;
let server: RabbitmqServer;
let folder: string;
let queues = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dist-amqp-'));
  server = await rabbitmqServer();
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a carrier on RabbitMQ', () => {
  for (const { name, run } of carrierContract({ open })) it(name, run);
});

describe('queues of RabbitMQ', () => {
  let connection: ChannelModel;
  let channel: Channel;
  beforeEach(async () => {
    connection = await connectTo();
    connection.on('error', () => undefined);
    channel = await connection.createChannel();
  });
  afterEach(() => connection.close().catch(() => undefined));

  it('do not grow by what is offered again and again, and have it again when it was delivered', async () => {
    const name = `once-${queues++}`;
    const carrier = amqpCarrier(connectTo, { name, clock });
    for (let time = 0; time < 5; time++) await carrier.offer([noticeOf('a'), noticeOf('b')]);
    await realTime.until('both are there', async () => (await messagesIn(channel, `${name}.realTime`)) === 2);
    const performed: string[] = [];
    const worker = amqpWorker(connectTo, { perform: async (key) => performed.push(key) }, { name, clock });
    await realTime.until('both are performed', () => performed.length === 2);
    await realTime.until('it is performed again', async () => {
      if (performed.length < 3) await carrier.offer([noticeOf('a')]);
      return performed.length >= 3;
    });
    await worker.close();
    await carrier.close();
    expect([...new Set(performed)].sort()).toEqual(['a', 'b']);
  });

  it('let a short wait end before a long one that began earlier', async () => {
    const name = `waiting-${queues++}`;
    const carrier = amqpCarrier(connectTo, { name, clock });
    const inMilliseconds = (wait: number) => new Date(Date.now() + wait).toISOString();
    await carrier.offer(
      [3_600_000, 2700, 300].map((wait) => ({ ...noticeOf(`${wait}`), notBefore: inMilliseconds(wait) })),
    );
    const performed: string[] = [];
    const worker = amqpWorker(connectTo, { perform: async (key) => performed.push(key) }, { name, clock });
    await realTime.until('two are performed', () => performed.length === 2);
    await worker.close();
    await carrier.close();
    expect(performed).toEqual(['300', '2700']);
    expect(await messagesIn(channel, `${name}.delay.1024000`)).toBe(1);
  });

  it('have what fails every time among the dead letters, of which is told', async () => {
    const name = `dead-${queues++}`;
    const carrier = amqpCarrier(connectTo, { name, clock });
    const letters: DeadLetter[] = [];
    const perform = async () => Promise.reject(new Error('the journal is not there'));
    const options = { name, clock, maximumDeliveries: 2, onDeadLetter: (letter: DeadLetter) => letters.push(letter) };
    const worker = amqpWorker(connectTo, { perform }, options);
    await carrier.offer([noticeOf('a')]);
    channel.publish(name, '0.batch', Buffer.from('hello'));
    await realTime.until('both are told of', () => letters.length === 2);
    await worker.close();
    await carrier.close();
    expect(letters.map(({ notice, reason, deliveries }) => [notice?.key, deliveries, reason])).toEqual([
      [undefined, 1, 'the message is no notice of an effect'],
      ['a', 2, 'delivered 2 times, and failed: the journal is not there'],
    ]);
    await realTime.until('both are there', async () => (await messagesIn(channel, `${name}.dead`)) === 2);
  });

  it('R19 deliver again what a worker had at work when it died, and what lay in them when the broker was killed', async () => {
    const name = `again-${queues++}`;
    const carrier = amqpCarrier(connectTo, { name, clock });
    const dying: ChannelModel[] = [];
    const connectDying = async () => {
      if (dying.length > 2) throw new Error('It is dead.');
      const opened = await connectTo();
      dying.push(opened);
      return opened;
    };
    const begun: string[] = [];
    const never = async (key: string) => {
      begun.push(key);
      await new Promise(() => undefined);
    };
    const dead = amqpWorker(connectDying, { perform: never }, { name, clock });
    // Nobody offers them again.
    await carrier.offer(['a', 'b', 'c'].map(noticeOf));
    await realTime.until('all are at work', () => begun.length === 3);
    await Promise.all(dying.map((opened) => opened.close()));
    await carrier.offer(['d', 'e'].map(noticeOf));
    await server.kill();
    await server.start();
    const performed = new Set<string>();
    const worker = amqpWorker(connectTo, { perform: async (key) => performed.add(key) }, { name, clock });
    await realTime.until('all are performed', () => performed.size === 5);
    await Promise.all([worker.close(), dead.close(0), carrier.close()]);
  });

  it('give up what their workers die of, and do not perform it again', async () => {
    const name = `poison-${queues++}`;
    const carrier = amqpCarrier(connectTo, { name, clock });
    await carrier.offer([noticeOf('a')]);
    await carrier.close();
    for (let death = 0; death < 2; death++) {
      const dying = await connection.createChannel();
      await realTime.until('it is delivered', async () => (await dying.get(`${name}.realTime`)) !== false);
      await dying.close();
    }
    const performed: string[] = [];
    const letters: DeadLetter[] = [];
    const options = { name, clock, maximumDeliveries: 2, onDeadLetter: (letter: DeadLetter) => letters.push(letter) };
    const worker = amqpWorker(connectTo, { perform: async (key) => performed.push(key) }, options);
    await realTime.until('it is told of', () => letters.length === 1);
    await worker.close();
    expect(letters[0]).toMatchObject({ deliveries: 3, reason: 'delivered 3 times, and no delivery has ended' });
    expect(performed).toEqual([]);
  });

  it('refuse what does not fit, and the carrier says so', async () => {
    const name = `full-${queues++}`;
    const carrier = amqpCarrier(connectTo, { name, clock, maximumLength: 5 });
    // A quorum queue tells its publishers when it is full, so some more get in before.
    const answers: string[] = [];
    for (let index = 0; index < 100; index++) {
      answers.push(await carrier.offer([noticeOf(`${index}`)]).then(() => 'taken', String));
    }
    await carrier.close();
    expect(answers.slice(0, 5)).toEqual(answers.slice(0, 5).map(() => 'taken'));
    expect(answers.at(-1)).toBe('Error: The broker refused a message: its queue is full.');
    expect(await messagesIn(channel, `${name}.realTime`)).toBeLessThan(100);
  });

  it('that were removed are missed by whoever offers, and made again', async () => {
    const name = `removed-${queues++}`;
    const carrier = amqpCarrier(connectTo, { name, clock });
    await carrier.offer([noticeOf('a')]);
    await channel.deleteQueue(`${name}.realTime`);
    await expect(carrier.offer([noticeOf('b')])).rejects.toThrow(/has no queue/);
    await realTime.until('it is taken', () =>
      carrier.offer([noticeOf('b')]).then(
        () => true,
        () => false,
      ),
    );
    await carrier.close();
    expect(await messagesIn(channel, `${name}.realTime`)).toBe(1);
  });
});

describe('R19 nothing is lost and no order is made twice', () => {
  const rounds = Number(process.env['DIST_CRASH_ROUNDS'] ?? 12);
  it.each<[string, KillRounds['kill']]>([
    ['the worker is killed', 'worker'],
    ['the worker dies right after the ERP has made an order', 'death'],
    ['the worker dies before or after a step of the carrier', 'step'],
    ['RabbitMQ is killed and comes back', 'broker'],
    ['RabbitMQ is killed and has lost all it had', 'loss'],
  ])('when %s', async (what, kill) => {
    const path = mkdtempSync(join(folder, kill));
    const program = join(import.meta.dirname, 'worker.ts');
    const series = { folder: path, broker: server, program, rounds, kill, ordersPerRound: 6 };
    const { faults, ...figures } = await killRounds(series);
    process.stdout.write(`${what}, ${rounds} rounds: ${JSON.stringify(figures)}\n`);
    expect(faults).toEqual([]);
    if (kill === 'death') expect(figures.lookUps).toBeGreaterThan(0);
  });
});

async function open(deliver: (key: string) => Promise<unknown>): Promise<CarrierUnderTest> {
  const name = `contract-${queues++}`;
  const carrier = amqpCarrier(connectTo, { name, clock });
  const worker = amqpWorker(connectTo, { perform: deliver }, { name, clock });
  const until: CarrierUnderTest['until'] = (what, holds) => realTime.until(`expected ${what}`, holds);
  const close = async () => {
    await worker.close(1000);
    await carrier.close();
  };
  return { carrier, clock, until, close };
}

function connectTo(): Promise<ChannelModel> {
  return connect(`amqp://127.0.0.1:${server.port}`);
}

async function messagesIn(channel: Channel, name: string): Promise<number> {
  return (await channel.checkQueue(name)).messageCount;
}

function noticeOf(key: string) {
  return { key, attempt: 1, lane: 'partner:northfield', class: 'realTime', notBefore: clock() } as const;
}
