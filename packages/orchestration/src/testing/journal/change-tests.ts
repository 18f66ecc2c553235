import type { Journal } from '../../runtime/journal.ts';
import { type ContractTest, expectAppended, expectSame } from './contract-test.ts';
import { delivery, logged, note, stream } from './sample-records.ts';

/** What read models of another process ask: which orders have changed. */
export const changeTests: readonly ContractTest[] = [
  {
    name: 'what has changed: each order once, where its last note stands, and from there on what came later',
    async run(open) {
      const journal = await open('changes');
      await step(journal, 'a', 0);
      await step(journal, 'b', 0);
      await step(journal, 'a', 1);
      const first = await journal.changed('', 100);
      expectSame('all', idsOf(first.orders), ['b', 'a']);
      const known = new Map(first.orders.map(({ id, position }) => [id, position]));
      expectSame('nothing new', await newIn(journal, first.place, known), []);
      await step(journal, 'b', 1);
      await step(journal, 'c', 0);
      expectSame('what is new', await newIn(journal, first.place, known), ['b', 'c']);
      await journal.close();
    },
  },
  {
    name: 'what has changed comes in pages, and none is missed between them',
    async run(open) {
      const journal = await open('changes in pages');
      for (let index = 0; index < 7; index++) await step(journal, `order ${index}`, 0);
      const found: string[] = [];
      for (let place = '', more = true; more; ) {
        const page = await journal.changed(place, 2);
        found.push(...idsOf(page.orders).filter((id) => !found.includes(id)));
        [place, more] = [page.place, page.orders.length > 0];
      }
      const all = Array.from({ length: 7 }, (_, index) => `order ${index}`);
      expectSame('the orders', found, all);
      await journal.close();
    },
  },
  {
    name: 'a commit without a note changes no order',
    async run(open) {
      const journal = await open('changes without notes');
      expectAppended(
        await journal.append({ streams: [stream('a', 0, { log: [logged('1')] })], effects: [delivery('d')] }),
      );
      expectSame('orders', (await journal.changed('', 100)).orders, []);
      await journal.close();
    },
  },
  {
    name: 'a place that is none of the journal is refused',
    async run(open) {
      const journal = await open('changes from nowhere');
      const fault = await journal.changed('yesterday', 100).then(
        () => undefined,
        (error: unknown) => error instanceof RangeError,
      );
      expectSame('a RangeError', fault, true);
      await journal.close();
    },
  },
];

async function step(journal: Journal, id: string, version: number): Promise<void> {
  const notes = [note(id, `step ${version}`), note(id, 'and what follows')];
  expectAppended(await journal.append({ streams: [stream(id, version, { log: [logged(`${version}`)], notes })] }));
}

const idsOf = (orders: readonly { readonly id: string }[]) => orders.map(({ id }) => id);

/** A journal may bring what it has brought before: then the position is the same. */
async function newIn(journal: Journal, place: string, known: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const { orders } = await journal.changed(place, 100);
  return idsOf(orders.filter(({ id, position }) => known.get(id) !== position));
}
