import { defaultPolicy, orderId, replay } from '../../index.ts';
import { archiveOrders } from '../../runtime/archive-orders.ts';
import { createRuntime } from '../../runtime/create-runtime.ts';
import type { Journal } from '../../runtime/journal.ts';
import { loadOrder } from '../../runtime/load-order.ts';
import { notOffered } from '../../runtime/not-offered.ts';
import type { Outcome, Performers } from '../../runtime/performers.ts';
import type { OrderEvent } from '../../word/event.ts';
import { sampleEnrichment, sampleOrder } from '../host/sample-order.ts';
import { type ContractTest, expectSame, listOf } from './contract-test.ts';
import { after, event, now, stream } from './sample-records.ts';

/** What a runtime on the journal comes to: nothing is lost and nothing done twice. */
export const runtimeTests: readonly ContractTest[] = [
  {
    name: 'R03 an event that comes again, at the same time or later, is the same event',
    async run(open) {
      const journal = await open('duplicate event');
      const [one, other] = [worker(journal, 'w1'), worker(journal, 'w2')];
      const brought = { id, events: [captured] };
      await Promise.all([one.dispatch(brought), other.dispatch(brought), one.dispatch(brought)]);
      await other.dispatch(brought);
      const order = await loadOrder(journal, id, defaultPolicy);
      expectSame('facts', Object.keys(order?.state.facts ?? {}), ['order.captured']);
      const submits = [...(await listOf(journal.notes(id)))].filter(({ type }) => type === 'effect.issued');
      expectSame('effects issued', submits.length, Object.keys(order?.state.effects ?? {}).length);
      await journal.close();
    },
  },
  {
    name: 'first events of one order from two workers at the same time are both there',
    async run(open) {
      const journal = await open('first events');
      const keys = ['a', 'b', 'c', 'd'];
      await Promise.all(keys.map((key) => worker(journal, key).dispatch({ id, events: [held(key)] })));
      const order = await loadOrder(journal, id, defaultPolicy);
      expectSame('holds', Object.keys(order?.state.holds ?? {}).sort(), keys);
      expectSame('version', order?.version, keys.length);
      await journal.close();
    },
  },
  {
    name: 'R19 a submit whose worker died is looked up and not submitted again',
    async run(open) {
      const journal = await open('in doubt');
      const erp = new Map<string, number>();
      await worker(journal, 'dead', erp).dispatch({ id, events: [captured] });
      await worker(journal, 'dead', erp).work();
      // It has claimed the submit, the ERP has the order, and that is the last that was heard of it.
      const [submit] = await journal.claim({ now, worker: 'dead', limit: 9, lease: 60_000, lanes: ['erp:erp'] });
      expectSame('the submit', submit?.effect.key, `${id}/erp.submit/1`);
      erp.set('northfield.PO-1', 1);
      await settled(journal, erp, 59.999);
      expectSame('still claimed', await statusOf(journal, `${id}/erp.submit/1`), 'issued');
      await settled(journal, erp, 60);
      expectSame('in doubt', await statusOf(journal, `${id}/erp.submit/1`), 'inDoubt');
      await settled(journal, erp, 120);
      expectSame('found', await statusOf(journal, `${id}/erp.submit/1`), 'done');
      expectSame('orders at the ERP', [...erp], [['northfield.PO-1', 1]]);
      await journal.close();
    },
  },
  {
    name: 'R26 a timer fires once, whoever looks, and its breach is seen once',
    async run(open) {
      const journal = await open('timer fires');
      await worker(journal, 'w').dispatch({ id, events: [captured] });
      const late = 30 * 24 * 3600;
      await Promise.all(['v', 'w', 'x'].map((name) => worker(journal, name, new Map(), late).fireTimers()));
      expectSame('none left', await journal.due(after(late), 10), []);
      const breaches = (await listOf(journal.notes(id))).filter(({ type }) => type === 'sla.breached');
      expectSame('seen once', breaches.length, 1);
      await journal.close();
    },
  },
  {
    name: 'snapshot and log together give the state that the events alone give',
    async run(open) {
      const journal = await open('snapshot and log');
      for (const snapshotEvery of [1, 3, 1000]) {
        const order = `${id}-${snapshotEvery}`;
        const options = { ...optionsOf(journal, 'w', new Map(), 0), snapshotEvery };
        for (let step = 0; step < 7; step++)
          await createRuntime(options).dispatch({ id: order, events: [held(`h${step}`), held(`i${step}`)] });
        const stored = await journal.load(order);
        expectSame('a snapshot', stored?.snapshot !== undefined, snapshotEvery < 1000);
        expectSame('the log after it', (stored?.log.length ?? 0) <= Math.min(14, snapshotEvery), true);
        const found = (await loadOrder(journal, order, defaultPolicy))?.state;
        expectSame('the state', found, replay(order, await listOf(journal.events(order)), defaultPolicy));
      }
      await journal.close();
    },
  },
  {
    name: 'an order keeps the policy that captured it, though its log is read by one that takes new orders by another',
    async run(open) {
      const journal = await open('policy');
      const versions = new Map(['a', 'b'].map((version) => [version, { ...defaultPolicy, version }]));
      const taking = (version: string) => (pinned: string | undefined) =>
        versions.get(pinned ?? version) ?? defaultPolicy;
      const of = (version: string) =>
        createRuntime({ ...optionsOf(journal, `w${version}`, new Map(), 0), policy: taking(version) });
      await of('a').dispatch({ id, events: [captured] });
      await of('b').dispatch({ id, events: [held('later')] });
      const order = await loadOrder(journal, id, taking('b'));
      expectSame('its policy', order?.state.policy, 'a');
      const all = await listOf(journal.events(id));
      expectSame('the state', order?.state, replay(id, all, taking('a')('a')));
      await journal.close();
    },
  },
  {
    name: 'what this release owes and an earlier one has not issued is issued by a review, some orders at a time, once',
    async run(open) {
      const journal = await open('review');
      const ids = ['a', 'b', 'c', 'd'].map((number) => orderId('northfield', { number }));
      const { version: policy } = defaultPolicy;
      // An earlier release, that made nothing of an order; one of them is given up.
      const abandoned = { type: 'operator.abandoned', by: 'p', reason: 'r', key: 'x', at: now, v: 2 } as const;
      const log = [{ event: captured, issued: [], policy }];
      for (const order of ids) {
        const given = order === ids[1] ? [...log, { event: abandoned, issued: [] }] : log;
        await journal.append({ streams: [stream(order, 0, { log: given })] });
      }
      const review = (name: string, release: string, limit?: number) =>
        worker(journal, name).review({ release, ...(limit !== undefined && { limit }) });
      expectSame('the first two', await review('v', 'r2', 2), { looked: 2, moved: 1, standing: 0, isDone: false });
      // Another worker goes on where the first one ended, and at the end nothing is left.
      expectSame('the others', await review('w', 'r2', 3), { looked: 2, moved: 2, standing: 0, isDone: true });
      expectSame('no more', await review('v', 'r2'), { looked: 0, moved: 0, standing: 0, isDone: true });
      expectSame('nothing owed', await review('v', 'r3'), { looked: 4, moved: 0, standing: 0, isDone: true });
      const keys = (await journal.claim({ now, worker: 'w', limit: 9, lease: 60_000 })).map(({ effect }) => effect.key);
      const owed = ids.filter((order) => order !== ids[1]);
      expectSame('issued once', [...keys].sort(), owed.map((order) => `${order}/enrich`).sort());
      await journal.close();
    },
  },
  {
    name: 'R04 an archived order is given to the archive whole, and still knows what it has had',
    async run(open) {
      const journal = await open('archive');
      const abandoned = { type: 'operator.abandoned', by: 'p', reason: 'r', key: 'x', at: now, v: 2 } as const;
      await worker(journal, 'w').dispatch({ id, events: [captured, abandoned] });
      await settled(journal, new Map(), 1);
      const kept: unknown[] = [];
      const archive = () =>
        archiveOrders(
          { journal, policy: defaultPolicy },
          {
            closedBefore: after(9),
            sink: async (order) => void kept.push([order.id, order.events, order.notes.length > 0]),
          },
        );
      expectSame('archived', await archive(), 1);
      expectSame('kept', kept, [[id, [captured, abandoned], true]]);
      expectSame('once', await archive(), 0);
      await worker(journal, 'v').dispatch({ id, events: [captured] });
      const order = await loadOrder(journal, id, defaultPolicy);
      expectSame('facts', Object.keys(order?.state.facts ?? {}).sort(), ['operator.abandoned', 'order.captured']);
      expectSame('nothing issued again', await journal.next(), undefined);
      await journal.close();
    },
  },
];

const id = orderId('northfield', { number: 'PO-1' });

const captured: OrderEvent = {
  type: 'order.captured',
  key: 'in/1',
  at: now,
  v: 2,
  partner: 'northfield',
  order: sampleOrder('PO-1'),
  receivedAt: now,
};

function held(key: string): OrderEvent {
  return { ...event(key), type: 'hold.placed', hold: key, reason: 'r' };
}

/** A worker on the journal; `erp` is our reference → how many orders the ERP has made for it. */
function worker(journal: Journal, name: string, erp = new Map<string, number>(), seconds = 0) {
  return createRuntime(optionsOf(journal, name, erp, seconds));
}

function optionsOf(journal: Journal, name: string, erp: Map<string, number>, seconds: number) {
  return { journal, policy: defaultPolicy, performers: performersOf(erp), clock: () => after(seconds), worker: name };
}

/** Works until nothing is due any more, at that time. */
async function settled(journal: Journal, erp: Map<string, number>, seconds: number): Promise<void> {
  const alive = worker(journal, 'alive', erp, seconds);
  for (let round = 0; round < 50 && (await alive.work()) > 0; round++);
}

async function statusOf(journal: Journal, key: string): Promise<string | undefined> {
  return (await loadOrder(journal, id, defaultPolicy))?.state.effects[key]?.status;
}

function performersOf(erp: Map<string, number>): Performers {
  const nothing = async (): Promise<Outcome> => ({});
  const accepted = (partId: string) =>
    ({ type: 'erp.accepted', partId, erp: 'erp', number: 'SO', rejected: [] }) as const;
  return {
    ...notOffered(),
    'order.enrich': async ({ body }) => ({ events: [sampleEnrichment(body.order.number)] }),
    'erp.submit': async ({ body: { request } }) => {
      const { externalReference, partId } = request.part;
      erp.set(externalReference, (erp.get(externalReference) ?? 0) + 1);
      return { events: [accepted(partId)] };
    },
    'erp.find': async ({ body: { partId, externalReference, attempt } }) => ({
      events: [erp.has(externalReference) ? accepted(partId) : { type: 'erp.notFound', partId, attempt }],
    }),
    'document.send': nothing,
    'document.deliver': nothing,
  };
}
