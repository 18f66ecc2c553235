import { type ContractTest, expectSame } from './contract-test.ts';
import { after, claim, delivery, logged, lookUp, now, settlementOf, stream } from './sample-records.ts';

/** What is told of the outbox for back-pressure and metrics. */
export const depthTests: readonly ContractTest[] = [
  {
    name: 'depth counts what is due and what is claimed, by lane, class and partner',
    async run(open) {
      const journal = await open('depth');
      expectSame('nothing', await journal.depth(now), []);
      await journal.append({
        streams: [stream('a', 0, { log: [logged('e', lookUp('a'), lookUp('a', { key: 'a/2', class: 'batch' }))] })],
        effects: [
          delivery('d1', { notBefore: after(-5) }),
          delivery('d2'),
          delivery('later', { notBefore: after(60) }),
        ],
      });
      const lane = 'partner:northfield';
      const group = { lane, class: 'realTime', partner: 'northfield' };
      const erp = { lane: 'erp:erp', partner: 'northfield', waiting: 1, claimed: 0, oldest: now };
      const erps = [
        { ...erp, class: 'batch' },
        { ...erp, class: 'realTime' },
      ];
      const depth = async (at: string) => sorted(await journal.depth(at));
      expectSame('before', await depth(now), [...erps, { ...group, waiting: 2, claimed: 0, oldest: after(-5) }]);
      const [held] = await claim(journal, { lanes: [lane], limit: 1, lease: 10_000 });
      expectSame('one claimed', await depth(now), [...erps, { ...group, waiting: 1, claimed: 1, oldest: now }]);
      const both = { ...group, waiting: 2, claimed: 0, oldest: after(-5) };
      expectSame('its lease ran out', await depth(after(10)), [...erps, both]);
      await journal.append({ settle: held ? [settlementOf(held)] : [] });
      await claim(journal, { lanes: [lane], limit: 1 });
      expectSame('none waits', await depth(now), [...erps, { ...group, waiting: 0, claimed: 1 }]);
      await journal.close();
    },
  },
  {
    name: 'what waits behind another effect of its order counts as waiting',
    async run(open) {
      const journal = await open('depth of a queue');
      const [first, second] = ['855', '856'].map((name) =>
        lookUp('a', { key: `a/${name}`, lane: 'partner:northfield' }),
      );
      if (first && second) await journal.append({ streams: [stream('a', 0, { log: [logged('e', first, second)] })] });
      const [found] = await journal.depth(now);
      expectSame('both', found?.waiting, 2);
      await claim(journal);
      const [later] = await journal.depth(now);
      expectSame('one of each', [later?.waiting, later?.claimed], [1, 1]);
      await journal.close();
    },
  },
];

function sorted<Row extends { readonly lane: string; readonly class: string }>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => (`${a.lane} ${a.class}` < `${b.lane} ${b.class}` ? -1 : 1));
}
