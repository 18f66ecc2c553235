import type { DeliveryEffect, LaneLimit } from '../../runtime/journal.ts';
import { type ContractTest, expectAppended, expectSame } from './contract-test.ts';
import { after, claim, delivery, keysOf, settlementOf } from './sample-records.ts';

/** Whose turn it is: partners on a lane, lanes among one another, what is old before what is urgent. */
export const fairnessTests: readonly ContractTest[] = [
  {
    name: 'partners of a lane take turns: the burst of one does not push out what another brings later',
    async run(open) {
      const journal = await open('partners');
      const burst = Array.from({ length: 1000 }, (_, index) => of('burst', `burst-${index}`, { priority: 1 }));
      await journal.append({ effects: burst });
      await claim(journal, { limit: 3 });
      await journal.append({ effects: [of('calm', 'calm-1'), of('calm', 'calm-2'), of('quiet', 'quiet-1')] });
      const keys = keysOf(await claim(journal, { limit: 4, now: after(1) }));
      expectSame('each has a turn', [...keys].sort(), ['burst-3', 'calm-1', 'calm-2', 'quiet-1'].sort().slice(0, 4));
      await journal.close();
    },
  },
  {
    name: 'partners take turns over many claims, whoever claims',
    async run(open) {
      const journal = await open('partners in turn');
      const partners = ['p1', 'p2', 'p3'];
      await journal.append({
        effects: [0, 1, 2].flatMap((round) => partners.map((name) => of(name, `${name}/${round}`))),
      });
      const seen: string[] = [];
      for (let round = 0; round < 9; round++) {
        const claims = await claim(journal, { limit: 1, worker: `w${round % 2}`, now: after(round) });
        seen.push(...claims.map(({ effect }) => partnerOf(effect)));
        expectAppended(await journal.append({ settle: claims.map(settlementOf) }));
      }
      const turns = [0, 3, 6].map((from) => seen.slice(from, from + 3).sort());
      expectSame('each once in three', turns, [partners, partners, partners]);
      await journal.close();
    },
  },
  {
    name: 'lanes take turns when a worker asks for less than waits',
    async run(open) {
      const journal = await open('lanes in turn');
      const names = ['erp:a', 'erp:b', 'local'];
      await journal.append({
        effects: names.flatMap((lane) => [1, 2].map((number) => delivery(`${lane}/${number}`, { lane }))),
      });
      const lanesOf = async () => (await claim(journal, { limit: 3 })).map(({ effect }) => effect.lane).sort();
      expectSame('one of each', await lanesOf(), names);
      expectSame('and again', await lanesOf(), names);
      await journal.close();
    },
  },
  {
    name: 'within a partner lower priority goes first, unless another has waited long enough to make up for it',
    async run(open) {
      const journal = await open('age');
      const old = delivery('old', { priority: 3 });
      const urgent = (seconds: number) => delivery(`urgent-${seconds}`, { priority: 1, notBefore: after(seconds) });
      await journal.append({ effects: [old, urgent(100), urgent(121)] });
      const limits: readonly LaneLimit[] = [{ lane: old.lane, ageSeconds: 60 }];
      const next = async () => keysOf(await claim(journal, { limits, limit: 1, now: after(200) }));
      expectSame('100 seconds later', await next(), ['urgent-100']);
      expectSame('not 121 seconds later', await next(), ['old']);
      expectSame('then the rest', await next(), ['urgent-121']);
      await journal.close();
    },
  },
  {
    name: 'without an age urgent goes first however long another has waited; of one priority who is due longer',
    async run(open) {
      const journal = await open('no age');
      const effects = [
        delivery('old', { priority: 3 }),
        delivery('later', { priority: 1, notBefore: after(90) }),
        delivery('sooner', { priority: 1, notBefore: after(80) }),
      ];
      await journal.append({ effects });
      expectSame('all', keysOf(await claim(journal, { now: after(9000) })), ['sooner', 'later', 'old']);
      await journal.close();
    },
  },
];

function of(partner: string, key: string, more: Partial<DeliveryEffect> = {}): DeliveryEffect {
  const body = { type: 'document.deliver', partner, document: key } as const;
  return delivery(key, { body, lane: 'local', ...more });
}

function partnerOf({ body }: { readonly body: object }): string {
  return 'partner' in body && typeof body.partner === 'string' ? body.partner : '';
}
