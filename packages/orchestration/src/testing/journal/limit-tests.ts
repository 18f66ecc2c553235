import type { DeliveryEffect, LaneLimit } from '../../runtime/journal.ts';
import type { WorkClass } from '../../word/effect.ts';
import { type ContractTest, expectAppended, expectSame } from './contract-test.ts';
import { after, claim, delivery, keysOf, logged, lookUp, settlementOf, stream } from './sample-records.ts';

const lane = 'partner:northfield';

/** Limits of lanes: how much is at work at once, how fast it goes, what is held back. */
export const limitTests: readonly ContractTest[] = [
  {
    name: 'a lane never has more at work than its concurrency, all workers together',
    async run(open) {
      const journal = await open('concurrency');
      const limits: readonly LaneLimit[] = [{ lane, concurrency: 2 }];
      await journal.append({ effects: deliveries('a', 4) });
      const first = await claim(journal, { limits, limit: 1, lease: 10_000 });
      expectSame('one', keysOf(first), ['a1']);
      expectSame('one more', keysOf(await claim(journal, { limits, worker: 'v', lease: 20_000 })), ['a2']);
      expectSame('full', keysOf(await claim(journal, { limits })), []);
      expectSame('other lanes are not', await otherLane(journal, limits), ['other']);
      expectAppended(await journal.append({ settle: first.map(settlementOf) }));
      expectSame('settled', keysOf(await claim(journal, { limits, now: after(1) })), ['a3']);
      expectSame('full again', keysOf(await claim(journal, { limits, now: after(19.999) })), []);
      expectSame('one ran out', keysOf(await claim(journal, { limits, now: after(20) })), ['a2']);
      await journal.release('w');
      expectSame('two given back', keysOf(await claim(journal, { limits, lanes: [lane], now: after(20) })), [
        'a2',
        'a3',
      ]);
      await journal.close();
    },
  },
  {
    name: 'a lane starts a burst and then no faster than its rate, all workers together',
    async run(open) {
      const journal = await open('rate');
      const limits: readonly LaneLimit[] = [{ lane, rate: { perSecond: 2, burst: 3 } }];
      await journal.append({ effects: deliveries('a', 9) });
      const starts = async (worker: string, now: string) =>
        (await claim(journal, { limits, worker, now, lease: 900_000 })).length;
      expectSame('the burst', await starts('w', after(0)), 3);
      expectSame('used up', await starts('v', after(0.499)), 0);
      expectSame('one token', await starts('v', after(0.5)), 1);
      expectSame('none left', await starts('w', after(0.999)), 0);
      expectSame('three tokens at most', await starts('w', after(60)), 3);
      expectSame('none left of them', await starts('v', after(60)), 0);
      expectSame('without a limit', keysOf(await claim(journal, { now: after(59) })).length, 2);
      await journal.close();
    },
  },
  {
    name: 'nothing of a paused lane is claimed, and a limit that ends in * counts for each lane by itself',
    async run(open) {
      const journal = await open('paused');
      const lanes = ['partner:a', 'partner:b', 'erp:c'];
      await journal.append({ effects: lanes.flatMap((name) => deliveries(name, 2, { lane: name })) });
      const paused: readonly LaneLimit[] = [
        { lane: 'partner:*', concurrency: 1 },
        { lane: 'erp:c', paused: true },
      ];
      const first = await claim(journal, { limits: paused });
      expectSame('one of each', [...keysOf(first)].sort(), ['partner:a1', 'partner:b1']);
      expectSame('full', keysOf(await claim(journal, { limits: paused })), []);
      expectSame('goes on', keysOf(await claim(journal, { lanes: ['erp:c'] })), ['erp:c1', 'erp:c2']);
      await journal.close();
    },
  },
  {
    name: 'what is withheld waits, and nothing behind it waits with it',
    async run(open) {
      const journal = await open('withheld');
      const finds = Array.from({ length: 30 }, (_, index) =>
        lookUp('a', { key: `find-${index}`, lane: 'local', partner: index < 20 ? 'northfield' : `partner-${index}` }),
      );
      await journal.append({
        streams: [stream('a', 0, { log: [logged('e', ...finds)] })],
        effects: deliveries('d', 3, { lane: 'local' }),
      });
      const limits: readonly LaneLimit[] = [{ lane: 'local', withheld: ['erp.find'] }];
      expectSame('the others', keysOf(await claim(journal, { limits, limit: 4 })), ['d1', 'd2', 'd3']);
      expectSame('held back', keysOf(await claim(journal, { limits, limit: 4 })), []);
      expectSame('let go', (await claim(journal, { limit: 4 })).length, 4);
      await journal.close();
    },
  },
  {
    name: 'classes get their shares of a lane while all of them wait',
    async run(open) {
      const journal = await open('shares');
      const limits: readonly LaneLimit[] = [{ lane, shares: { realTime: 6, nearRealTime: 3, batch: 1 } }];
      const classes: readonly WorkClass[] = ['batch', 'nearRealTime', 'realTime'];
      await journal.append({ effects: classes.flatMap((name) => deliveries(name, 40, { class: name })) });
      const counts = { realTime: 0, nearRealTime: 0, batch: 0 };
      for (let round = 0; round < 10; round++)
        for (const { effect } of await claim(journal, { limits, limit: 4 })) counts[effect.class ?? 'realTime']++;
      expectSame('of forty starts', counts, { realTime: 24, nearRealTime: 12, batch: 4 });
      await journal.close();
    },
  },
  {
    name: 'a class without waiting work gives its share away',
    async run(open) {
      const journal = await open('shares given away');
      const limits: readonly LaneLimit[] = [{ lane, shares: { realTime: 98, nearRealTime: 1, batch: 1 } }];
      await journal.append({ effects: deliveries('b', 20, { class: 'batch' }) });
      expectSame('all', (await claim(journal, { limits, limit: 20 })).length, 20);
      await journal.close();
    },
  },
];

/** Deliveries of one kind, one after another: `a1`, `a2`, … */
function deliveries(name: string, count: number, more: Partial<DeliveryEffect> = {}): readonly DeliveryEffect[] {
  return Array.from({ length: count }, (_, index) => delivery(`${name}${index + 1}`, more));
}

async function otherLane(
  journal: Parameters<typeof claim>[0],
  limits: readonly LaneLimit[],
): Promise<readonly string[]> {
  await journal.append({ effects: [delivery('other', { lane: 'partner:other' })] });
  return keysOf(await claim(journal, { limits }));
}
