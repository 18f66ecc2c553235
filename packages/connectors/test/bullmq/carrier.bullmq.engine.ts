import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bullmqCarrier, bullmqDelivery } from '@dist/connectors/node/bullmq';
import { type CarrierUnderTest, carrierContract } from '@dist/orchestration/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import { installedBullmq } from './installed-bullmq.ts';
import { type KillRounds, killRounds } from './kill-rounds.ts';
import { type RedisServer, redisServer } from './redis-server.ts';

let redis: RedisServer;
let folder: string;
let queues = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dist-bullmq-'));
  redis = await redisServer();
});

afterAll(async () => {
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a carrier on BullMQ', () => {
  for (const { name, run } of carrierContract({ open })) it(name, run);
});

describe('R19 nothing is lost and no order is made twice', () => {
  const rounds = Number(process.env['DIST_CRASH_ROUNDS'] ?? 12);
  it.each<[string, KillRounds['kill']]>([
    ['the worker is killed', 'worker'],
    ['the worker dies right after the ERP has made an order', 'death'],
    ['Redis is killed and has lost all it had', 'redis'],
  ])('when %s', async (what, kill) => {
    await redis.kill();
    await redis.start();
    const path = mkdtempSync(join(folder, kill));
    const { faults, ...figures } = await killRounds({ folder: path, redis, rounds, kill, ordersPerRound: 6 });
    process.stdout.write(`${what}, ${rounds} rounds: ${JSON.stringify(figures)}\n`);
    expect(faults).toEqual([]);
    if (kill === 'death') expect(figures.lookUps).toBeGreaterThan(0);
  });
});

async function open(deliver: (key: string) => Promise<unknown>): Promise<CarrierUnderTest> {
  const { Queue, Worker } = installedBullmq();
  const { connection } = redis;
  const name = `contract-${queues++}`;
  const carrier = bullmqCarrier(new Queue(name, { connection }), { clock: realTime.clock });
  const worker = new Worker(name, bullmqDelivery({ perform: deliver }), { connection, concurrency: 16, drainDelay: 1 });
  // A delivery that fails is told here too.
  worker.on('error', () => undefined);
  const until: CarrierUnderTest['until'] = (what, holds) => realTime.until(`expected ${what}`, holds);
  const close = async () => {
    await worker.close(true);
    await carrier.close();
  };
  return { carrier, clock: realTime.clock, until, close };
}
