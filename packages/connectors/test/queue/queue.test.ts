import { type AmqpConnection, type amqpCarrier, amqpWorker } from '@dist/connectors/node/amqp';
import type { NatsJetStream, natsCarrier, natsWorker } from '@dist/connectors/node/nats';
import type { EffectCarrier, EffectNotice } from '@dist/orchestration/carrier';
import type { Runtime } from '@dist/orchestration/runtime';
import type { JetStreamClient } from '@nats-io/jetstream';
import type { ChannelModel } from 'amqplib';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { routeOf } from '../../src/node/amqp/amqp-queue.ts';
import { deliverNotice } from '../../src/node/queue/deliver-notice.ts';
import { noticeId, queueClasses, readNotice, writeNotice } from '../../src/node/queue/queue-notice.ts';
import type { EffectPerformer } from '../../src/node/queue/queue-worker.ts';

const now = '2026-03-02T08:00:00.000Z';
const notice: EffectNotice = {
  key: 'northfield/1/855',
  attempt: 2,
  lane: 'erp:e',
  class: 'nearRealTime',
  notBefore: now,
};
const notices = fc.record({
  key: fc.string({ unit: 'grapheme' }),
  attempt: fc.nat(),
  lane: fc.string(),
  class: fc.constantFrom(...queueClasses),
  notBefore: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
});
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a notice in a queue', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(notices, (each) => {
        expect(readNotice(bytes(writeNotice(each)))).toEqual(each);
      }),
    );
  });

  it('has a name of its own, fit for a subject and a message id', () => {
    fc.assert(
      fc.property(notices, notices, (one, other) => {
        const isSame = one.key === other.key && one.attempt === other.attempt;
        expect(noticeId(one) === noticeId(other)).toBe(isSame);
        expect(noticeId(one)).toMatch(/^[\w-]{43}$/);
      }),
    );
  });

  it('is nothing but a notice: what an effect holds does not travel with it', () => {
    const effect = { ...notice, body: { secret: 1 } };
    expect(writeNotice(effect)).toBe(JSON.stringify(notice));
  });

  it.each([
    ['no JSON', 'hello'],
    ['no object', '"a"'],
    ['null', 'null'],
    ['without a key', JSON.stringify({ ...notice, key: undefined })],
    ['of a class that there is none of', JSON.stringify({ ...notice, class: 'soon' })],
    ['of a time that is none', JSON.stringify({ ...notice, notBefore: 'soon' })],
    ['longer than any notice', JSON.stringify({ ...notice, key: 'x'.repeat(70_000) })],
  ])('is not read from what is %s', (_, text) => {
    expect(readNotice(bytes(text))).toBeUndefined();
  });

  it('is not read from what is no UTF-8', () => {
    expect(readNotice(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined();
  });
});

describe('a delivery', () => {
  const content = bytes(writeNotice(notice));
  const waiting = bytes(writeNotice({ ...notice, notBefore: '2026-03-02T08:00:01.500Z' }));
  const performs: EffectPerformer = { perform: async () => false };
  const failed = new Error('the journal is not there');
  const fails: EffectPerformer = { perform: async () => Promise.reject(failed) };
  const never: EffectPerformer = { perform: async () => expect.unreachable('it is performed') };

  it.each([
    ['ends well, also when the effect was not to be had', content, 1, performs, { kind: 'done' }],
    ['waits until the effect may start', waiting, 1, never, { kind: 'later', milliseconds: 1500 }],
    ['waits however often it came too early', waiting, 9, never, { kind: 'later', milliseconds: 1500 }],
    ['that fails comes again after a second', content, 1, fails, { kind: 'later', milliseconds: 1000, failed }],
    ['that fails again waits longer', content, 3, fails, { kind: 'later', milliseconds: 4000, failed }],
    ['that fails for the last time is a dead letter', content, 5, fails, { kind: 'dead', notice }],
    ['of what may have killed its workers is a dead letter at once', content, 6, never, { kind: 'dead', notice }],
    ['of something else is a dead letter at once', bytes('hello'), 1, never, { kind: 'dead' }],
  ])('%s', async (_, message, deliveries, performer, verdict) => {
    expect(await deliverNotice({ content: message, deliveries }, performer, { clock: () => now })).toMatchObject(
      verdict,
    );
  });
});

describe('a wait in RabbitMQ', () => {
  const queue = { name: 'effects', maximumLength: 10 };
  const delayOf = (wait: number) => Number(routeOf(queue, 'batch', wait).key.split('.')[0]);

  it('is none for what is due', () => {
    expect(routeOf(queue, 'batch', 0)).toEqual({ exchange: 'effects', key: '0.batch' });
    expect(routeOf(queue, 'batch', -5)).toEqual({ exchange: 'effects', key: '0.batch' });
  });

  it('ends not before its time, less than a quarter of a second after it, and after a few queues', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 * 3600 * 1000 }), (wait) => {
        let [left, queues] = [wait, 0];
        for (; left > 0; queues++) left -= delayOf(left);
        expect(left).toBeGreaterThan(-250);
        expect(queues).toBeLessThanOrEqual(3 * 10);
      }),
    );
  });
});

describe('what is not to be', () => {
  const open = (): Promise<AmqpConnection> => Promise.reject(new Error('nobody is there'));
  it.each([-1, 1.5, 1001, Number.NaN])('%s at once', (realTime) => {
    const options = { clock: () => now, concurrency: { realTime } };
    expect(() => amqpWorker(open, { perform: async () => true }, options)).toThrow(RangeError);
  });

  it.each(['', 'a b', 'a>', 'ü'])('a queue named "%s"', (name) => {
    expect(() => amqpWorker(open, { perform: async () => true }, { clock: () => now, name })).toThrow(RangeError);
  });
});

describe('the types', () => {
  it('are those of carriers, of a runtime, and of the clients', () => {
    expectTypeOf<ReturnType<typeof natsCarrier>>().toExtend<EffectCarrier>();
    expectTypeOf<ReturnType<typeof amqpCarrier>>().toExtend<EffectCarrier>();
    expectTypeOf<Runtime>().toExtend<Parameters<typeof natsWorker>[1]>();
    expectTypeOf<JetStreamClient>().toExtend<NatsJetStream>();
    expectTypeOf<ChannelModel>().toExtend<AmqpConnection>();
  });
});
