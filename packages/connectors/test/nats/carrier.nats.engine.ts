import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DeadLetter, natsCarrier, natsWorker } from '@dist/connectors/node/nats';
import { type CarrierUnderTest, carrierContract } from '@dist/orchestration/testing';
import { type JetStreamClient, jetstream } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import { type KillRounds, killRounds } from '../queue/kill-rounds.ts';
import { type NatsServer, natsServer } from './nats-server.ts';

const { clock } = realTime;
let server: NatsServer;
let folder: string;
let queues = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dist-nats-'));
  server = await natsServer();
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a carrier on NATS JetStream', () => {
  for (const { name, run } of carrierContract({ open })) it(name, run);
});

describe('a queue of NATS JetStream', () => {
  let connection: NatsConnection;
  let client: JetStreamClient;
  beforeEach(async () => {
    connection = await connectTo(server);
    client = jetstream(connection);
  });
  afterEach(() => connection.close());

  it('has a notice once, however often it is offered, and again when its delivery has ended', async () => {
    const name = `once-${queues++}`;
    const carrier = natsCarrier(client, { name });
    for (let time = 0; time < 5; time++) await carrier.offer([noticeOf('a'), noticeOf('b')]);
    expect(await messagesIn(client, name)).toBe(2);
    const performed: string[] = [];
    const perform = async (key: string) => performed.push(key);
    const worker = natsWorker(client, { perform }, { name, clock });
    await realTime.until('both are gone', async () => (await messagesIn(client, name)) === 0);
    await carrier.offer([noticeOf('a')]);
    await realTime.until('it is performed again', () => performed.length === 3);
    await worker.close();
    expect(performed.sort()).toEqual(['a', 'a', 'b']);
  });

  it('a thousand that wait for their time keep back nothing that is due', async () => {
    const name = `waiting-${queues++}`;
    const carrier = natsCarrier(client, { name });
    const notBefore = new Date(Date.now() + 3_600_000).toISOString();
    await carrier.offer(Array.from({ length: 1500 }, (_, index) => ({ ...noticeOf(`later-${index}`), notBefore })));
    const performed: string[] = [];
    const worker = natsWorker(client, { perform: async (key) => performed.push(key) }, { name, clock });
    await carrier.offer([noticeOf('now')]);
    await realTime.until('what is due is performed', () => performed.length > 0);
    await worker.close();
    expect(performed).toEqual(['now']);
    expect(await messagesIn(client, name)).toBe(1500);
  });

  it('what fails every time becomes a dead letter and is told of, and may be offered anew', async () => {
    const name = `dead-${queues++}`;
    const carrier = natsCarrier(client, { name });
    const letters: DeadLetter[] = [];
    const perform = async () => Promise.reject(new Error('the journal is not there'));
    const options = { name, clock, maximumDeliveries: 2, onDeadLetter: (letter: DeadLetter) => letters.push(letter) };
    const worker = natsWorker(client, { perform }, options);
    await carrier.offer([noticeOf('a')]);
    await client.publish(`${name}.batch.foreign`, 'hello');
    await realTime.until('both are told of', () => letters.length === 2);
    await realTime.until('the queue is empty', async () => (await messagesIn(client, name)) === 0);
    await worker.close();
    expect(letters.map(({ notice, reason, deliveries }) => [notice?.key, deliveries, reason])).toEqual([
      [undefined, 1, 'the message is no notice of an effect'],
      ['a', 2, 'delivered 2 times, and failed: the journal is not there'],
    ]);
    expect(await messagesIn(client, `${name}_DEAD`)).toBe(2);
    await carrier.offer([noticeOf('a')]);
    expect(await messagesIn(client, name)).toBe(1);
  });

  it('R19 delivers again what a worker had at work when it died, and what lay in it when the server was killed', async () => {
    const name = `again-${queues++}`;
    const dying = await connectTo(server);
    const begun: string[] = [];
    const never = async (key: string) => {
      begun.push(key);
      await new Promise(() => undefined);
    };
    const dead = natsWorker(jetstream(dying), { perform: never }, { name, clock, ackWait: 1000 });
    // Nobody offers them again.
    await natsCarrier(client, { name, ackWait: 1000 }).offer(['a', 'b', 'c'].map(noticeOf));
    await realTime.until('all are at work', () => begun.length === 3);
    await dying.close();
    await natsCarrier(client, { name }).offer(['d', 'e'].map(noticeOf));
    await server.kill();
    await server.start();
    const performed = new Set<string>();
    const worker = natsWorker(client, { perform: async (key) => performed.add(key) }, { name, clock });
    await realTime.until('all are performed', () => performed.size === 5);
    await Promise.all([worker.close(), dead.close(0)]);
  });

  it('gives up what its workers die of, and does not perform it again', async () => {
    const name = `poison-${queues++}`;
    await natsCarrier(client, { name, ackWait: 200 }).offer([noticeOf('a')]);
    const consumer = await client.consumers.get(name, 'realTime');
    for (let death = 0; death < 2; death++) await consumer.next({ expires: 5000 });
    const performed: string[] = [];
    const letters: DeadLetter[] = [];
    const options = { name, clock, maximumDeliveries: 2, onDeadLetter: (letter: DeadLetter) => letters.push(letter) };
    const worker = natsWorker(client, { perform: async (key) => performed.push(key) }, options);
    await realTime.until('it is told of', () => letters.length === 1);
    await worker.close();
    expect(letters[0]).toMatchObject({ deliveries: 3, reason: 'delivered 3 times, and no delivery has ended' });
    expect(performed).toEqual([]);
  });

  it('refuses a stream that would take a notice twice', async () => {
    const name = `foreign-${queues++}`;
    const manager = await client.jetstreamManager();
    await manager.streams.add({ name, subjects: [`${name}.*.*`], retention: 'workqueue' });
    await expect(natsCarrier(client, { name }).offer([noticeOf('a')])).rejects.toThrow(/has discard old, not new/);
  });

  it('is made again where the server has come back without it', async () => {
    const name = `lost-${queues++}`;
    const carrier = natsCarrier(client, { name });
    const performed: string[] = [];
    const worker = natsWorker(client, { perform: async (key) => performed.push(key) }, { name, clock });
    await carrier.offer([noticeOf('a')]);
    await realTime.until('it is performed', () => performed.length === 1);
    await server.kill();
    server.wipe();
    await server.start();
    const offered = () =>
      carrier.offer([noticeOf('b')]).then(
        () => true,
        () => false,
      );
    await realTime.until('it is offered', offered);
    await realTime.until('it is performed', () => performed.includes('b'), 60);
    await worker.close();
  });
});

describe('R19 nothing is lost and no order is made twice', () => {
  const rounds = Number(process.env['DIST_CRASH_ROUNDS'] ?? 12);
  it.each<[string, KillRounds['kill']]>([
    ['the worker is killed', 'worker'],
    ['the worker dies right after the ERP has made an order', 'death'],
    ['the worker dies before or after a step of the carrier', 'step'],
    ['NATS is killed and comes back', 'broker'],
    ['NATS is killed and has lost all it had', 'loss'],
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
  const connection = await connectTo(server);
  const name = `contract-${queues++}`;
  const carrier = natsCarrier(jetstream(connection), { name, ackWait: 2000 });
  const concurrency = { realTime: 16, nearRealTime: 16, batch: 16 };
  const worker = natsWorker(jetstream(connection), { perform: deliver }, { name, ackWait: 2000, clock, concurrency });
  const until: CarrierUnderTest['until'] = (what, holds) => realTime.until(`expected ${what}`, holds);
  const close = async () => {
    await worker.close(1000);
    await carrier.close();
    await connection.close();
  };
  return { carrier, clock, until, close };
}

function connectTo({ port }: NatsServer): Promise<NatsConnection> {
  return connect({ servers: `127.0.0.1:${port}`, maxReconnectAttempts: -1, reconnectTimeWait: 200 });
}

async function messagesIn(client: JetStreamClient, name: string): Promise<number> {
  const manager = await client.jetstreamManager();
  return (await manager.streams.info(name)).state.messages;
}

function noticeOf(key: string) {
  return { key, attempt: 1, lane: 'partner:northfield', class: 'realTime', notBefore: clock() } as const;
}
